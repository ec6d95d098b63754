// How one renewal goes, and what its end means: the other half of renewer.cpp.
#include "app/base/logging.h"
#include "app/session/renewer.h"

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds RivalPause = 2s; // between two looks at another process that renews
constexpr Milliseconds LongestSave = 40s; // that others wait for; less than makes a lock overdue

} // namespace

void Renewer::attempt(Cause cause)
{
    // A sleep that nobody has noticed yet makes another process's lock look old.
    const QPointer<QObject> guard(this);
    (void)hasSlept();
    if (!guard || !m_pair || m_attempt)
        return;
    if (!mayAttempt()) {
        m_dueCause = cause;
        return;
    }
    m_attempt = std::make_unique<QObject>();
    m_isSent = m_isAnswered = m_isStoring = m_hasSlept = false;
    m_due.reset();
    m_notBefore = m_clock.sinceBoot() + RenewalFloor;
    qCInfo(lcSession) << "renewing, cause:" << causeName(cause);
    if (m_vault.isWanted()) {
        // The lock is ours, so what the keychain holds now is the last word of the others.
        m_vault.load(SessionVault::Prompt::Never, m_attempt.get(),
                     [this](const SessionVault::Loaded &loaded) {
                         if (!adopt(loaded))
                             send();
                     });
    } else {
        send();
    }
    emit renewingChanged(cause);
}

// False: not now, and m_due says when.
bool Renewer::mayAttempt()
{
    const Milliseconds now = m_clock.sinceBoot();
    if (now < m_notBefore) {
        m_due = m_notBefore;
        return false;
    }
    m_rivalRenews = false;
    if (m_isEnding || !endsBeforeGap()) {
        m_due = m_isEnding ? std::nullopt : m_gapAt;
        return false;
    }
    if (!m_vault.isWanted())
        return true;
    using Ages = RenewalLock::Ages;
    releaseLock();
    m_lock.emplace(m_lockFolder, m_vault.key());
    if (m_lock->tryTake(m_clock.monotonic() < m_agesLieUntil ? Ages::Lie : Ages::Count))
        return true;
    m_lock.reset();
    m_rivalRenews = true;
    m_due = now + RivalPause;
    return false;
}

void Renewer::send()
{
    if (m_lock && !m_lock->keep())
        return yield();
    if (!endsBeforeGap())
        return putOffUnsent();
    if (mustAskTime()) {
        return askTime(m_attempt.get(), [this](const std::optional<Error> &error) {
            error ? attemptEnded(tl::make_unexpected(*error)) : send();
        });
    }
    const Standing now = standing();
    if (now == Standing::NotRenewable || now == Standing::Dead) {
        // The computer slept, or the keychain took so long, that the refresh token died meanwhile.
        endAttempt();
        judge(Cause::Expired);
        emit renewingChanged(Cause::Expired);
        return;
    }
    m_notBefore = std::max(m_notBefore, m_clock.sinceBoot() + RenewalFloor);
    m_api.refreshToken(
        m_pair->tokens.refresh, m_attempt.get(),
        [this, call = m_attempt.get()](const Result<TokenReply> &result) {
            if (!m_late.answered(call, result))
                attemptEnded(result);
        },
        [this] { m_isSent = true; });
}

void Renewer::endAttempt()
{
    m_attempt.release()->deleteLater();
    m_isSent = false;
    // Whoever took it now would read the pair of before, and spend its refresh token again.
    if (m_lock && m_isStoring && m_vault.isWriting())
        m_lockEnds->start(LongestSave);
    else
        releaseLock();
    if (std::exchange(m_moved, false))
        pairMoved();
}

void Renewer::releaseLock()
{
    m_lockEnds->stop();
    m_lock.reset();
}

void Renewer::savingChanged()
{
    if (!m_attempt && !m_vault.isWriting())
        releaseLock();
}

// Another process took over, since this one stood still: it is asked for its pair when it is done.
void Renewer::yield()
{
    endAttempt();
    m_rivalRenews = true;
    m_due = m_clock.sinceBoot() + RivalPause;
    arm();
    emit renewingChanged(m_dueCause);
}

// Another process may have renewed: its pair in the keychain is as good as ours would be.
bool Renewer::adopt(const SessionVault::Loaded &loaded)
{
    (void)dateAnew();
    if (!loaded.session || !isSameEmail(loaded.session->email, m_email)
        || !isNewer(*loaded.session, *m_pair))
        return false;
    qCInfo(lcSession) << "another process renewed: its pair is adopted";
    m_moved = false; // theirs is what is stored
    if (m_attempt)
        endAttempt();
    m_vault.adopt(*loaded.session);
    TokenPair pair = pairFromAnother(*loaded.session, *m_pair, m_clock);
    if (const auto serverNow = m_api.serverNow()) // it may not have been told by our own pair
        (void)correctAge(pair, *serverNow, false, m_clock);
    take(pair);
    const Milliseconds issued
        = std::max(life().access.issued, life().refresh ? life().refresh->issued : 0ms);
    m_budget.note(std::min(issued, m_clock.sinceBoot()),
                  plannedPause(life(), m_settings).has_value());
    m_announced = standing();
    const QPointer<QObject> guard(this);
    if (m_announced == Standing::Good || m_announced == Standing::NotRenewable)
        answerAllWaiters(std::nullopt);
    serveWaiters();
    arm();
    if (guard)
        emit standingChanged(Cause::OtherProcess);
    return true;
}

