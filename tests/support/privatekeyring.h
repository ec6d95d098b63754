#pragma once

#include "tests/support/childprocess.h"
#include "tests/support/fakeprompter.h"

#include <QTemporaryDir>

#include <memory>

namespace latchkey::test
{

// A D-Bus session of our own with the real gnome-keyring on it, in folders of our own, so that a
// test meets a real Secret Service and never the developer's. Use:
//
//     int main(int argc, char **argv)
//     {
//         PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked); // before the application object
//         QCoreApplication app(argc, argv);
//         keyring.start();
//
// The constructor exports the session (DBUS_SESSION_BUS_ADDRESS, HOME, XDG_RUNTIME_DIR,
// XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME) into this process's environment. Qt and GLib keep
// the first session bus they see, so there is one PrivateKeyring per process, and it must live
// until the application object is gone. Everything it starts ends with it, or with the process.
class PrivateKeyring
{
public:
    enum class Mode {
        Unlocked, // keyring "login", open
        Locked, // the same, locked by start()
        Fresh, // a service without any keyring: the first save would ask for a password
        None, // the service can be activated and fails at once
        NoService, // nobody knows org.freedesktop.secrets; launchDaemon() can still bring it
    };

    explicit PrivateKeyring(Mode mode);
    ~PrivateKeyring();

    // With the application object there: waits for the service, locks it if so asked, and puts the
    // fake prompter in place. False: see the warning.
    [[nodiscard]] bool start();

    void killDaemon(); // SIGKILL; returns when the bus has noticed
    [[nodiscard]] bool launchDaemon(); // again, open unless the mode is Fresh
    void freezeDaemon() { m_daemon.freeze(); }
    void thawDaemon() { m_daemon.thaw(); }
    [[nodiscard]] bool lock();
    [[nodiscard]] bool unlock();

    [[nodiscard]] FakePrompter &prompter() { return *m_prompter; } // from start() on
    // Everything QtKeychain has stored, as secret-tool prints it: attributes, labels, secrets.
    // Opens no prompt, but unlocked entries only.
    [[nodiscard]] static QByteArray dump();
    [[nodiscard]] QString home() const { return m_folder.filePath(QStringLiteral("home")); }

private:
    void makeFolders();
    void startBus();
    void spawnDaemon();
    [[nodiscard]] bool waitForService(bool wanted);
    [[nodiscard]] QDBusMessage ask(const QString &path, const QString &interface,
                                   const QString &method, const QVariantList &arguments);

    Mode m_mode;
    QTemporaryDir m_folder;
    ChildProcess m_bus;
    ChildProcess m_daemon;
    std::unique_ptr<FakePrompter> m_prompter;
};

} // namespace latchkey::test
