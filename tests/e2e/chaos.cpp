#include "tests/e2e/chaos.h"

#include "app/session/claims.h"
#include "tests/e2e/johnsitem.h"
#include "tests/e2e/stillness.h"

#include <QAbstractButton>
#include <QAbstractEventDispatcher>
#include <QDebug>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTimer>

namespace latchkey::test
{

namespace
{

using namespace std::chrono_literals;

constexpr quint32 DefaultSeed = 20260721;
constexpr auto RealPatience = 20s; // a sanitizer on a busy machine; never reached by waiting
constexpr Milliseconds ClockPatience = 10min; // over every deadline and delay there is
constexpr Milliseconds Tick = 2s;
constexpr Milliseconds Glance = 1ms;

} // namespace

quint32 chaosSeed()
{
    bool isGiven = false;
    const quint32 given = qEnvironmentVariable("LATCHKEY_CHAOS_SEED").toUInt(&isGiven);
    return isGiven ? given : DefaultSeed;
}

QStringList filesHolding(const QStringList &folders, const QList<QByteArray> &secrets, int *seen)
{
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly)) // a socket
                continue;
            ++*seen;
            const QByteArray content = file.readAll();
            for (const QByteArray &secret : secrets) {
                if (content.contains(secret))
                    found.append(file.fileName());
            }
        }
    }
    found.removeDuplicates();
    return found;
}

Chaos::Chaos(quint32 seed, const ProgramFixture::Lives &lives)
    : dice(seed)
    , fixture(store, lives, &edge)
    , edge(fixture.clock)
    , proxy(fixture.clock)
    , m_rotates(lives.rotate)
    , m_directEdge(fixture.clock)
{
    if (!proxy.start(fixture.server->port()))
        qFatal("the proxy does not start");
    fixture.options.server
        = *ServerAddress::parse(QStringLiteral("http://127.0.0.1:%1/api/v1").arg(proxy.port()));
    listen();
}

Chaos::~Chaos()
{
    fixture.close(); // before its network goes
}

void Chaos::spoil(double share)
{
    proxy.setPlan(demo::seededFaults(static_cast<quint32>(dice.below(1 << 30)), share));
}

void Chaos::spareAll()
{
    proxy.setPlan({});
    proxy.stop();
    if (!proxy.start(fixture.server->port()))
        qFatal("the proxy does not come back");
}

void Chaos::open()
{
    edge.restart();
    fixture.open();
}

void Chaos::kill()
{
    fixture.close();
    edge.restart();
    settle();
}

// Waits for the next thing to happen, but not for long: it may never come.
void Chaos::pump()
{
    QTimer limit;
    limit.start(Glance);
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    look();
}

void Chaos::look()
{
    if (const auto session = stored())
        m_lastStored = session;
}

void Chaos::run(int steps)
{
    for (int i = 0; i < steps; ++i) {
        if (proxy.isStuck() && isStill())
            turn(dice.upTo(Tick));
        pump();
    }
}

// Days go by here: nobody has to see each second of them counted on the session's panel.
void Chaos::closePanel()
{
    auto *panel
        = fixture.program->window().findChild<QAbstractButton *>(QStringLiteral("sessionButton"));
    if (panel && panel->isChecked())
        panel->click();
}

void Chaos::turn(Milliseconds by)
{
    closePanel();
    fixture.serverTime = (fixture.clock.wall() + by).time_since_epoch().count();
    fixture.clock.advance(by);
    look();
}

Milliseconds Chaos::stepOf(Milliseconds time) const
{
    if (edge.owed() > 0)
        return std::min(time, Tick);
    return std::min(time, std::max(fixture.clock.untilNextTimer().value_or(time), Glance));
}

bool Chaos::rest()
{
    QElapsedTimer real;
    real.start();
    while (!isStill()) {
        if (real.elapsed() > Milliseconds(RealPatience).count())
            return false;
        pump();
    }
    look();
    return true;
}

bool Chaos::isCalm()
{
    if (edge.owed() > 0)
        return false;
    settle(); // an answer may just have led to the next question
    look();
    return edge.owed() == 0 && state() != SessionState::Starting;
}

bool Chaos::calm()
{
    Milliseconds turned{0};
    while (!isCalm()) {
        if (turned > ClockPatience || !rest())
            return false;
        if (isCalm())
            return true;
        if (!proxy.isStuck())
            ++m_silences;
        turn(Tick);
        turned += Tick;
    }
    return true;
}

