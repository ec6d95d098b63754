#include "app/demo/fault.h"

#include <memory>
#include <random>

namespace latchkey::demo
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds kLongestLatency = 45s;
constexpr Milliseconds kLongestDripGap = 2s;
constexpr quint32 kLargestPiece = 128;

QString nameOf(Fault::Point point)
{
    switch (point) {
    case Fault::Point::Connect:
        return QStringLiteral("connect");
    case Fault::Point::Request:
        return QStringLiteral("request");
    case Fault::Point::Reply:
        return QStringLiteral("reply");
    case Fault::Point::Header:
        return QStringLiteral("header");
    case Fault::Point::Body:
        return QStringLiteral("body");
    case Fault::Point::End:
        return QStringLiteral("end");
    }
    return {};
}

// The standard's distributions differ from library to library; its engine does not.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_engine(seed)
    {
    }
    [[nodiscard]] quint32 below(quint32 limit)
    {
        return static_cast<quint32>((quint64{m_engine()} * limit) >> 32);
    }
    [[nodiscard]] Milliseconds upTo(Milliseconds longest)
    {
        return Milliseconds(1 + below(static_cast<quint32>(longest.count())));
    }
    template <typename T, size_t N>
    [[nodiscard]] T oneOf(const T (&values)[N])
    {
        return values[below(N)];
    }

private:
    std::mt19937 m_engine;
};

} // namespace

QString describe(const Fault &fault)
{
    const QString at = QStringLiteral(" at ") + nameOf(fault.point);
    const QString wait = QString::number(fault.wait.count()) + QStringLiteral(" ms");
    switch (fault.kind) {
    case Fault::Kind::None:
        return QStringLiteral("none");
    case Fault::Kind::Reset:
        return QStringLiteral("reset") + at;
    case Fault::Kind::Cut:
        return QStringLiteral("cut") + at;
    case Fault::Kind::Hang:
        return QStringLiteral("hang") + at;
    case Fault::Kind::Drip:
        return QStringLiteral("drip %1 bytes per ").arg(fault.piece) + wait;
    case Fault::Kind::Latency:
        return QStringLiteral("latency ") + wait;
    }
    return {};
}

FaultPlan seededFaults(quint32 seed, double share)
{
    using Kind = Fault::Kind;
    using Point = Fault::Point;
    constexpr quint32 whole = 1'000'000;
    const auto strikes = static_cast<quint32>(share * whole);
    const auto dice = std::make_shared<Dice>(seed);
    return [dice, strikes](const Exchange &) {
        static constexpr Kind kinds[]{Kind::Reset, Kind::Cut, Kind::Hang, Kind::Drip,
                                      Kind::Latency};
        static constexpr Point points[]{Point::Connect, Point::Request, Point::Reply,
                                        Point::Header,  Point::Body,    Point::End};
        // All numbers are drawn each time, so that one fault does not shift the next.
        Fault fault;
        const bool isStruck = dice->below(whole) < strikes;
        fault.kind = dice->oneOf(kinds);
        fault.point = dice->oneOf(points);
        const Milliseconds latency = dice->upTo(kLongestLatency);
        const Milliseconds gap = dice->upTo(kLongestDripGap);
        fault.wait = fault.kind == Kind::Latency ? latency : gap;
        fault.piece = 1 + static_cast<qsizetype>(dice->below(kLargestPiece));
        return isStruck ? fault : Fault();
    };
}

} // namespace latchkey::demo
