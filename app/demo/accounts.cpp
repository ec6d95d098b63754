#include "app/demo/accounts.h"

#include <algorithm>

namespace latchkey::demo
{

namespace
{

Account seeded(int id, const QString &email, const QString &password, const QString &name,
               const QString &role)
{
    const auto seededAt = QStringLiteral("2023-01-03T15:00:00.000Z");
    return {id, email, password, name, role, seededAt, seededAt};
}

} // namespace

// "Jhon" is how the reference server spells it.
Accounts::Accounts()
    : m_accounts{seeded(1, QStringLiteral("john@mail.com"), QStringLiteral("changeme"),
                        QStringLiteral("Jhon"), QStringLiteral("customer")),
                 seeded(2, QStringLiteral("maria@mail.com"), QStringLiteral("12345"),
                        QStringLiteral("Maria"), QStringLiteral("customer")),
                 seeded(3, QStringLiteral("admin@mail.com"), QStringLiteral("admin123"),
                        QStringLiteral("Admin"), QStringLiteral("admin"))}
{
}

QList<Account> Accounts::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_accounts;
}

std::optional<Account> Accounts::withId(int id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                    [id](const Account &account) { return account.id == id; });
    return found == m_accounts.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Account> Accounts::withLogin(const QString &email, const QString &password) const
{
    const std::lock_guard lock(m_mutex);
    const auto found
        = std::find_if(m_accounts.cbegin(), m_accounts.cend(), [&](const Account &account) {
              return account.email == email && account.password == password;
          });
    return found == m_accounts.cend() ? std::nullopt : std::optional(*found);
}

bool Accounts::remove(int id)
{
    const std::lock_guard lock(m_mutex);
    return m_accounts.removeIf([id](const Account &account) { return account.id == id; }) > 0;
}

} // namespace latchkey::demo
