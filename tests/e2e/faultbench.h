#pragma once

#include "app/api/apiclient.h"
#include "app/api/qnamedge.h"
#include "app/base/systemclock.h"
#include "app/demo/demoserver.h"
#include "app/store/keychainstore.h"
#include "app/store/preferencesfile.h"
#include "app/store/storedsession.h"
#include "tests/support/privatekeyring.h"

#include <QProcess>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace latchkey::test
{

inline constexpr std::chrono::milliseconds Patience
    = std::chrono::seconds(30); // a sanitizer on a busy machine
inline const QString Mine = QStringLiteral("default"); // the profile of the settings

// Strike at every system call, however long it takes: by hand, not in CI.
[[nodiscard]] inline bool wantsAll()
{
    return qEnvironmentVariable("LATCHKEY_FAULT_POINTS") == u"all";
}

// The built program as a child process, on the real gnome-keyring and a demo server in a thread,
// and what both of them hold, looked at from here.
class FaultBench
{
public:
    explicit FaultBench(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }
    // `onRequest` as DemoServer's. `rotate`: a refresh token works once.
    [[nodiscard]] bool start(std::chrono::seconds accessLife,
                             const std::function<void(demo::Endpoint)> &onRequest = {},
                             bool rotate = false);

    // The server's clock runs ahead until no access token issued so far is good any more.
    void age();

    enum class Held { Nothing, Session, Rubbish, NoAnswer };
    struct Item {
        Held held = Held::NoAnswer;
        StoredSession session; // if one is held
    };
    [[nodiscard]] Item stored(const QString &profile);
    // Under which John's session is stored; a version of before had one name for everybody.
    enum class Name { Account, OfBefore };
    [[nodiscard]] QString key(const QString &profile, Name name = Name::Account) const;
    // A session as a sign-in leaves it.
    [[nodiscard]] bool plant(const QString &profile, Name name = Name::Account);
    [[nodiscard]] bool clear(const QString &profile);
    // Empty if the server would still renew it, else what it said. Asked directly, and harmless
    // unless this server rotates.
    [[nodiscard]] QString whyNotHonoured(const StoredSession &session);
    // Empty if the keychain holds a session that the server honours, and nobody was asked anything.
    [[nodiscard]] QString keychainProblem(const QString &profile);

    // The settings as somebody left them; the program's own start writes another server.
    [[nodiscard]] bool leaveSettings(const QString &profile) const;
    // The profile's settings name John's session: a smoke test's own are gone with its folder.
    [[nodiscard]] bool listStored(const QString &profile) const;
    // Empty if the file is whole and is the one from before or the one from after.
    [[nodiscard]] QString settingsProblem(const QString &profile) const;
    [[nodiscard]] static QString settingsFile(const QString &profile);

    // `tracer` goes before the program, whose process number is returned. Its words, the log among
    // them, are in readAll().
    qint64 launch(QProcess &process, const QStringList &tracer, const QStringList &arguments) const;
    [[nodiscard]] QStringList onServer() const { return {QStringLiteral("--server"), url()}; }
    [[nodiscard]] QStringList smokeTest() const
    {
        return onServer() + QStringList{QStringLiteral("--smoke-test")};
    }
    static void typeCredentials(QProcess &process); // for smokeTest()
    // Until the profile with its picture is on the window, or the process is gone.
    [[nodiscard]] bool isShownSoon(const QProcess &process, int picturesBefore,
                                   std::chrono::milliseconds patience) const;
    // A whole start as anybody's: signed in without a password within `patience`, and a clean end.
    // Empty if so.
    [[nodiscard]] QString normalStartProblem(const QString &profile);

    [[nodiscard]] demo::DemoServer &server() { return *m_server; }
    [[nodiscard]] QString url() const { return m_server->url(); }

private:
    [[nodiscard]] QString problemIn(const QString &file) const;
    [[nodiscard]] Item storedAs(const QString &profile, Name name);

    PrivateKeyring &m_keyring;
    SystemClock m_clock;
    QnamEdge m_edge{m_clock};
    ApiClient m_api{m_edge, m_clock};
    std::chrono::seconds m_accessLife{};
    std::atomic<qint64> m_ahead{0}; // of the server's clock, in milliseconds
    std::unique_ptr<demo::DemoServer> m_server;
    ServerAddress m_address;
    std::unique_ptr<KeychainStore> m_keychain;
};

// Waits for its end without blocking our own loop, in which the fake prompter lives.
[[nodiscard]] bool endsSoon(QProcess &process, std::chrono::milliseconds patience);

} // namespace latchkey::test
