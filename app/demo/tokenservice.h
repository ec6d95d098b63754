#pragma once

#include "app/base/clock.h"
#include "app/demo/accounts.h"
#include "app/demo/jwt.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <mutex>
#include <optional>

namespace latchkey::demo
{

struct TokenPair {
    QByteArray access;
    QByteArray refresh;
};

// Issues and judges tokens. By default it remembers nothing, as the reference server: a refresh
// token works until its own end, however often. With `rotate`, each refresh token works once; a
// second use revokes the whole family, that is every token that came from the same sign-in, access
// tokens too (RFC 9700 section 4.14). With `singleSession`, a sign-in takes the place of the
// account's earlier ones, whose tokens are refused from then on. Thread-safe.
class TokenService
{
public:
    struct Options {
        std::chrono::seconds accessLifetime = std::chrono::days(20);
        std::chrono::seconds refreshLifetime = std::chrono::hours(10);
        bool rotate = false;
        bool singleSession = false;
        // Keeps a copy of every token for issued(): for tests that search for leaks. Unbounded.
        bool remember = false;
        // Called from any thread that serves; must be safe for that.
        std::function<WallTime()> now;
    };

    // `accounts` must outlive this.
    TokenService(const Accounts &accounts, Options options);

    [[nodiscard]] TokenPair issue(int accountId);

    // Whose valid access token this is. The account itself may be deleted by now.
    [[nodiscard]] std::optional<int> accountOf(QByteArrayView accessToken) const;

    // Nothing if the token is forged, expired, spent, revoked or of a deleted account: the API
    // tells its client no difference.
    [[nodiscard]] std::optional<TokenPair> refresh(QByteArrayView refreshToken);

    // A well signed, unexpired token of either kind, refused because of a newer sign-in. Never true
    // without Options::singleSession.
    [[nodiscard]] bool wasReplaced(QByteArrayView token) const;

    // Every token issued so far is refused from now on.
    void revokeAll();

    // Oldest first; empty unless Options::remember.
    [[nodiscard]] QList<QByteArray> issued() const;

    [[nodiscard]] WallTime now() const { return m_options.now(); }

private:
    struct OneTime {
        qint64 exp = 0;
        bool spent = false;
    };

    TokenPair issueLocked(int accountId, qint64 family);
    bool spendLocked(const Claims &claims);
    void forgetExpiredLocked();
    [[nodiscard]] bool aliveLocked(const Claims &claims) const;
    [[nodiscard]] bool replacedLocked(const Claims &claims) const;
    [[nodiscard]] qint64 nowSeconds() const;

    const Accounts &m_accounts;
    const Options m_options;
    mutable std::mutex m_mutex;
    // Two keys, so that an access token is never taken for a refresh token.
    QByteArray m_accessKey = randomKey();
    QByteArray m_refreshKey = randomKey();
    QHash<qint64, OneTime> m_oneTime; // by serial; rotate only
    QSet<qint64> m_revokedFamilies;
    QHash<int, qint64> m_newestFamily; // by account; singleSession only
    qint64 m_lastFamily = 0;
    qint64 m_lastSerial = 0;
    QList<QByteArray> m_issued;
};

} // namespace latchkey::demo
