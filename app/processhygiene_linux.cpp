#include "app/base/logging.h"
#include "app/processhygiene.h"

#include <QFile>
#include <QLibrary>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
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

bool waylandAnswers()
{
    const QString name = qEnvironmentVariable("WAYLAND_DISPLAY");
    if (name.isEmpty())
        return false;
    return QFile::exists(
        name.startsWith(u'/') ? name : qEnvironmentVariable("XDG_RUNTIME_DIR") + u'/' + name);
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
    const QString platform = askedPlatform(arguments);
    if (!platform.isEmpty() && !platform.startsWith(u"xcb") && !platform.startsWith(u"wayland"))
        return {};
    if (waylandAnswers())
        return {};
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        return QStringLiteral(
            "latchkey: there is no display to open a window on. Start it inside a "
            "desktop session, or set DISPLAY or WAYLAND_DISPLAY.");
    }
    if (xServerAnswers())
        return {};
    return QStringLiteral("latchkey: the display named by DISPLAY cannot be used. Check that it "
                          "exists and that you may open windows on it.");
}

void leaveWorkingFolder()
{
    if (chdir("/") != 0)
        qCWarning(lcApp) << "the working folder could not be left";
}

} // namespace latchkey
