#include "tests/session/waiterwalk.h"

namespace latchkey::test
{

namespace
{

using namespace std::chrono_literals;
using Op = Step::Op;

} // namespace

WaiterWalk::WaiterWalk(const QString &preferencesFile)
    : m_server(m_clock)
    , m_store(m_clock)
    , m_preferences(preferencesFile)
    , m_api(m_server, m_clock)
    , m_vault(m_store, m_preferences, m_clock)
    , m_renewer(m_api, m_vault, m_clock, {})
{
    m_server.setEars(this);
    m_server.accessLife = 10min;
    m_server.refreshLife = 1h;
    m_store.onWrite = [](const QString &, const Secret &) {};
    m_store.onRemove = [](const QString &) {};
    m_store.onRead = [](const QString &, const std::optional<Secret> &) {};
    m_api.setServer(*ServerAddress::parse(QStringLiteral("https://api.example.com/v1")));
    m_vault.use(QStringLiteral("session/default"), m_api.server());
    start(0);
}

WaiterWalk::~WaiterWalk() = default;

void WaiterWalk::breakOn(const QString &what)
{
    if (m_broken.isEmpty())
        m_broken = what;
}

void WaiterWalk::start(int user)
{
    const auto [access, refresh]
        = m_server.makePair(walkUser(user), m_server.now(), m_clock.sinceBoot());
    const TokenReply reply{{Secret(QByteArrayView(access)), Secret(QByteArrayView(refresh))},
                           m_clock.sinceBoot(),
                           {},
                           {}};
    m_vault.setWanted(user == 0);
    m_renewer.start(pairFromReply(reply, nullptr, m_clock), walkUser(user));
}

void WaiterWalk::sending(const WalkServer::Exchange &exchange)
{
    const WalkServer::Token *token = m_server.tokenOf(exchange.token);
    if (!m_renewer.pair())
        breakOn(QStringLiteral("a request after the end"));
    else if (exchange.call != WalkServer::Call::Time
             && (!token || m_clock.sinceBoot() >= token->knownUntil))
        breakOn(QStringLiteral("a request with a token known to be dead"));
    if (exchange.call == WalkServer::Call::Renewal && !m_server.tokensUnderWay().isEmpty())
        breakOn(QStringLiteral("two renewals in flight"));
}

void WaiterWalk::answered(Waiter *waiter)
{
    if (++waiter->answers > 1)
        breakOn(QStringLiteral("a waiter was answered twice"));
    if (m_stopWhenAnswered > 0 && --m_stopWhenAnswered == 0)
        m_renewer.stop();
}

void WaiterWalk::wait(int variant)
{
    m_waiters.push_back(std::make_unique<Waiter>());
    Waiter *waiter = m_waiters.back().get();
    waiter->context = std::make_unique<QObject>();
    QObject *context = waiter->context.get();
    if (variant % 3 == 0) {
        m_renewer.renew(Cause::Expired, context,
                        [this, waiter](const std::optional<Error> &) { answered(waiter); });
        return;
    }
    AuthorizedCall<Profile>::run(
        m_renewer, context,
        [this](const Secret &token, QObject *owner, const AuthorizedCall<Profile>::Callback &done) {
            m_api.profile(token, owner, done);
        },
        [this, waiter](const Result<Profile> &) { answered(waiter); });
}

void WaiterWalk::apply(const Step &step)
{
    switch (step.op) {
    case Op::ReloadProfile:
    case Op::Trap:
    case Op::Occasion:
        for (int i = 0; i <= step.a % 4; ++i)
            wait(step.b + i);
        break;
    case Op::RenewNow:
        m_renewer.renewNow();
        break;
    case Op::SignIn:
        if (step.a % 4 == 0)
            start(step.b % 2);
        break;
    case Op::SignOut:
        if (step.a % 2)
            m_renewer.stop();
        else
            m_stopWhenAnswered = 1 + step.b % 3;
        break;
    case Op::CancelSignIn: // a caller goes away
        if (!m_waiters.empty())
            m_waiters.at(step.b % m_waiters.size())->context.reset();
        break;
    case Op::Serve:
        m_server.setAnswering(step.b % 2);
        break;
    case Op::Answer:
    case Op::AnswerHonestly:
        if (const int pending = m_server.pending())
            m_server.answer(step.a % pending,
                            step.op == Op::Answer
                                ? static_cast<WalkServer::Answer>(step.b % WalkServer::Answers)
                                : WalkServer::Answer::Honest);
        break;
    case Op::Advance:
        m_clock.advance(advanceOf(step));
        break;
    case Op::Sleep:
        m_clock.sleep(step.b % 2 ? Milliseconds(11min) : Milliseconds(2h));
        break;
    case Op::StoreMode:
        m_store.setMode(static_cast<WalkStore::Mode>(step.b % 4));
        break;
    case Op::StoreRelease:
        m_store.release(WalkStore::Mode::Works);
        break;
    default:
        m_renewer.lookAtClocks();
        break;
    }
    m_clock.advance(0ms);
}

void WaiterWalk::end()
{
    m_store.setMode(WalkStore::Mode::Works);
    m_server.setAnswering(true);
    m_clock.advance(10min);
    m_renewer.stop();
    m_clock.advance(1s);
    for (const auto &waiter : m_waiters) {
        if (waiter->context && waiter->answers == 0)
            breakOn(QStringLiteral("a waiter was not answered"));
    }
}

} // namespace latchkey::test
