#pragma once

#include "app/session/sessionvault.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/fakestore.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace latchkey::test
{

// The vault alone, on a keychain that does what a row says.
class VaultFixture
{
public:
    VaultFixture()
        : preferences(file())
        , vault(std::make_unique<SessionVault>(store, preferences, clock))
    {
        vault->use(key, server);
    }

    [[nodiscard]] StoredSession session(int serial,
                                        Milliseconds later = std::chrono::milliseconds(0),
                                        const QString &who = QStringLiteral("john@mail.com")) const
    {
        const WallTime at = clock.wall() + later;
        constexpr auto day = std::chrono::hours(24);
        return {
            server, who, {Secret(jwt(at, day, serial)), Secret(jwt(at, day, serial + 1000))}, at};
    }
    void put(const StoredSession &session) { store.items.insert(key, encodeSession(session)); }
    [[nodiscard]] bool holds(const StoredSession &session) const
    {
        const auto item = store.items.constFind(key);
        if (item == store.items.constEnd())
            return false;
        const auto stored = decodeSession(*item);
        return stored && stored->email == session.email
            && stored->tokens.access.sameAs(session.tokens.access);
    }
    void save(const StoredSession &session)
    {
        vault->setWanted(true);
        vault->save(session, SessionVault::Prompt::Never, vault.get(), [] {});
    }
    std::optional<SessionVault::Loaded> load()
    {
        std::optional<SessionVault::Loaded> result;
        QObject context;
        vault->load(SessionVault::Prompt::Never, &context,
                    [&](const SessionVault::Loaded &loaded) { result = loaded; });
        settle();
        return result;
    }
    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("latchkey.ini")); }

    const QString key = QStringLiteral("session/default/x");
    const ServerAddress server = *ServerAddress::parse(QStringLiteral("https://a.example"));
    QTemporaryDir folder;
    FakeClock clock;
    FakeStore store;
    Preferences preferences;
    std::unique_ptr<SessionVault> vault;
};

} // namespace latchkey::test
