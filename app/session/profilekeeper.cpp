#include "app/session/profilekeeper.h"

#include "app/session/authorizedcall.h"
#include "app/session/renewalpolicy.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

// An account that a renewal has proved to be there is not doubted again so soon: were it deleted
// since, the next renewal by the plan would be refused.
constexpr Milliseconds ProofHolds = 24h;

// Nor is a 401 to a pair that was just renewed believed for longer: that may be the server's fault.
constexpr Milliseconds RefusalHolds = 24h;

bool speaksOfAccount(const Error &error)
{
    return error.code == ErrorCode::BadRequest
        || (error.code == ErrorCode::NotFound && error.httpStatus == 404 && error.fromApi);
}

} // namespace

ProfileKeeper::ProfileKeeper(Renewer &renewer, ApiClient &api, Clock &clock)
    : m_renewer(renewer)
    , m_api(api)
    , m_clock(clock)
    , m_retry(clock.makeTimer([this] { retryDue(); }))
{
}

ProfileKeeper::~ProfileKeeper() = default;

void ProfileKeeper::load()
{
    m_unasked = false;
    if (!m_renewer.pair() || m_call || m_finished || waitsToConfirm())
        return;
    const Milliseconds now = m_clock.sinceBoot();
    if (now >= m_notBefore || !m_lastError)
        return ask();
    Error error = *m_lastError;
    error.retryAfter = std::chrono::ceil<std::chrono::seconds>(m_notBefore - now);
    m_call = std::make_unique<QObject>();
    QMetaObject::invokeMethod(
        m_call.get(),
        [this, error] {
            m_call.release()->deleteLater();
            m_unasked = true;
            emit failed(error);
        },
        Qt::QueuedConnection);
}

void ProfileKeeper::ask()
{
    m_retry->stop();
    m_sawUnauthorized = m_missedOccasion = false;
    m_call = std::make_unique<QObject>();
    AuthorizedCall<Profile>::run(
        m_renewer, m_call.get(),
        [this](const Secret &token, QObject *context, const AuthorizedCall<Profile>::Callback &cb) {
            m_api.profile(token, context, [this, cb](const Result<Profile> &result) {
                // A renewal's, which the call waited for, is the renewer's to heed: it may be old.
                if (!result && result.error().retryAfter)
                    m_notBefore
                        = std::max(m_notBefore, m_clock.sinceBoot() + *result.error().retryAfter);
                if (!result && result.error().code == ErrorCode::Unauthorized) {
                    m_sawUnauthorized = true;
                    emit unauthorized(result.error());
                }
                cb(result);
            });
        },
        [this](const Result<Profile> &result) { callEnded(result); });
}

void ProfileKeeper::occasion()
{
    if (m_call)
        m_missedOccasion = true;
    else if (m_isDue && !waitsToConfirm())
        retryDue();
}

void ProfileKeeper::renewed()
{
    const bool isRefused = !m_call && m_lastError && m_lastError->code == ErrorCode::Unauthorized;
    const Milliseconds now = m_clock.sinceBoot();
    if (isRefused && now >= m_askRefusedAt) {
        m_askRefusedAt = now + RefusalHolds;
        m_isDue = true;
    }
    occasion();
}

void ProfileKeeper::pause()
{
    m_isDue = m_isDue || m_call;
    m_paused = true;
    m_call.reset(); // its answer would be about a session that is being replaced
    m_doubt.reset();
    m_retry->stop();
}

void ProfileKeeper::resume()
{
    m_paused = false;
    if (m_isDue)
        retryDue();
}

void ProfileKeeper::finish()
{
    stop();
    m_finished = true;
}

void ProfileKeeper::stop()
{
    m_call.reset();
    m_retry->stop();
    m_lastError.reset();
    m_refusal.reset();
    m_denial.reset();
    m_doubt.reset();
    m_accountProvedAt.reset();
    m_notBefore = m_askRefusedAt = 0ms;
    m_failures = 0;
    m_isDue = m_paused = false;
}

void ProfileKeeper::retryDue()
{
    const Milliseconds now = m_clock.sinceBoot();
    if (!m_renewer.pair() || m_call || m_paused || m_finished)
        return;
    if (now < m_notBefore)
        return m_retry->start(m_notBefore - now);
    ask();
}

void ProfileKeeper::callEnded(const Result<Profile> &result)
{
    m_call.release()->deleteLater(); // we are inside its callback
    const QPointer<QObject> guard(this);
    emit answered(result.has_value());
    if (!guard || !m_renewer.pair()) // a slot has just signed out
        return;
    if (!result)
        return callFailed(result.error());
    m_lastError.reset();
    m_refusal.reset();
    m_denial.reset();
    m_failures = 0;
    m_isDue = false;
    m_unasked = true;
    emit loaded(*result);
}

