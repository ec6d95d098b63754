#include "app/demo/tokenservice.h"

namespace latchkey::demo
{

namespace
{

TokenService::Options withClock(TokenService::Options options)
{
    if (!options.now) {
        options.now = [] {
            return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
        };
    }
    return options;
}

} // namespace

TokenService::TokenService(const Accounts &accounts, Options options)
    : m_accounts(accounts)
    , m_options(withClock(std::move(options)))
{
}

TokenPair TokenService::issue(int accountId)
{
    const std::lock_guard lock(m_mutex);
    const bool hasFamilies = m_options.rotate || m_options.singleSession;
    const qint64 family = hasFamilies ? ++m_lastFamily : 0;
    if (m_options.singleSession)
        m_newestFamily.insert(accountId, family);
    return issueLocked(accountId, family);
}

std::optional<int> TokenService::accountOf(QByteArrayView accessToken) const
{
    const std::lock_guard lock(m_mutex);
    const auto claims = verifiedClaims(accessToken, m_accessKey);
    if (!claims || !aliveLocked(*claims))
        return std::nullopt;
    return claims->sub;
}

std::optional<TokenPair> TokenService::refresh(QByteArrayView refreshToken)
{
    const std::lock_guard lock(m_mutex);
    const auto claims = verifiedClaims(refreshToken, m_refreshKey);
    if (!claims || !aliveLocked(*claims) || !m_accounts.withId(claims->sub))
        return std::nullopt;
    if (m_options.rotate && !spendLocked(*claims))
        return std::nullopt;
    return issueLocked(claims->sub, claims->family);
}

bool TokenService::wasReplaced(QByteArrayView token) const
{
    const std::lock_guard lock(m_mutex);
    auto claims = verifiedClaims(token, m_accessKey);
    if (!claims)
        claims = verifiedClaims(token, m_refreshKey);
    return claims && nowSeconds() < claims->exp && replacedLocked(*claims);
}

void TokenService::revokeAll()
{
    const std::lock_guard lock(m_mutex);
    m_accessKey = randomKey();
    m_refreshKey = randomKey();
    m_oneTime.clear();
    m_revokedFamilies.clear();
    m_newestFamily.clear();
}

QList<QByteArray> TokenService::issued() const
{
    const std::lock_guard lock(m_mutex);
    return m_issued;
}

TokenPair TokenService::issueLocked(int accountId, qint64 family)
{
    const qint64 now = nowSeconds();
    Claims access{accountId, now, now + m_options.accessLifetime.count(), family, 0};
    Claims refresh{accountId, now, now + m_options.refreshLifetime.count(), family, 0};
    if (m_options.rotate) {
        // Within one second the same claims give the same bytes: only a serial makes them one-time.
        access.serial = ++m_lastSerial;
        refresh.serial = ++m_lastSerial;
        forgetExpiredLocked();
        m_oneTime.insert(refresh.serial, {refresh.exp, false});
    }
    TokenPair pair{signedToken(access, m_accessKey), signedToken(refresh, m_refreshKey)};
    if (m_options.remember)
        m_issued << pair.access << pair.refresh;
    return pair;
}

bool TokenService::spendLocked(const Claims &claims)
{
    const auto entry = m_oneTime.find(claims.serial);
    if (entry == m_oneTime.end())
        return false;
    if (entry->spent) {
        m_revokedFamilies.insert(claims.family);
        return false;
    }
    entry->spent = true;
    return true;
}

// An expired token is refused by its claims alone, so its entry is of no more use.
void TokenService::forgetExpiredLocked()
{
    const qint64 now = nowSeconds();
    m_oneTime.removeIf([now](const auto &entry) { return entry.value().exp <= now; });
}

bool TokenService::aliveLocked(const Claims &claims) const
{
    return nowSeconds() < claims.exp && !m_revokedFamilies.contains(claims.family)
        && !replacedLocked(claims);
}

bool TokenService::replacedLocked(const Claims &claims) const
{
    return m_options.singleSession && m_newestFamily.value(claims.sub) != claims.family;
}

qint64 TokenService::nowSeconds() const
{
    return std::chrono::floor<std::chrono::seconds>(m_options.now()).time_since_epoch().count();
}

} // namespace latchkey::demo
