#pragma once

#include <QList>
#include <QString>

#include <mutex>
#include <optional>

namespace latchkey::demo
{

// One of the reference server's seeded accounts. They are public: the password is kept, printed and
// answered in clear text because the API being imitated does so (api.md).
struct Account {
    int id = 0;
    QString email;
    QString password;
    QString name;
    QString role; // "customer" or "admin"
    QString creationAt; // ISO-8601, UTC, milliseconds
    QString updatedAt;
};

// Who can sign in. Thread-safe: handlers read it while a test deletes from it.
class Accounts
{
public:
    Accounts();

    [[nodiscard]] QList<Account> all() const;
    [[nodiscard]] std::optional<Account> withId(int id) const;
    // Both must match exactly; e-mail addresses are not folded, as on the reference server.
    [[nodiscard]] std::optional<Account> withLogin(const QString &email,
                                                   const QString &password) const;
    // Tokens of the account stay well signed: only the account is gone. False if there was none.
    bool remove(int id);

private:
    mutable std::mutex m_mutex;
    QList<Account> m_accounts;
};

} // namespace latchkey::demo
