#include "app/base/logging.h"
#include "app/processhygiene.h"

#include <QDir>
#include <QFileInfo>
#include <QLibrary>
#include <QLibraryInfo>

#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace latchkey
{

namespace
{

// The platform Qt will choose, as far as it was told; empty: its own choice.
QString askedPlatform(const QStringList &arguments)
{
    const qsizetype option = arguments.indexOf(u"-platform");
    if (option > 0 && option + 1 < arguments.size())
        return arguments.at(option + 1);
    return qEnvironmentVariable("QT_QPA_PLATFORM");
}

// Connected to, since the socket's file alone may be what a compositor left behind.
bool waylandAnswers()
{
    const QByteArray name = qgetenv("WAYLAND_DISPLAY");
    const QByteArray path = name.startsWith('/') ? name : qgetenv("XDG_RUNTIME_DIR") + '/' + name;
    sockaddr_un address{};
    if (name.isEmpty() || path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool ok
        = connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    close(descriptor);
    return ok;
}

// "libqxcb.so", "libqwayland-generic.so". Where there is no list to look at, Qt has other places; a
// qt.conf beside the program names one, but Qt reads it for a QCoreApplication only.
bool hasPlugin(const QString &platform)
{
    const QDir folder(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"));
    const QStringList plugins = folder.entryList({QStringLiteral("libq*.so")});
    const QFileInfo self(QFile::symLinkTarget(QStringLiteral("/proc/self/exe")));
    return plugins.isEmpty() || QFile::exists(self.absolutePath() + QStringLiteral("/qt.conf"))
        || qEnvironmentVariableIsSet("QT_PLUGIN_PATH")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM_PLUGIN_PATH")
        || !plugins.filter(QStringLiteral("libq") + platform).isEmpty();
}

// libxcb is what Qt's X11 plugin itself uses; where it is missing there is no X11 plugin either.
bool xServerAnswers()
{
    using Connect = void *(*)(const char *, int *);
    using HasError = int (*)(void *);
    using Disconnect = void (*)(void *);
    const auto xcbConnect
        = reinterpret_cast<Connect>(QLibrary::resolve(QStringLiteral("xcb"), 1, "xcb_connect"));
    const auto hasError = reinterpret_cast<HasError>(
        QLibrary::resolve(QStringLiteral("xcb"), 1, "xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<Disconnect>(
        QLibrary::resolve(QStringLiteral("xcb"), 1, "xcb_disconnect"));
    if (!xcbConnect || !hasError || !disconnect)
        return false;
    void *connection = xcbConnect(nullptr, nullptr);
    const bool ok = hasError(connection) == 0;
    disconnect(connection);
    return ok;
}

} // namespace

void hardenProcess(Dumps dumps)
{
    umask(077);
    if (dumps == Dumps::Allowed)
        return;
    const rlimit none{0, 0};
    // Both: the limit alone lets the same user attach and is not enforced for piped core handlers,
    // the flag alone leaves root's tools a core to find (qt-notes P17).
    if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0)
        qCWarning(lcApp) << "core dumps could not be switched off";
}

QString missingDisplay(const QStringList &arguments)
{
    // "wayland;xcb:option" names two, the first that works is taken; options follow a colon.
    QStringList asked;
    for (const QString &name : askedPlatform(arguments).split(u';', Qt::SkipEmptyParts))
        asked.append(name.section(u':', 0, 0));
    if (asked.isEmpty())
        asked = {QStringLiteral("wayland"), QStringLiteral("xcb")};
    for (const QString &platform : std::as_const(asked)) {
        if (!hasPlugin(platform))
            continue;
        if (platform.startsWith(u"wayland") ? waylandAnswers()
                                            : platform != u"xcb" || xServerAnswers())
            return {};
    }
    if (asked.size() == 1 && !hasPlugin(asked.first())) {
        return QStringLiteral("latchkey: Qt has no platform plugin of the name that was asked for "
                              "with -platform or QT_QPA_PLATFORM.");
    }
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        return QStringLiteral(
            "latchkey: there is no display to open a window on. Start it inside a "
            "desktop session, or set DISPLAY or WAYLAND_DISPLAY.");
    }
    return QStringLiteral("latchkey: the display named by DISPLAY cannot be used. Check that it "
                          "exists and that you may open windows on it.");
}

void leaveWorkingFolder()
{
    if (chdir("/") != 0)
        qCWarning(lcApp) << "the working folder could not be left";
}

} // namespace latchkey
