#include "app/session/renewer.h"

#include "app/base/logging.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds LongestNap = 1min; // timers stand still in suspend; clocks decide (rule 4)
// While a renewal is in flight: after a sleep its connection is given up within 2 s, of which the
// edge takes one.
constexpr Milliseconds ShortNap = 500ms;
// After a sleep or a set clock, every living holder of a lock has noticed it by then.
constexpr Milliseconds AgesLieFor = LongestNap + 15s;
constexpr Milliseconds Patience = 30s; // how long a waiter sits out an outage

double unitRandom()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

Renewer::Renewer(ApiClient &api, SessionVault &vault, Clock &clock, const Setup &setup)
    : m_api(api)
    , m_vault(vault)
    , m_clock(clock)
    , m_wake(clock.makeTimer([this] { wake(); }))
    , m_lockFolder(setup.lockFolder)
    , m_random(setup.unitRandom ? setup.unitRandom : unitRandom)
    , m_lockEnds(clock.makeTimer([this] { releaseLock(); }))
    , m_late(vault, clock)
    , m_clocks(clock)
    , m_budget(setup.preferences, clock)
{
    connect(&vault, &SessionVault::savingChanged, this, &Renewer::savingChanged);
    connect(&m_late, &LateRenewals::ended, this, &Renewer::lateEnded);
}

Renewer::~Renewer() = default;

void Renewer::start(const TokenPair &pair, const QString &email)
{
    stop();
    m_email = email;
    m_budget.resume(m_vault.key(), email);
    (void)m_clocks.look(); // what happened before this pair is no news
    take(pair);
    m_announced = standing();
    arm();
}

void Renewer::leave()
{
    // Once it is answered, its pair is being stored: that goes on by itself.
    if (m_attempt && m_isSent && !m_isAnswered && m_vault.isWanted()) {
        m_late.add({std::move(m_attempt), *m_pair, m_email, m_vault.key(), m_api.server(),
                    std::move(m_lock)});
        m_lock.reset(); // it has nothing any more
    }
    stop();
}

void Renewer::stop()
{
    m_wake->stop();
    m_attempt.reset();
    m_isSent = m_isAnswered = m_isStoring = false;
    m_retake.reset();
    releaseLock();
    m_judging.reset();
    m_timeAsk.reset();
    m_askAgainAt = 0ms;
    m_timeFailures = m_shrugs = 0;
    m_moved = false;
    m_pair.reset();
    m_due.reset();
    m_warnAt.reset();
    m_rivalRenews = false;
    m_lastError.reset();
    m_failures = m_refusals = 0;
    m_refreshRefused = m_replaced = false;
    m_notBefore = m_quietUntil = m_wondered = 0ms;
    m_announced = Standing::Dead;
    answerAllWaiters(noTokenError());
    answer(std::exchange(m_timeWaiters, {}), noTokenError());
}

void Renewer::take(const TokenPair &pair)
{
    const bool keepsRefresh = m_pair && pair.tokens.refresh.sameAs(m_pair->tokens.refresh);
    m_ends.access.reset();
    if (!keepsRefresh)
        m_ends.refresh.reset();
    m_pair = pair;
    m_datedBy = wallAtBoot();
    m_lastError.reset();
    m_failures = m_refusals = 0;
    m_refreshRefused = m_replaced = m_rivalRenews = false;
    schedule();
}

void Renewer::schedule()
{
    const auto moment = renewalMoment(life(), 2.0 * m_random() - 1.0, m_settings);
    const bool byClock = moment && m_settings.automatic;
    m_due = byClock ? moment : std::nullopt;
    m_warnAt = byClock ? std::nullopt : std::optional(warningMoment(life(), m_settings));
    m_dueCause = Cause::Timer;
}

void Renewer::setSettings(const RenewalSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    // A renewal under way does not wait for this either, but a new pair that is still being saved
    // was scheduled by the old settings.
    if (!m_pair || keepsPlan())
        return;
    schedule();
    serveWaiters();
    wake();
}