void Renewer::attemptEnded(const Result<TokenReply> &result)
{
    if (!m_attempt)
        return; // it was given up with this answer on its way: another process's pair is in force
    m_isAnswered = true;
    if (result)
        return succeeded(*result);
    const Error &error = result.error();
    qCInfo(lcSession) << "renewal failed:" << errorName(error.code) << error.httpStatus;
    endAttempt();
    if (m_hasSlept && error.code == ErrorCode::Interrupted && !m_isEnding) {
        // Its connection was of before the sleep: that says nothing about the server of now.
        m_due = m_clock.sinceBoot();
        m_dueCause = Cause::Resume;
        arm();
        emit renewingChanged(Cause::Timer); // as any that comes to nothing
        return;
    }
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
    (void)dateAnew();
    take(pairFromReply(reply, &*m_pair, m_clock));
    m_budget.note(reply.sentSinceBoot, plannedPause(life(), m_settings).has_value());
    store();
}

void Renewer::store()
{
    if (m_lock && !m_lock->keep())
        return retakeAndStore();
    m_isStoring = true;
    const Milliseconds since = m_clock.monotonic();
    m_vault.save(toStore(), SessionVault::Prompt::Never, m_attempt.get(), [this, since] {
        m_saves.answered(m_clock.monotonic() - since);
        endAttempt();
        m_announced = Standing::Good; // after a sleep it may be dead already
        arm();
        const QPointer<QObject> guard(this);
        answerAllWaiters(std::nullopt);
        if (guard)
            emit renewingChanged(Cause::Timer);
        if (guard && m_pair) // else a slot has just signed out
            emit renewed();
        if (guard && m_pair && standing() != m_announced)
            judge(Cause::Expired);
    });
}

// Whoever took over from this process, which stood still, may store a newer pair: theirs is looked
// at before ours is written, and not while they are at it.
void Renewer::retakeAndStore()
{
    m_retake = m_clock.makeTimer([this] {
        if (!m_attempt || !m_lock)
            return;
        if (!m_lock->tryTake())
            return m_retake->start(RivalPause);
        m_vault.load(SessionVault::Prompt::Never, m_attempt.get(),
                     [this](const SessionVault::Loaded &loaded) {
                         if (!adopt(loaded))
                             store();
                     });
    });
    m_retake->start(RivalPause);
}

void Renewer::outage(const Error &error)
{
    const Milliseconds now = m_clock.sinceBoot();
    m_due = now + backoff(++m_failures, m_random());
    m_dueCause = Cause::Timer;
    heedRetryAfter(error);
    const QPointer<QObject> guard(this);
    answerPatientWaiters();
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
    if (error.sessionReplaced) { // no database failure has this code: nothing to confirm
        replaced(error);
        emit renewingChanged(Cause::Rejected);
        return;
    }
    if (++m_refusals < 2) {
        // One 401 may be a database failure (api.md): ask again before believing it, and not
        // sooner, whoever is impatient.
        m_notBefore = std::max(m_notBefore, m_clock.sinceBoot() + ConfirmAfter);
        m_due = m_notBefore;
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

void Renewer::replaced(const Error &error, QObject *context, Callback callback)
{
    if (context)
        m_waiters.append({context, std::move(callback), m_clock.monotonic()});
    m_replaced = m_refreshRefused = true;
    m_lastError = error;
    judge(Cause::Rejected); // the newer sign-in may be another process's, on this very computer
}

void Renewer::judge(Cause cause)
{
    if (m_judging)
        return;
    m_judging = std::make_unique<QObject>();
    // Before a death is told, the others are asked.
    lookForNewerPair(m_judging.get(), [this, cause](bool adopted) {
        m_judging.release()->deleteLater();
        adopted ? arm() : announceStanding(cause);
    });
}

void Renewer::lookForNewerPair(QObject *context, std::function<void(bool)> callback)
{
    if (!m_vault.isWanted()) {
        QMetaObject::invokeMethod(
            context, [callback = std::move(callback)] { callback(false); }, Qt::QueuedConnection);
        return;
    }
    m_vault.load(SessionVault::Prompt::Never, context,
                 [this, owner = QPointer<QObject>(context),
                  callback = std::move(callback)](const SessionVault::Loaded &loaded) {
                     const bool adopted = m_pair && adopt(loaded);
                     if (owner) // whoever was told of the new pair may have ended all of it
                         callback(adopted);
                 });
}

void Renewer::announceStanding(Cause cause)
{
    const Standing now = standing();
    m_announced = now;
    arm();
    const QPointer<QObject> guard(this);
    if (now == Standing::Dead || now == Standing::NotRenewable)
        answerAllWaiters(noTokenError());
    if (guard)
        emit standingChanged(cause);
}

StoredSession Renewer::toStore() const
{
    return latchkey::toStore(*m_pair, m_api.server(), m_email);
}

} // namespace latchkey
