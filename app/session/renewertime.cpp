// How old a pair from the keychain really is. Its age is told by the computer's clock at two
// moments and either may have been wrong, so a token that looks alive may be dead and the other way
// round. The server's own clock settles it, and can be had without showing it a token.
#include "app/base/logging.h"
#include "app/session/renewer.h"

#include <utility>

namespace latchkey
{

namespace
{

constexpr int MostShrugs = 3;

// Something answers that is neither the API nor what stands in between by its own account: a server
// that has no words for who shows it no token, or sends them elsewhere, or a page.
bool isShrug(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::TooManyRequests:
    case ErrorCode::ServerFault:
    case ErrorCode::Unavailable:
    case ErrorCode::RequestRefused:
    case ErrorCode::UnreadableReply:
    case ErrorCode::NotFromApi:
    case ErrorCode::CrossHostRedirect:
        return !error.retryAfter;
    case ErrorCode::CaptivePortal: // a sign-in page elsewhere may be the server's own
        return !error.retryAfter && error.httpStatus != 511;
    case ErrorCode::InvalidCredentials:
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::BadRequest:
    case ErrorCode::Offline:
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::TimedOut:
    case ErrorCode::Interrupted:
    case ErrorCode::Tls:
    case ErrorCode::ProxyAuthenticationRequired:
    case ErrorCode::NoUsableTokens:
    case ErrorCode::InsecureAddress:
        break;
    }
    return false;
}

} // namespace

bool Renewer::isAgeOpen() const
{
    return m_pair && m_pair->ageIsGuessed && !m_api.serverNow();
}

// The token itself tells, where nothing else will: it is refused, twice, or it is good.
bool Renewer::mustAskTime() const
{
    return isAgeOpen() && m_shrugs < MostShrugs;
}

bool Renewer::mustAskTimeForAccess() const
{
    return mustAskTime() && m_pair->life.access.expiry() - m_clock.sinceBoot() < LikelyClockError;
}

void Renewer::askTime(QObject *context, Callback callback)
{
    m_timeWaiters.append({context, std::move(callback), m_clock.monotonic()});
    if (m_timeAsk)
        return;
    const Milliseconds now = m_clock.sinceBoot();
    if (now < m_quietUntil) {
        Error error = m_quietReason;
        error.retryAfter = std::chrono::ceil<std::chrono::seconds>(m_quietUntil - now);
        return answer(std::exchange(m_timeWaiters, {}), error);
    }
    m_timeAsk = std::make_unique<QObject>();
    m_api.probe(m_api.server(), m_timeAsk.get(),
                [this](const Result<bool> &result) { timeAnswered(result); });
}

void Renewer::timeAnswered(const Result<bool> &result)
{
    m_timeAsk.release()->deleteLater(); // we are inside its callback
    std::optional<Error> failure;
    if (!result && (!result.error().fromApi || result.error().retryAfter)) {
        // What waits behind this question has to wait too, if somebody wants to be left alone.
        failure = result.error();
        heedRetryAfter(*failure);
        m_shrugs += isShrug(*failure) ? 1 : 0;
    }
    const QPointer<QObject> guard(this);
    const auto now = m_api.serverNow();
    if (now)
        m_timeFailures = 0;
    if (now)
        serverTimeKnown(*now, false);
    else if (!failure)
        m_pair->ageIsGuessed = false; // the API answers, and will not say: the guess must do
    if (guard)
        answer(std::exchange(m_timeWaiters, {}), failure);
}

// Until then nothing is renewed and no time asked for. A later, shorter one shortens nothing.
void Renewer::heedRetryAfter(const Error &error)
{
    if (!error.retryAfter)
        return;
    const Milliseconds until = m_clock.sinceBoot() + *error.retryAfter;
    if (until > m_quietUntil) {
        m_quietUntil = until;
        m_quietReason = error;
    }
    m_notBefore = std::max(m_notBefore, m_quietUntil);
    m_askAgainAt = std::max(m_askAgainAt, m_quietUntil);
}

// A session that only looks as if it could not be renewed must not wait for the person to notice.
void Renewer::askTimeAgain()
{
    const Milliseconds now = m_clock.sinceBoot();
    const bool looksDead = standing() == Standing::NotRenewable && !m_refreshRefused;
    if (!looksDead || !isAgeOpen() || m_timeAsk || m_isEnding || now < m_askAgainAt)
        return;
    m_askAgainAt = now + backoff(++m_timeFailures, m_random());
    askTime(this, [](const std::optional<Error> &) {});
}

void Renewer::serverTimeKnown(WallTime serverNow, bool accessAccepted)
{
    if (!m_pair || !correctAge(*m_pair, serverNow, accessAccepted, m_clock))
        return;
    qCInfo(lcSession) << "the stored session's age is set right by the server's clock";
    m_datedBy = wallAtBoot();
    pairMoved();
    if (!m_attempt && m_failures == 0 && m_refusals == 0)
        schedule();
    wake();
}

} // namespace latchkey