Standing Renewer::standing() const
{
    return m_pair && !m_replaced ? standingOf(life(), m_clock.sinceBoot(), m_refreshRefused)
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
        return answerAllWaiters(noTokenError());
    // While an outage is being waited out, the next try is already planned.
    const QPointer<QObject> guard(this);
    if (!m_attempt && !keepsPlan())
        attempt(cause);
    if (guard)
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

void Renewer::occasion(Cause cause)
{
    if (!m_pair || m_isEnding)
        return;
    if (cause == Cause::Resume)
        m_gapAt.reset();
    if (isAgeOpen())
        askTime(this, [](const std::optional<Error> &) {}); // it may be less dead than it looks
    considerRenewal(cause, worthRenewing(life(), m_clock.sinceBoot()));
    wake();
}

// Whoever waits has a renewal made for them, also where none is planned.
void Renewer::serveWaiters()
{
    if (m_waiters.isEmpty() || m_attempt || keepsPlan())
        return;
    m_due = m_clock.sinceBoot();
    m_dueCause = Cause::Expired;
}

void Renewer::lookAtClocks()
{
    wake();
}

void Renewer::considerRenewal(Cause cause, bool worth)
{
    const Standing now = standing();
    const bool renewable = now == Standing::Good || now == Standing::NeedsRenewal;
    // A refusal is confirmed in its own time, and a rival finishes in its own.
    if (!renewable || !m_settings.automatic || m_attempt || m_refusals > 0 || m_rivalRenews)
        return;
    if (m_failures == 0 && !(worth && mayUseOccasion()))
        return;
    m_due = m_clock.sinceBoot();
    m_dueCause = cause;
}

bool Renewer::mayUseOccasion() const
{
    const auto pause = plannedPause(life(), m_settings);
    return !pause || m_budget.allowsOneMore(*pause);
}

bool Renewer::hasSlept()
{
    const QPointer<QObject> guard(this);
    const ClockWatch::Step step = m_clocks.look();
    if (step.jumped != 0ms || step.slept > 0ms) {
        m_agesLieUntil = m_clock.monotonic() + AgesLieFor;
        if (m_lock)
            (void)m_lock->keep(); // lost: the next step notices it
    }
    m_hasSlept = m_hasSlept || step.slept > 0ms;
    if (step.jumped != 0ms) {
        qCInfo(lcSession) << "the computer's clock was set, seconds:" << step.jumped.count() / 1000;
        if (dateAnew())
            pairMoved();
        emit clockJumped(step.jumped);
    }
    if (guard && step.slept > 0ms)
        emit slept(step.slept);
    return step.slept > 0ms;
}

Milliseconds Renewer::wallAtBoot() const
{
    return m_clock.wall().time_since_epoch() - m_clock.sinceBoot();
}

// False: no clock was set since the pair was dated. It may have been since the last look.
bool Renewer::dateAnew()
{
    const Milliseconds by = wallAtBoot() - m_datedBy;
    if (std::chrono::abs(by) < ClockWatch::Noise)
        return false;
    m_pair->issuedAt += by;
    m_datedBy += by;
    return true;
}

// The keychain item tells the age by the wall clock: it must follow, or the next start reads it
// wrong. A renewal under way writes a new item, unless it fails.
void Renewer::pairMoved()
{
    m_moved = m_attempt != nullptr;
    if (!m_moved)
        m_vault.save(toStore(), SessionVault::Prompt::Never, this, [] {});
}

void Renewer::warnOfExpiry()
{
    if (!m_warnAt || *m_warnAt > m_clock.sinceBoot())
        return;
    m_warnAt.reset();
    emit aboutToExpire();
}

void Renewer::wonderAboutGuess()
{
    const Milliseconds now = m_clock.sinceBoot();
    if (standing() != Standing::NotRenewable || !isPastGuess(life(), now))
        return;
    if (m_wondered >= life().access.expiry() && now - m_wondered < FallbackLifetime)
        return;
    m_wondered = now;
    emit guessPassed();
}

void Renewer::wake()
{
    const QPointer<QObject> guard(this);
    if (!m_pair)
        return;
    const bool slept = hasSlept();
    if (!guard || !m_pair)
        return;
    if (slept)
        considerRenewal(Cause::Resume, worthRenewing(life(), m_clock.sinceBoot()));
    answerPatientWaiters();
    const Standing now = standing();
    if (now != m_announced && !m_attempt)
        judge(Cause::Expired);
    const auto next = nextAttempt();
    if (next && *next <= m_clock.sinceBoot() && !m_attempt && !m_judging)
        attempt(m_dueCause);
    if (guard && m_pair)
        askTimeAgain();
    if (guard && m_pair)
        warnOfExpiry();
    if (guard && m_pair)
        wonderAboutGuess();
    if (guard)
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
    const PairLife lives = life();
    consider(lives.access.expiry());
    if (m_warnAt)
        consider(*m_warnAt);
    if (lives.refresh)
        consider(lives.refresh->expiry());
    if (const auto attemptAt = nextAttempt(); attemptAt && !m_attempt && !m_judging)
        next = std::min(next, std::max(*attemptAt, now + 1ms));
    if (m_attempt)
        next = std::min(next, now + ShortNap);
    if (m_lastError) {
        for (const Waiter &waiter : std::as_const(m_waiters))
            consider(now + Patience - (m_clock.monotonic() - waiter.since));
    }
    m_wake->start(next - now);
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
    answer(due, error);
}

// Queued: a waiter may call back into this object, or delete it.
void Renewer::answer(const QList<Waiter> &waiters, const std::optional<Error> &error)
{
    for (const Waiter &waiter : waiters) {
        if (waiter.context) {
            QMetaObject::invokeMethod(
                waiter.context, [waiter, error] { waiter.callback(error); }, Qt::QueuedConnection);
        }
    }
}

// Whoever has sat out an outage long enough is told of it.
void Renewer::answerPatientWaiters()
{
    if (m_lastError)
        answerWaiters(noTokenError(), Patience);
}

// What those are told who wait for a token that will not come, or not in time. What was said to the
// renewal is not the answer to their own call, in which a 400 or a 404 would be about the account.
Error Renewer::noTokenError() const
{
    Error error;
    error.detail = QStringLiteral("the session ended while this request waited");
    if (m_lastError)
        error = *m_lastError;
    if (!m_lastError || verdictOf(error) == Verdict::Refused)
        error.code = ErrorCode::Unauthorized;
    error.fromApi = false;
    return error;
}

void Renewer::answerAllWaiters(const std::optional<Error> &error)
{
    answerWaiters(error, Milliseconds::min());
}

} // namespace latchkey
