#include "tests/session/walkworld.h"

#include <algorithm>
#include <array>

namespace latchkey::test
{

namespace
{

using namespace std::chrono_literals;
using Op = Step::Op;

struct Lives {
    Milliseconds access, refresh;
};
// As app/composition.cpp has it.
constexpr Session::EndLimits End{.usual = 800ms, .committed = 10s};
constexpr std::array<Lives, 5> LivesToTry{Lives{20 * 24h, 10h}, Lives{1h, 20 * 24h},
                                          Lives{10min, 2min}, Lives{1min, 90s}, Lives{2h, 0h}};

} // namespace

WalkWorld::WalkWorld(const QString &preferencesFile)
    : m_server(m_clock)
    , m_store(m_clock)
    , m_preferences(preferencesFile)
    , m_api(m_server, m_clock)
    , m_model(m_clock, m_server)
    , m_home(*ServerAddress::parse(QStringLiteral("https://api.example.com/v1")))
    , m_away(*ServerAddress::parse(QStringLiteral("https://api.example.org/v1")))
{
    m_server.setEars(&m_model);
    m_store.onWrite = [this](const QString &item, const Secret &value) {
        m_model.writing(item, value, m_session->server());
    };
    m_store.onRemove = [this](const QString &item) {
        const auto found = m_store.items.constFind(item);
        const bool isLiving
            = found != m_store.items.constEnd() && m_model.isNewest(*found, m_session->server());
        m_model.removing(item, isDeletePending(item), isLiving);
    };
    m_store.onRead = [this](const QString &item, const std::optional<Secret> &found) {
        m_model.wasRead(item, found);
    };
}

WalkWorld::~WalkWorld() = default;

void WalkWorld::Counts::operator+=(const Counts &other)
{
    steps += other.steps;
    logins += other.logins;
    renewals += other.renewals;
    ends += other.ends;
    signOuts += other.signOuts;
    kills += other.kills;
    calms += other.calms;
    livingCalms += other.livingCalms;
}

void WalkWorld::begin(const Step &step)
{
    const bool isWorld = step.op == Op::World;
    const Lives lives = LivesToTry.at(isWorld ? step.a % LivesToTry.size() : 0);
    m_server.accessLife = lives.access;
    m_server.refreshLife = lives.refresh;
    m_server.rotates = isWorld && step.b % 3 == 0;
    m_server.offset = isWorld && step.b % 5 == 0 ? Milliseconds(3h) : Milliseconds(0);
    m_clockMayBeSet = isWorld && step.b % 4 == 0;
    m_server.setAnswering(true);
    if (isWorld && step.b % 7 == 0)
        storeAsBefore();
    startProcess();
}

void WalkWorld::startProcess()
{
    Session::Parts parts{m_api, m_store, m_preferences, m_clock};
    parts.unitRandom = [this] { return m_random = m_random < 0.9 ? m_random + 0.17 : 0.01; };
    m_session = std::make_unique<Session>(parts, QStringLiteral("default"));
    connectSession();
    m_session->setRenewalSettings(m_settings);
    useServer(false);
}

void WalkWorld::connectSession()
{
    Session *session = m_session.get();
    QObject::connect(session, &Session::changed, session, [this](const SessionStatus &status) {
        if (status.state == SessionState::Ended && m_lastState != SessionState::Ended)
            ++m_counts.ends;
        if (m_lastState == SessionState::SigningIn && m_store.state() == KeychainState::Absent)
            m_model.hadNowhereToStay();
        m_lastState = status.state;
        m_model.published(status);
        sprung(0);
    });
    QObject::connect(session, &Session::profileLoaded, session, [this](const Profile &profile) {
        m_model.profileCame(profile.email);
        sprung(1);
    });
    QObject::connect(session, &Session::profileFailed, session, [this](const Error &) {
        m_model.profileCame(std::nullopt);
        sprung(1);
    });
    QObject::connect(session, &Session::renewed, session, [this] {
        ++m_counts.renewals;
        sprung(2);
    });
    QObject::connect(session, &Session::aboutToExpire, session, [this] { sprung(3); });
    QObject::connect(session, &Session::clockJumped, session, [this] { sprung(3); });
    QObject::connect(session, &Session::signedOut, session, [this] {
        ++m_counts.signOuts;
        sprung(4);
    });
    QObject::connect(session, &Session::signInFailed, session, [this] { sprung(5); });
    QObject::connect(session, &Session::signInCancelled, session, [this] { sprung(5); });
    QObject::connect(session, &Session::signOutFailed, session, [this] { sprung(4); });
}

// A verb called from inside a slot, once.
void WalkWorld::sprung(int signal)
{
    if (!m_trap || m_trap->a % 6 != signal)
        return;
    const Step trap = *std::exchange(m_trap, {});
    verb(trap.b % 16, trap.b / 16);
}

void WalkWorld::kill(bool writeTakesEffect)
{
    ++m_counts.kills;
    m_trap.reset();
    m_end = nullptr;
    m_session.reset();
    m_store.killCaller(writeTakesEffect);
    startProcess();
}

void WalkWorld::apply(const Step &step)
{
    if (!m_session)
        begin(step);
    ++m_counts.steps;
    happenToPerson(step);
    happenToServer(step);
    happenToComputer(step);
    happenToStore(step);
    m_clock.advance(0ms); // what is due at once
    m_model.look();
    checkGaps();
}

void WalkWorld::happenToPerson(const Step &step)
{
    if (step.op >= Op::SignIn && step.op <= Op::UseServer)
        verb(static_cast<int>(step.op) - static_cast<int>(Op::SignIn), step.b);
    else if (step.op == Op::Trap)
        m_trap = step;
}

void WalkWorld::verb(int which, int variant)
{
    const SessionState before = m_session->status().state;
    const Op op = static_cast<Op>(which % 11 + static_cast<int>(Op::SignIn));
    if (m_end && op != Op::Occasion && op != Op::LookAtClocks)
        return; // there is no window any more
    m_model.verbIsCalled(Cause::User);
    switch (op) {
    case Op::SignIn:
        return signIn(variant);
    case Op::CancelSignIn:
        return m_session->cancelSignIn();
    case Op::SignOut:
        m_model.signingOut(before);
        return m_session->signOut();
    case Op::ReloadProfile:
        m_model.profileWanted(before);
        return m_session->reloadProfile();
    case Op::RenewNow:
        return m_session->renewNow();
    case Op::Occasion:
        return occasion(variant);
    case Op::LookAtClocks:
        return m_session->clockMayHaveChanged();
    case Op::Settings:
        m_settings.usedShare = variant % 2 ? 0.25 : 0.8;
        m_settings.automatic = variant % 5 != 0;
        return m_session->setRenewalSettings(m_settings);
    case Op::OpenKeychain:
        return m_session->openKeychain();
    case Op::WithoutKeychain:
        m_model.leavingKeychain(before);
        return m_session->signInWithoutKeychain();
    default:
        return chooseServer(variant % 2);
    }
}

void WalkWorld::signIn(int variant)
{
    const bool stay = variant % 4 != 0;
    const SessionStatus status = m_session->status();
    m_model.signingIn(status.state, stay, !stay && holdsBack(status.keychain));
    ++m_counts.logins;
    m_session->signIn({walkUser(variant / 4 % 2), Secret(QByteArrayView("pw"))}, stay);
}

void WalkWorld::occasion(int which)
{
    switch (which % 5) {
    case 0:
        m_model.verbIsCalled(Cause::Resume);
        return m_session->resumed();
    case 1:
        m_model.verbIsCalled(Cause::Reconnect);
        return m_session->reconnected();
    case 2:
        return m_session->activated();
    case 3:
        return prepareForSleep();
    default:
        return prepareForEnd(which / 5 % 2);
    }
}

WalkWorld::Gap *WalkWorld::addGap(Cause cause, Milliseconds limit)
{
    m_model.verbIsCalled(cause);
    m_gaps.push_back(std::make_unique<Gap>());
    Gap *gap = m_gaps.back().get();
    gap->context = std::make_unique<QObject>();
    gap->until = m_clock.monotonic() + limit;
    return gap;
}

void WalkWorld::answered(Gap *gap)
{
    if (++gap->answers > 1)
        breakOn(QStringLiteral("a gap was answered twice"));
}

void WalkWorld::prepareForSleep()
{
    constexpr Milliseconds limit = 4s;
    Gap *gap = addGap(Cause::Suspend, limit);
    m_session->prepareForGap(Cause::Suspend, limit, gap->context.get(),
                             [this, gap] { answered(gap); });
}

// It is final: the process is gone as soon as it is answered, and the next one starts.
void WalkWorld::prepareForEnd(bool writeTakesEffect)
{
    if (m_end)
        return;
    Gap *gap = m_end = addGap(Cause::User, End.committed);
    m_model.endBegins();
    m_session->prepareForEnd(End, gap->context.get(), [this, gap, writeTakesEffect] {
        answered(gap);
        if (gap != m_end)
            return; // killed meanwhile
        if (m_clock.monotonic() < gap->until && !m_server.tokensUnderWay().isEmpty())
            breakOn(QStringLiteral("the program ends while a renewal is under way"));
        const auto die = [this, gap, writeTakesEffect] {
            if (gap == m_end)
                kill(writeTakesEffect);
        };
        QMetaObject::invokeMethod(&m_turn, die, Qt::QueuedConnection);
    });
}

// The one in use already is no choice, and changes nothing for anybody.
void WalkWorld::chooseServer(bool away)
{
    const ServerAddress &server = away ? m_away : m_home;
    if (server == m_session->server())
        m_session->useServer(server, false);
    else
        useServer(away);
}

void WalkWorld::useServer(bool away)
{
    const ServerAddress &server = away ? m_away : m_home;
    const QStringList keys = keysOf(server);
    m_model.follow(m_session.get(), keys);
    m_model.verbIsCalled(Cause::User);
    if (m_store.state() != KeychainState::Ready
        || std::any_of(keys.cbegin(), keys.cend(),
                       [this](const QString &key) { return isDeletePending(key); }))
        m_model.keychainCanHideIt();
    m_session->useServer(server, false);
}

void WalkWorld::happenToServer(const Step &step)
{
    switch (step.op) {
    case Op::Serve:
        return m_server.setAnswering(step.b % 2);
    case Op::Answer:
    case Op::AnswerHonestly:
        if (const int pending = m_server.pending())
            m_server.answer(step.a % pending,
                            step.op == Op::Answer
                                ? static_cast<WalkServer::Answer>(step.b % WalkServer::Answers)
                                : WalkServer::Answer::Honest);
        return;
    case Op::OtherProcess:
        return otherProcess();
    default:
        return;
    }
}

void WalkWorld::happenToComputer(const Step &step)
{
    switch (step.op) {
    case Op::Advance:
        return m_clock.advance(advanceOf(step));
    case Op::Sleep:
        m_model.verbIsCalled(Cause::Resume);
        return m_clock.sleep(sleepOf(step));
    case Op::SetClock:
        if (!m_clockMayBeSet)
            return;
        m_model.clockIsSet();
        return m_clock.jumpWall(jumpOf(step));
    case Op::Kill:
        return kill(step.a % 2);
    case Op::Calm:
        return calm();
    default:
        return;
    }
}

void WalkWorld::happenToStore(const Step &step)
{
    switch (step.op) {
    case Op::StoreMode:
        return m_store.setMode(static_cast<WalkStore::Mode>(step.b % 4));
    case Op::StoreState: {
        static constexpr std::array States{KeychainState::Ready, KeychainState::Locked,
                                           KeychainState::Ready, KeychainState::Absent,
                                           KeychainState::NoKeyring};
        const KeychainState state = States.at(step.b % States.size());
        // A keyring that never was holds nothing.
        if (state != KeychainState::NoKeyring || m_store.items.isEmpty())
            m_store.setState(state);
        if (state != KeychainState::Ready)
            m_model.keychainCanHideIt();
        return;
    }
    case Op::StoreRelease:
        return m_store.release(static_cast<WalkStore::Mode>(step.b % 8 < 6 ? 0 : step.b % 4));
    default:
        return;
    }
}

} // namespace latchkey::test
