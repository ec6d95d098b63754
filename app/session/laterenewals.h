#pragma once

#include "app/api/wireformat.h"
#include "app/session/renewallock.h"
#include "app/session/sessionvault.h"
#include "app/session/tokenpair.h"

#include <list>
#include <memory>
#include <optional>

namespace latchkey
{

// Renewals whose requests had left when the person went elsewhere: to another server, or on without
// the keychain. Where refresh tokens work once, the stored one is spent by then, so what is
// answered is stored under the key that it belongs to, unless somebody signed out there since or
// stored something newer (scenario 72). Nobody waits for it, and nobody is told. GUI thread only.
class LateRenewals final : public QObject
{
    Q_OBJECT
public:
    // `vault` names the keychain; both must outlive this.
    LateRenewals(SessionVault &vault, Clock &clock);
    ~LateRenewals() override;

    struct Renewal {
        std::unique_ptr<QObject> call; // whose end would abort the request
        TokenPair pair; // the one to be renewed
        QString email;
        QString key;
        ServerAddress server;
        std::optional<RenewalLock> lock; // released once the answer is stored
    };
    void add(Renewal renewal);
    // False: the call is not one of these.
    bool answered(const QObject *call, const Result<TokenReply> &result);
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }

signals:
    void ended(); // one of them, in whatever way

private:
    struct Entry {
        Renewal renewal;
        std::unique_ptr<SessionVault> vault = {}; // from the answer on
        std::unique_ptr<Timer> patience = {}; // with the keychain
    };
    void store(Entry &entry, const TokenReply &reply);
    void drop(const Entry *entry);

    SessionVault &m_vault;
    Clock &m_clock;
    std::list<Entry> m_all;
};

} // namespace latchkey
