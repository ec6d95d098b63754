#include "tests/session/walkmodel.h"

#include "tests/session/walkrules.h"

namespace latchkey::test
{

namespace
{

bool hasSession(SessionState state)
{
    return state == SessionState::SignedIn || state == SessionState::Renewing
        || state == SessionState::NotRenewable || state == SessionState::Restoring;
}

} // namespace

WalkModel::WalkModel(FakeClock &clock, WalkServer &server)
    : m_clock(clock)
    , m_server(server)
{
}

void WalkModel::breakOn(const QString &what)
{
    if (m_broken.isEmpty())
        m_broken = what;
}

void WalkModel::follow(Session *session, const QStringList &keys)
{
    if (session != m_session) {
        m_log.clear();
        m_state = m_published = SessionState::Starting;
        m_causes.clear();
        m_ofThisRun.clear();
        m_end = {};
        m_late.forget();
    }
    m_late.left(m_server.tokensUnderWay());
    m_session = session;
    m_keys = keys;
    m_key = keys.first();
    m_alive = m_leaving = m_hasSignedOut = m_profileWanted = m_ranOut = false;
    m_wanted = false;
    m_reads.forget();
    m_unreadable = false;
    m_newest = {};
    forgetServerWords();
}

void WalkModel::forgetServerWords()
{
    m_verdicts.forget();
    m_lastRenewal.reset();
    m_notBefore = Milliseconds(0);
}

void WalkModel::verbIsCalled(Cause cause)
{
    m_causes.insert(static_cast<int>(cause));
}

void WalkModel::signingOut(SessionState before)
{
    sync();
    if (before == SessionState::Starting || before == SessionState::SignedOut
        || before == SessionState::SigningIn)
        return;
    m_leaving = m_hasSignedOut = true;
    // What waits behind the keychain may be anybody's.
    const QStringList meant = hasSession(before) ? QStringList(m_key) : m_keys;
    m_mayGo.unite({meant.cbegin(), meant.cend()});
    m_alive = m_profileWanted = m_ranOut = false;
}

void WalkModel::leavingKeychain(SessionState before)
{
    sync();
    if (before != SessionState::WaitingForKeychain && before != SessionState::Restoring)
        return;
    m_late.left(m_server.tokensUnderWay());
    m_leaving = true;
    m_alive = m_profileWanted = m_ranOut = false;
}

void WalkModel::signingIn(SessionState before, bool stay, bool goesOnWithout)
{
    sync();
    if (before == SessionState::SignedOut || before == SessionState::Ended
        || before == SessionState::WaitingForKeychain || before == SessionState::NotRenewable) {
        m_stayAsked = stay;
        m_goesOnWithout = goesOnWithout;
        m_profileWanted = false; // it would be about a session that is being replaced
    }
}

void WalkModel::profileWanted(SessionState state)
{
    sync();
    if (m_alive && hasSession(state))
        m_profileWanted = true;
}

void WalkModel::otherProcessWrote(const QByteArray &access, const QByteArray &refresh)
{
    m_others.append({access, refresh});
    verbIsCalled(Cause::OtherProcess);
}

// Another process's pair is known to be ours once it is used.
bool WalkModel::mayBeTheOthers(const QByteArray &access, const QByteArray &refresh)
{
    for (qsizetype i = 0; i < m_others.size(); ++i) {
        const auto [theirAccess, theirRefresh] = m_others.at(i);
        if (access == theirAccess || (!refresh.isEmpty() && refresh == theirRefresh)) {
            m_newest = {theirAccess, theirRefresh, true};
            m_others.remove(0, i + 1); // the later ones may still be taken
            return true;
        }
    }
    return false;
}

bool WalkModel::isKnownDead(const QByteArray &token) const
{
    const WalkServer::Token *known = m_server.tokenOf(token);
    if (!known || (m_newest.ageByWall && m_clockWasSet))
        return false;
    return m_clock.sinceBoot() >= known->knownUntil;
}

bool WalkModel::refreshIsUsable() const
{
    return m_server.honours(m_newest.refresh)
        && m_verdicts.count(About::Renewal, m_newest.refresh) == 0;
}

void WalkModel::sending(const WalkServer::Exchange &exchange)
{
    sync();
    breakOn(m_end.problemWith(exchange.call));
    if (exchange.call == WalkServer::Call::Login) {
        if (m_state != SessionState::SigningIn)
            breakOn(QStringLiteral("a login nobody asked for, in ") + stateName(m_state));
        return;
    }
    if (!m_alive)
        return breakOn(QStringLiteral("a request without a session, in ") + stateName(m_state));
    if (exchange.call == WalkServer::Call::Time)
        return;
    const bool renewal = exchange.call == WalkServer::Call::Renewal;
    const QByteArray &newest = renewal ? m_newest.refresh : m_newest.access;
    if (exchange.token != newest
        && !mayBeTheOthers(renewal ? QByteArray() : exchange.token,
                           renewal ? exchange.token : QByteArray()))
        return breakOn(QStringLiteral("a request with a token that is not the newest"));
    if (isKnownDead(exchange.token))
        breakOn(renewal ? QStringLiteral("a renewal with a refresh token known to be dead")
                        : QStringLiteral("a request with an access token known to be dead"));
    if (renewal)
        checkRenewal(exchange);
}

void WalkModel::checkRenewal(const WalkServer::Exchange &exchange)
{
    const Milliseconds now = m_clock.sinceBoot();
    const auto underWay = m_server.tokensUnderWay();
    if (std::any_of(underWay.cbegin(), underWay.cend(),
                    [this](const QByteArray &token) { return !m_late.isLeft(token); }))
        breakOn(QStringLiteral("two renewals in flight"));
    if (m_verdicts.count(About::Renewal, exchange.token) >= 2)
        breakOn(QStringLiteral("a renewal with a refresh token that was refused twice"));
    if (m_lastRenewal && now - *m_lastRenewal < RenewalFloor)
        breakOn(QStringLiteral("two renewals within the floor"));
    if (now < m_notBefore)
        breakOn(QStringLiteral("a renewal before Retry-After has passed"));
    m_lastRenewal = now;
}

void WalkModel::delivering(const WalkServer::Exchange &exchange,
                           const WalkServer::Delivery &delivery)
{
    sync();
    const bool refused = delivery.isTheApis
        && (delivery.status == 400 || delivery.status == 401 || delivery.status == 403);
    switch (exchange.call) {
    case WalkServer::Call::Login:
        verbIsCalled(delivery.access.isEmpty() ? Cause::Rejected : Cause::User);
        if (delivery.access.isEmpty())
            return;
        m_alive = true;
        m_leaving = m_hasSignedOut = m_unreadable = m_ranOut = false;
        m_user = exchange.user;
        m_key = walkKey(m_session->server(), m_user);
        m_wanted = m_stayAsked;
        m_newest = {delivery.access, delivery.refresh, false};
        m_mayGo.remove(m_key);
        if (!m_wanted && !m_goesOnWithout)
            m_mayGo.insert(m_key);
        m_others.clear();
        return forgetServerWords();
    case WalkServer::Call::Renewal:
        if (m_late.isLeft(exchange.token))
            return m_others.append(m_late.delivering(exchange.token, delivery));
        if (!delivery.access.isEmpty()) {
            m_verdicts.forget(About::Renewal);
            const bool whole = !delivery.refresh.isEmpty();
            m_newest = {delivery.access, whole ? delivery.refresh : m_newest.refresh,
                        !whole && m_newest.ageByWall};
        }
        if (refused) {
            m_verdicts.add(About::Renewal, exchange.token, m_clock.sinceBoot());
            verbIsCalled(Cause::Rejected);
        }
        if (delivery.retryAfter)
            m_notBefore = m_clock.sinceBoot() + *delivery.retryAfter;
        return;
    case WalkServer::Call::Time:
        return;
    case WalkServer::Call::Profile:
        return profileAnswered(exchange.token, delivery);
    }
}

void WalkModel::profileAnswered(const QByteArray &token, const WalkServer::Delivery &delivery)
{
    if (!delivery.isTheApis)
        return;
    if (delivery.status == 401) {
        m_verdicts.add(About::Access, token, m_clock.sinceBoot());
        verbIsCalled(Cause::Unauthorized);
    }
    if (delivery.status == 400 || delivery.status == 404) {
        m_verdicts.add(About::Account, token, m_clock.sinceBoot());
        verbIsCalled(Cause::Rejected);
    }
}

bool WalkModel::isNewest(const Secret &item, const ServerAddress &server) const
{
    const auto stored = decodeSession(item, server);
    return stored && stored->email == m_user
        && stored->tokens.access.reveal() == QByteArrayView(m_newest.access)
        && stored->tokens.refresh.reveal() == QByteArrayView(m_newest.refresh);
}

// Of before this run, and of somebody else: it may be in force in another process.
bool WalkModel::isSomebodyElses(const Secret &item) const
{
    const auto stored = decodeSession(item);
    return stored && stored->email != m_user
        && !m_ofThisRun.contains(stored->tokens.access.reveal().toByteArray());
}

void WalkModel::published(const SessionStatus &status)
{
    sync();
    m_published = status.state;
    if (hasSession(status.state) && status.email != m_user)
        breakOn(QStringLiteral("the status names somebody else"));
}

void WalkModel::profileCame(const std::optional<QString> &email)
{
    m_profileWanted = false;
    if (email && *email != m_user)
        breakOn(QStringLiteral("a profile of somebody else"));
}

void WalkModel::look()
{
    sync();
    if (m_published != m_state)
        breakOn(QStringLiteral("nobody was told of ") + stateName(m_state));
}

void WalkModel::adoptRead()
{
    const auto read = m_reads.of(m_session->status().email);
    if (!read)
        return breakOn(QStringLiteral("a session was restored that was not stored"));
    m_alive = m_wanted = true;
    m_leaving = m_hasSignedOut = m_ranOut = false;
    m_ofThisRun.insert(read->tokens.access.reveal().toByteArray());
    m_user = read->email;
    m_key = walkKey(m_session->server(), m_user);
    m_newest = {read->tokens.access.reveal().toByteArray(),
                read->tokens.refresh.reveal().toByteArray(), true};
    m_others.clear();
    forgetServerWords();
}

// Reads on in the session's own record of what it went through.
void WalkModel::sync()
{
    const QList<Transition> log = m_session ? m_session->transitions() : QList<Transition>();
    const auto same = [](const Transition &one, const Transition &other) {
        return one.at == other.at && one.from == other.from && one.to == other.to
            && one.cause == other.cause;
    };
    qsizetype known = m_log.size();
    while (known > 0
           && !std::equal(m_log.end() - known, m_log.end(), log.begin(),
                          log.begin() + std::min(known, log.size()), same))
        --known;
    const QList<Transition> old = std::exchange(m_log, log);
    for (const Transition &step : log.mid(known))
        transition(step);
    if (m_session && m_session->status().state != m_state)
        breakOn(QStringLiteral("a state without a record: ")
                + stateName(m_session->status().state));
}

void WalkModel::transition(const Transition &step)
{
    const QString name = stateName(step.from) + QStringLiteral(" -> ") + stateName(step.to)
        + QStringLiteral(", cause ") + causeName(step.cause);
    if (step.from != m_state)
        breakOn(QStringLiteral("a gap in the record before ") + name);
    if (!isLegal(step))
        breakOn(QStringLiteral("an illegal change: ") + name);
    const bool needsOccasion = step.cause == Cause::Resume || step.cause == Cause::Reconnect
        || step.cause == Cause::Suspend || step.cause == Cause::OtherProcess
        || step.cause == Cause::Unauthorized || step.cause == Cause::Rejected
        || step.cause == Cause::User;
    if (needsOccasion && !m_causes.contains(static_cast<int>(step.cause)))
        breakOn(QStringLiteral("a cause that never was: ") + name);
    m_state = step.to;
    const bool fromStore = step.from == SessionState::Starting
        || step.from == SessionState::WaitingForKeychain || step.from == SessionState::SignedOut;
    const bool backToEnd = step.from == SessionState::SigningIn && !m_alive;
    if (step.to == SessionState::Restoring
        || (step.to == SessionState::Ended && fromStore && !m_alive))
        adoptRead();
    if (step.to == SessionState::Ended && !backToEnd)
        ended(step);
    if (step.to == SessionState::NotRenewable && step.cause == Cause::Rejected
        && step.from != SessionState::SigningIn
        && !m_verdicts.isConfirmed(About::Renewal, m_newest.refresh))
        breakOn(QStringLiteral("not renewable by one refusal: ") + name);
    if (step.to == SessionState::SignedOut && m_alive)
        breakOn(QStringLiteral("signed out by nobody: ") + name);
    if (step.to == SessionState::SignedOut && step.from != SessionState::SigningIn && !m_leaving
        && !m_unreadable && m_reads.hasSession())
        breakOn(QStringLiteral("a stored session was passed over: ") + name);
}

} // namespace latchkey::test