void ProfileKeeper::callFailed(const Error &error)
{
    const bool isRefusal = error.code == ErrorCode::Unauthorized && m_sawUnauthorized;
    const bool nothingToRenew = m_renewer.standing() == Standing::NotRenewable;
    // An outage kept away the renewal that this 401 asked for: nobody knows yet.
    const bool isVerdict = isRefusal && (nothingToRenew || !m_renewer.lastError());
    if (m_paused) { // the old session's end is not decided beside the new one's beginning
        m_isDue = true;
        return tell(error);
    }
    if (speaksOfAccount(error))
        return doubtSeen(error);
    if (isRefusal && nothingToRenew && !error.sessionReplaced)
        return refusalSeen(error, false);
    // What the API itself refuses is not asked for over and over.
    m_isDue = !isVerdict && error.code != ErrorCode::Forbidden;
    // The call was of before the occasion: a connection that a sleep cut, a network that was away.
    if (m_isDue && m_missedOccasion && error.httpStatus == 0)
        return retryDue();
    if (m_isDue)
        retryLater();
    tell(error);
}

void ProfileKeeper::retryLater()
{
    const Milliseconds now = m_clock.sinceBoot();
    m_isDue = true;
    m_retry->start(std::max(profileBackoff(++m_failures, m_renewer.jitter()), m_notBefore - now));
}

void ProfileKeeper::tell(const Error &error)
{
    const bool isNews = !m_lastError || m_lastError->code != error.code;
    m_lastError = error;
    // Whoever asked is told once; what is tried again by itself, only where it is news.
    const bool isAsked = !std::exchange(m_unasked, true);
    if (isNews || isAsked || error.sessionReplaced)
        emit failed(error);
}

bool ProfileKeeper::waitsToConfirm() const
{
    const Milliseconds now = m_clock.sinceBoot();
    const auto waits = [now](const std::optional<Refusal> &first) {
        return first && now < first->at + ConfirmAfter;
    };
    return m_retry->isActive() && (waits(m_refusal) || waits(m_denial));
}

// Each kind is confirmed by a second of its own kind.
void ProfileKeeper::refusalSeen(const Error &error, bool accountIsGone)
{
    const Milliseconds now = m_clock.sinceBoot();
    const Secret token = m_renewer.pair()->tokens.access;
    std::optional<Refusal> &first = accountIsGone ? m_denial : m_refusal;
    if (!first || !first->token.sameAs(token))
        first = Refusal{now, token};
    if (now < first->at + ConfirmAfter) {
        m_isDue = true;
        m_retry->start(first->at + ConfirmAfter - now);
        return;
    }
    m_call = std::make_unique<QObject>();
    m_renewer.lookForNewerPair(m_call.get(), [this, error, accountIsGone](bool adopted) {
        m_call.release()->deleteLater();
        if (adopted)
            ask();
        else if (accountIsGone)
            emit accountGone(error);
        else
            emit refused(error);
    });
}

// The API says that it does not know the account, or this request. A renewal knows better: where
// it succeeds, the account is there.
void ProfileKeeper::doubtSeen(const Error &error)
{
    const Milliseconds now = m_clock.sinceBoot();
    const Standing standing = m_renewer.standing();
    if (standing == Standing::NotRenewable && m_renewer.isRefreshRefused())
        return refusalSeen(error, true);
    const bool isProved = m_accountProvedAt && now < *m_accountProvedAt + ProofHolds;
    if (isProved || standing == Standing::NotRenewable || standing == Standing::Dead) {
        retryLater();
        return tell(error);
    }
    m_isDue = false;
    m_doubt = error;
    m_call = std::make_unique<QObject>();
    m_renewer.renew(Cause::Rejected, m_call.get(),
                    [this](const std::optional<Error> &renewal) { doubtAnswered(renewal); });
}

void ProfileKeeper::doubtAnswered(const std::optional<Error> &renewalError)
{
    m_call.release()->deleteLater();
    const Error error = *std::exchange(m_doubt, std::nullopt);
    if (renewalError && m_renewer.isRefreshRefused())
        return emit accountGone(error);
    if (!renewalError)
        m_accountProvedAt = m_clock.sinceBoot();
    retryLater(); // nobody knows yet, or the account is there after all
    tell(error);
}

} // namespace latchkey