QString Chaos::describe() const
{
    const SessionStatus status = fixture.program->session().status();
    const auto session = stored();
    const auto age = [this](WallTime since) {
        return QString::number((fixture.clock.wall() - since).count());
    };
    const auto none = QStringLiteral("none");
    QStringList states;
    for (const Transition &step : fixture.program->session().transitions())
        states.append(stateName(step.to) + u'/' + causeName(step.cause) + u'@' + age(step.at));
    return QStringLiteral("%1; saving %2, pair lives %3 ms, stored one %4 ms; %5 answers owed, the "
                          "proxy %6; at the proxy: %7; states: %8")
        .arg(stateName(status.state))
        .arg(static_cast<int>(status.saving))
        .arg(status.accessIssued ? age(*status.accessIssued) : none,
             session ? age(session->issuedAt) : none)
        .arg(edge.owed())
        .arg(proxy.isStuck() ? QStringLiteral("waits for time") : QStringLiteral("is idle"),
             m_recently.join(QStringLiteral(", ")), states.join(QStringLiteral(" ")));
}

void Chaos::listen()
{
    using demo::FaultProxy;
    const auto hear = [this](auto signal, const char *what) {
        QObject::connect(&proxy, signal, &m_ears, [this, what] { note(QLatin1String(what)); });
    };
    hear(&FaultProxy::accepted, "accepted");
    hear(&FaultProxy::requestRead, "asked");
    hear(&FaultProxy::replyRead, "answered");
    hear(&FaultProxy::delivered, "delivered");
    QObject::connect(&proxy, &FaultProxy::struck, &m_ears,
                     [this](const demo::Fault &fault) { note(demo::describe(fault)); });
}

void Chaos::note(const QString &event)
{
    constexpr qsizetype kept = 24;
    m_recently.append(event);
    if (m_recently.size() > kept)
        m_recently.removeFirst();
}

bool Chaos::pass(Milliseconds time)
{
    while (time > 0ms) {
        const Milliseconds step = stepOf(time);
        turn(step);
        time -= step;
        if (edge.owed() > 0 && !rest())
            return false;
    }
    return calm();
}

bool Chaos::passToNextRenewal()
{
    const auto next = fixture.program->session().status().nextRenewal;
    return pass(next ? std::max(*next - fixture.clock.wall(), 1ms) : Milliseconds(1min));
}

bool Chaos::passUntil(const std::function<bool()> &condition, Milliseconds most)
{
    for (Milliseconds passed{0}; passed < most && !condition(); passed += Tick) {
        if (!pass(Tick))
            return false;
    }
    return condition();
}

std::optional<StoredSession> Chaos::stored(bool ofMaria) const
{
    const auto keyOf = ofMaria ? &mariasKey : &johnsKey;
    const QString key = keyOf(fixture.options.profile, *fixture.options.server);
    if (!store.items.contains(key))
        return std::nullopt;
    const auto session = decodeSession(store.items.value(key), *fixture.options.server);
    return session ? std::optional(*session) : std::nullopt;
}

// The program counts a life from when it asked for the token; the server issued it later, by as
// much as the request was under way. What is over by the program's count it gives up rightly.
bool Chaos::isOver(const StoredSession &session, const Secret &token) const
{
    const Claims claims = readClaims(token);
    return claims.issuedAt && claims.expiry
        && fixture.clock.wall() >= session.issuedAt + (*claims.expiry - *claims.issuedAt);
}

Honour Chaos::honours(const StoredSession &session)
{
    Honour honour = serverHonours(session);
    honour.access = honour.access && !isOver(session, session.tokens.access);
    honour.refresh = honour.refresh && !isOver(session, session.tokens.refresh);
    return honour;
}

Honour Chaos::serverHonours(const StoredSession &session)
{
    m_directEdge.restart(); // else the server may just be closing the connection
    ApiClient api(m_directEdge, fixture.clock);
    api.setServer(*ServerAddress::parse(fixture.server->url()));
    Honour honour;
    QObject context;
    bool answered = false;
    api.profile(session.tokens.access, &context, [&](const Result<Profile> &result) {
        honour.access = result.has_value();
        answered = true;
    });
    if (!QTest::qWaitFor([&] { return answered; }))
        return {};
    if (m_rotates) {
        const QByteArray token = session.tokens.refresh.reveal().toByteArray();
        const auto claims = readClaims(session.tokens.refresh);
        const auto now = Milliseconds(fixture.serverTime.load());
        honour.refresh = token == fixture.server->issuedTokens().last() && claims.expiry
            && now < *claims.expiry;
        return honour;
    }
    answered = false;
    api.refreshToken(session.tokens.refresh, &context, [&](const Result<TokenReply> &result) {
        honour.refresh = result.has_value();
        answered = true;
    });
    return QTest::qWaitFor([&] { return answered; }) ? honour : Honour();
}

} // namespace latchkey::test
