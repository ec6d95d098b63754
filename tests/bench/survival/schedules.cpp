#include "tests/bench/survival/schedule.h"

#include <algorithm>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

// As they do it: exp against this computer's clock.
Milliseconds timeLeft(const Claims &token, const SimClock &clock)
{
    return *token.expiry - clock.wall().time_since_epoch();
}

class BeforeAccessEnds final : public Schedule
{
public:
    BeforeAccessEnds(QString name, Milliseconds lead, double share)
        : m_name(std::move(name))
        , m_lead(lead)
        , m_share(share)
    {
    }
    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] std::optional<Milliseconds> nextIn(const Claims &access, const Claims &,
                                                     const SimClock &clock) const override
    {
        const Milliseconds life = *access.expiry - *access.issuedAt;
        const Milliseconds part(static_cast<qint64>(static_cast<double>(life.count()) * m_share));
        return timeLeft(access, clock) - std::max(m_lead, part);
    }
    [[nodiscard]] bool holdsForDead(const Claims &token, const SimClock &clock) const override
    {
        return timeLeft(token, clock) <= 0ms;
    }

private:
    QString m_name;
    Milliseconds m_lead;
    double m_share;
};

class OnUnauthorized final : public Schedule
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("on 401"); }
    [[nodiscard]] std::optional<Milliseconds> nextIn(const Claims &, const Claims &,
                                                     const SimClock &) const override
    {
        return std::nullopt;
    }
    [[nodiscard]] bool holdsForDead(const Claims &, const SimClock &) const override
    {
        return false;
    }
};

} // namespace

std::vector<std::unique_ptr<Schedule>> publishedSchedules()
{
    std::vector<std::unique_ptr<Schedule>> all;
    all.push_back(std::make_unique<BeforeAccessEnds>(QStringLiteral("max(10 s, 5 %)"), 10s, 0.05));
    all.push_back(std::make_unique<BeforeAccessEnds>(QStringLiteral("60 s"), 60s, 0.0));
    all.push_back(std::make_unique<BeforeAccessEnds>(QStringLiteral("300 s"), 300s, 0.0));
    all.push_back(std::make_unique<OnUnauthorized>());
    all.push_back(std::make_unique<BeforeAccessEnds>(QStringLiteral("half-life"), 0s, 0.5));
    return all;
}

} // namespace latchkey::survival
