#include "app/session/renewer.h"

#include "app/base/logging.h"

#include <QRandomGenerator>

#include <algorithm>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds LongestNap = 1min; // timers stand still in suspend; clocks decide (rule 4)
constexpr Milliseconds Patience = 30s; // how long a waiter sits out an outage
constexpr Milliseconds ConfirmAfter = 5s; // between a refusal and the try that confirms it

double unitRandom()
{
    return QRandomGenerator::global()->generateDouble();
}

Error signedOutError()
{
    Error error;
    error.code = ErrorCode::Unauthorized;
    error.detail = QStringLiteral("the session ended while this request waited");
    return error;
}

} // namespace

Renewer::Renewer(ApiClient &api, SessionVault &vault, Clock &clock)
    : m_api(api)
    , m_vault(vault)
    , m_clock(clock)
    , m_wake(clock.makeTimer([this] { wake(); }))
{
}

Renewer::~Renewer() = default;

void Renewer::start(const TokenPair &pair, const QString &email)
{
    stop();
    m_email = email;
    take(pair);
    m_announced = standing();
    arm();
}

void Renewer::stop()
{
    m_wake->stop();
    m_attempt.reset();
    m_judging.reset();
    m_pair.reset();
    m_due.reset();
    m_lastError.reset();
    m_failures = m_refusals = 0;
    m_refreshRefused = false;
    m_notBefore = 0ms;
    m_announced = Standing::Dead;
    answerAllWaiters(signedOutError());
}

void Renewer::take(const TokenPair &pair)
{
    m_pair = pair;
    m_lastError.reset();
    m_failures = m_refusals = 0;
    m_refreshRefused = false;
    m_due = renewalMoment(pair.life, 2.0 * unitRandom() - 1.0);
    m_dueCause = Cause::Timer;
}

Standing Renewer::standing() const
{
    return m_pair ? standingOf(m_pair->life, m_clock.sinceBoot(), m_refreshRefused)
                  : Standing::Dead;
}

std::optional<Milliseconds> Renewer::nextAttempt() const
{
    const Standing now = standing();
    if (!m_due || (now != Standing::Good && now != Standing::NeedsRenewal))
        return std::nullopt;
    return std::max(*m_due, m_notBefore);
}

void Renewer::renew(Cause cause, QObject *context, Callback callback)
{
    m_waiters.append({context, std::move(callback), m_clock.monotonic()});
    const Standing now = standing();
    if (now == Standing::NotRenewable || now == Standing::Dead)
        return answerAllWaiters(m_lastError ? *m_lastError : signedOutError());
    // While an outage is being waited out, the next try is already planned.
    if (!m_attempt && m_failures == 0 && m_refusals == 0)
        attempt(cause);
    arm();
}

void Renewer::renewNow()
{
    const Standing now = standing();
    if (m_attempt || now == Standing::NotRenewable || now == Standing::Dead)
        return;
    m_due = m_clock.sinceBoot();
    m_dueCause = Cause::User;
    wake();
}

void Renewer::wake()
{
    if (!m_pair)
        return;
    if (m_lastError)
        answerWaiters(m_lastError, Patience);
    const Standing now = standing();
    if (now != m_announced && !m_attempt)
        judge(Cause::Expired);
    const auto next = nextAttempt();
    if (next && *next <= m_clock.sinceBoot() && !m_attempt && !m_judging)
        attempt(m_dueCause);
    arm();
}

void Renewer::arm()
{
    if (!m_pair)
        return m_wake->stop();
    const Milliseconds now = m_clock.sinceBoot();
    Milliseconds next = now + LongestNap;
    const auto consider = [&](Milliseconds moment) {
        if (moment > now)
            next = std::min(next, moment);
    };
    consider(m_pair->life.access.expiry());
    if (m_pair->life.refresh)
        consider(m_pair->life.refresh->expiry());
    if (const auto attemptAt = nextAttempt(); attemptAt && !m_attempt && !m_judging)
        next = std::min(next, std::max(*attemptAt, now + 1ms));
    if (m_lastError) {
        for (const Waiter &waiter : std::as_const(m_waiters))
            consider(now + Patience - (m_clock.monotonic() - waiter.since));
    }
    m_wake->start(next - now);
}

void Renewer::attempt(Cause cause)
{
    if (m_clock.sinceBoot() < m_notBefore) {
        m_due = m_notBefore;
        return;
    }
    m_attempt = std::make_unique<QObject>();
    m_due.reset();
    m_notBefore = m_clock.sinceBoot() + RenewalFloor;
    qCInfo(lcSession) << "renewing, cause:" << causeName(cause);
    m_api.refreshToken(m_pair->tokens.refresh, m_attempt.get(),
                       [this](const Result<TokenReply> &result) { attemptEnded(result); });
    emit renewingChanged(cause);
}

