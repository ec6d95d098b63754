#include "tests/bench/survival/plainclient.h"

#include "app/session/renewalpolicy.h"

#include <algorithm>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

Milliseconds trueTimeLeft(const Claims &token, const SimClock &clock)
{
    return *token.expiry - clock.truth().time_since_epoch();
}

} // namespace

PlainClient::PlainClient(const Schedule &schedule, SimClock &clock, VirtualNetwork &network)
    : m_schedule(schedule)
    , m_clock(clock)
    , m_api(network, clock)
    , m_wake(clock.makeTimer([this] { wake(); }))
    , m_refreshDies(clock.makeTimer([this] { onChange(); }))
{
    m_api.setServer(*ServerAddress::parse(QStringLiteral("https://api.example.com/v1")));
}

PlainClient::~PlainClient() = default;

void PlainClient::start()
{
    if (m_run) { // it went on without a window
        loadProfile();
        return onChange();
    }
    m_run = std::make_unique<QObject>();
    m_retryAt.reset();
    m_failures = 0;
    wake();
    loadProfile();
    onChange();
}

void PlainClient::stop()
{
    m_run.reset();
    m_wake->stop();
    m_refreshDies->stop();
    m_renewing = m_signingIn = m_wantsProfile = false;
}

void PlainClient::close()
{
    if (!m_schedule.renewsWhileClosed())
        stop();
}

void PlainClient::prepareForGap(GapKind, Milliseconds)
{
    if (m_schedule.renewsBeforeGap())
        renew();
}

void PlainClient::resumed()
{
    wake();
    onChange();
}

void PlainClient::reconnected()
{
    m_retryAt.reset();
    wake();
}

void PlainClient::used()
{
    loadProfile();
}

void PlainClient::signIn()
{
    m_signingIn = true;
    onChange();
    m_api.login({QStringLiteral("john@mail.com"), Secret(QByteArrayView("changeme"))}, m_run.get(),
                [this](const Result<TokenReply> &result) {
                    m_signingIn = false;
                    if (result) {
                        take(*result);
                        loadProfile();
                    }
                    onChange();
                });
}

Phase PlainClient::phase() const
{
    if (!m_run)
        return Phase::NotRunning;
    if (m_signingIn)
        return Phase::SigningIn;
    if (!m_tokens)
        return Phase::AskingForPassword;
    return m_refused || trueTimeLeft(m_refresh, m_clock) <= 0ms ? Phase::NotRenewable
                                                                : Phase::Renewable;
}

void PlainClient::take(const TokenReply &reply)
{
    m_tokens = reply.tokens;
    m_access = readClaims(reply.tokens.access);
    m_refresh = readClaims(reply.tokens.refresh);
    m_refused = m_unauthorized = false;
    m_retryAt.reset();
    m_failures = 0;
    arm();
}

bool PlainClient::accessIsDead() const
{
    return m_unauthorized || m_schedule.holdsForDead(m_access, m_clock);
}

void PlainClient::wake()
{
    if (!m_tokens || m_renewing)
        return;
    const auto next = m_schedule.nextIn(m_access, m_refresh, m_clock);
    const bool due = (next && *next <= 0ms) || accessIsDead();
    const bool waits = m_retryAt && *m_retryAt > m_clock.sinceBoot();
    if (due && m_refused && accessIsDead())
        return end();
    if (due && !m_refused && !waits)
        return renew();
    arm();
}

// A wall clock can be set meanwhile: no nap is long.
void PlainClient::arm()
{
    constexpr Milliseconds LongestNap = 10min;
    const auto next = m_schedule.nextIn(m_access, m_refresh, m_clock);
    Milliseconds nap = LongestNap;
    const auto consider = [&nap](Milliseconds in) {
        if (in > 0ms)
            nap = std::min(nap, in);
    };
    if (next)
        consider(*next);
    if (m_retryAt)
        consider(*m_retryAt - m_clock.sinceBoot());
    consider(trueTimeLeft(m_access, m_clock));
    m_wake->start(nap);
    m_refreshDies->start(trueTimeLeft(m_refresh, m_clock));
}

void PlainClient::renew()
{
    if (m_renewing || !m_tokens)
        return;
    if (m_refused
        || (m_schedule.readsRefreshToken() && m_schedule.holdsForDead(m_refresh, m_clock)))
        return refused();
    m_renewing = true;
    m_api.refreshToken(m_tokens->refresh, m_run.get(),
                       [this](const Result<TokenReply> &result) { renewalEnded(result); });
}

void PlainClient::renewalEnded(const Result<TokenReply> &result)
{
    m_renewing = false;
    if (result) {
        take(*result);
        if (std::exchange(m_wantsProfile, false))
            loadProfile();
        return onChange();
    }
    if (verdictOf(result.error()) == Verdict::Refused)
        return refused();
    m_wantsProfile = false;
    const Milliseconds pause = backoff(++m_failures, 1.0);
    const Milliseconds asked = result.error().retryAfter.value_or(0s);
    m_retryAt = m_clock.sinceBoot() + std::max(pause, asked);
    arm();
}

void PlainClient::refused()
{
    m_refused = true;
    m_wantsProfile = false;
    if (accessIsDead())
        return end();
    arm();
    onChange();
}

void PlainClient::loadProfile()
{
    if (!m_tokens)
        return;
    if (accessIsDead()) {
        m_wantsProfile = true;
        return renew();
    }
    m_api.profile(m_tokens->access, m_run.get(),
                  [this](const Result<Profile> &result) { profileEnded(result); });
}

void PlainClient::profileEnded(const Result<Profile> &result)
{
    if (result || result.error().code != ErrorCode::Unauthorized || !m_tokens)
        return;
    m_unauthorized = true;
    m_wantsProfile = true;
    renew();
}

void PlainClient::end()
{
    m_tokens.reset();
    m_wake->stop();
    m_refreshDies->stop();
    onChange();
}

} // namespace latchkey::survival