void Renewer::attemptEnded(const Result<TokenReply> &result)
{
    if (result)
        return succeeded(*result);
    const Error &error = result.error();
    qCInfo(lcSession) << "renewal failed:" << errorName(error.code) << error.httpStatus;
    m_attempt.release()->deleteLater(); // we are inside its callback
    m_lastError = error;
    switch (verdictOf(error)) {
    case Verdict::None:
    case Verdict::Wait:
        outage(error);
        break;
    case Verdict::Refused:
        refused(error);
        break;
    }
}

void Renewer::succeeded(const TokenReply &reply)
{
    // The new pair is in force at once, but the renewal counts as under way until it is stored: it
    // is written before anyone is told of it.
    take(pairFromReply(reply, &*m_pair, m_clock));
    m_vault.save(toStore(), SessionVault::Prompt::Never, m_attempt.get(), [this, reply] {
        m_attempt.release()->deleteLater();
        m_announced = standing();
        arm();
        const QPointer<QObject> guard(this);
        answerAllWaiters(std::nullopt);
        if (guard)
            emit renewingChanged(Cause::Timer);
        if (guard && m_pair) // else a slot has just signed out
            emit renewed(reply);
    });
}

void Renewer::outage(const Error &error)
{
    const Milliseconds now = m_clock.sinceBoot();
    m_due = now + backoff(++m_failures, unitRandom());
    m_dueCause = Cause::Timer;
    if (error.retryAfter)
        m_notBefore = std::max(m_notBefore, now + *error.retryAfter);
    const QPointer<QObject> guard(this);
    answerWaiters(error, Patience);
    if (!guard)
        return;
    if (standing() != m_announced)
        judge(Cause::Expired);
    arm();
    emit renewingChanged(Cause::Timer);
    if (guard)
        emit failed(error);
}

void Renewer::refused(const Error &error)
{
    ++m_refusals;
    const bool accessGood = standing() == Standing::Good;
    if (accessGood && m_refusals < 2) {
        // One 401 may be a database failure (api.md): ask again before believing it.
        m_due = m_clock.sinceBoot() + ConfirmAfter;
        m_dueCause = Cause::Rejected;
        arm();
        emit renewingChanged(Cause::Rejected);
        return;
    }
    m_refreshRefused = true;
    m_lastError = error;
    judge(Cause::Rejected);
    emit renewingChanged(Cause::Rejected);
}

void Renewer::judge(Cause cause)
{
    if (m_judging)
        return;
    m_judging = std::make_unique<QObject>();
    // Another process may have renewed: its pair in the keychain is as good as ours would be.
    m_vault.load(SessionVault::Prompt::Never, m_judging.get(),
                 [this, cause](const SessionVault::Loaded &loaded) {
                     m_judging.release()->deleteLater();
                     if (loaded.session && loaded.session->issuedAt > m_pair->issuedAt
                         && loaded.session->email == m_email) {
                         qCInfo(lcSession) << "another process renewed: its pair is adopted";
                         take(pairFromStored(*loaded.session, m_clock));
                         m_announced = standing();
                         arm();
                         const QPointer<QObject> guard(this);
                         answerAllWaiters(std::nullopt);
                         if (guard)
                             emit standingChanged(Cause::OtherProcess);
                         return;
                     }
                     announceStanding(cause);
                 });
}

void Renewer::announceStanding(Cause cause)
{
    const Standing now = standing();
    m_announced = now;
    arm();
    const QPointer<QObject> guard(this);
    if (now == Standing::Dead || now == Standing::NotRenewable)
        answerAllWaiters(m_lastError ? *m_lastError : signedOutError());
    if (guard)
        emit standingChanged(cause);
}

void Renewer::answerWaiters(const std::optional<Error> &error, Milliseconds olderThan)
{
    const Milliseconds now = m_clock.monotonic();
    QList<Waiter> due;
    for (qsizetype i = 0; i < m_waiters.size();) {
        if (now - m_waiters.at(i).since >= olderThan)
            due.append(m_waiters.takeAt(i));
        else
            ++i;
    }
    // Queued: a waiter may call back into this object, or delete it.
    for (const Waiter &waiter : std::as_const(due)) {
        if (waiter.context) {
            QMetaObject::invokeMethod(
                waiter.context, [waiter, error] { waiter.callback(error); }, Qt::QueuedConnection);
        }
    }
}

void Renewer::answerAllWaiters(const std::optional<Error> &error)
{
    answerWaiters(error, Milliseconds::min());
}

StoredSession Renewer::toStore() const
{
    return {m_api.server(), m_email, m_pair->tokens, m_pair->issuedAt};
}

} // namespace latchkey
