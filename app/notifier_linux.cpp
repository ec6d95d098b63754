// No tray icon: it would stand there all day for one message in weeks, and GNOME does not show any.
#include "app/base/logging.h"
#include "app/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QFileInfo>
#include <QVariantMap>

#include <optional>
#include <utility>

namespace latchkey
{

namespace
{

constexpr QLatin1String Service("org.freedesktop.Notifications");
constexpr QLatin1String Path("/org/freedesktop/Notifications");
constexpr QLatin1String Portal("org.freedesktop.portal.Desktop");
constexpr QLatin1String PortalPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String PortalInterface("org.freedesktop.portal.Notification");

constexpr QLatin1String Program("org.latchkey.latchkey"); // desktop file and icon
constexpr QLatin1String PortalId("session-ended");
constexpr QLatin1String ShowAction("default"); // by the specification: a click on the whole
constexpr QLatin1String SignInAction("sign-in");
constexpr int AsTheDesktopLikes = -1; // how long it stays
constexpr uchar UrgencyNormal = 1;

// Without an address libdbus would start a bus of its own, where nobody shows notifications.
bool busIsNamed()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

struct Notifier::Private {
    bool connectTo(Notifier *notifier);
    void listen(Notifier *notifier);
    QDBusMessage call(const QString &method, const QVariantList &arguments) const;
    void ask(Notifier *notifier);
    void notify(Notifier *notifier, bool bodyIsMarkup);
    void tellPortal();
    void close(uint number);

    Setup setup;
    QDBusConnection bus{QString()};
    QString connectionName; // empty: the bus is shared with others
    bool listens = false;
    std::optional<News> wanted; // on screen, or on its way there
    uint shown = 0; // the service's number; 0: none
    int run = 0; // an answer to an older show() loses
};

Notifier::Notifier(const Setup &setup)
    : d(std::make_unique<Private>())
{
    d->setup = setup;
}

Notifier::~Notifier()
{
    withdraw();
    if (!d->connectionName.isEmpty())
        QDBusConnection::disconnectFromBus(d->connectionName);
}

bool Notifier::runsSandboxed()
{
    return QFileInfo::exists(QStringLiteral("/.flatpak-info"));
}

void Notifier::show(const News &news)
{
    if (!d->connectTo(this))
        return;
    d->wanted = news;
    ++d->run;
    if (d->setup.sandboxed)
        d->tellPortal();
    else
        d->ask(this);
}

void Notifier::withdraw()
{
    if (!d->wanted)
        return;
    d->wanted.reset();
    ++d->run;
    if (d->setup.sandboxed)
        d->bus.send(d->call(QStringLiteral("RemoveNotification"), {QString(PortalId)}));
    else if (d->shown != 0)
        d->close(std::exchange(d->shown, 0));
}

bool Notifier::Private::connectTo(Notifier *notifier)
{
    if (listens)
        return true;
    if (!setup.busAddress.isEmpty()) {
        connectionName = QStringLiteral("notifier-%1").arg(reinterpret_cast<quintptr>(notifier));
        bus = QDBusConnection::connectToBus(setup.busAddress, connectionName);
    } else if (busIsNamed()) {
        bus = QDBusConnection::sessionBus();
    }
    if (!bus.isConnected()) {
        qCDebug(lcApp, "no session bus: nothing can be notified");
        return false;
    }
    listens = true;
    listen(notifier);
    return true;
}

void Notifier::Private::listen(Notifier *notifier)
{
    if (setup.sandboxed) {
        qDBusRegisterMetaType<QList<QVariantMap>>(); // the buttons
        bus.connect(Portal, PortalPath, PortalInterface, QStringLiteral("ActionInvoked"), notifier,
                    SLOT(onPortalAction(QString, QString, QVariantList)));
        return;
    }
    bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), notifier,
                SLOT(onActionInvoked(uint, QString)));
    bus.connect(Service, Path, Service, QStringLiteral("ActivationToken"), notifier,
                SLOT(onActivationToken(uint, QString)));
    bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), notifier,
                SLOT(onClosed(uint, uint)));
    // A service that starts anew counts anew: the old number may soon be another program's.
    auto *owner = new QDBusServiceWatcher(Service, bus, QDBusServiceWatcher::WatchForUnregistration,
                                          notifier);
    connect(owner, &QDBusServiceWatcher::serviceUnregistered, notifier, [this] { shown = 0; });
}

QDBusMessage Notifier::Private::call(const QString &method, const QVariantList &arguments) const
{
    auto message = setup.sandboxed
        ? QDBusMessage::createMethodCall(Portal, PortalPath, PortalInterface, method)
        : QDBusMessage::createMethodCall(Service, Path, Service, method);
    message.setArguments(arguments);
    return message;
}

// Whether a body is taken for markup is different from desktop to desktop.
void Notifier::Private::ask(Notifier *notifier)
{
    auto *answer = new QDBusPendingCallWatcher(
        bus.asyncCall(call(QStringLiteral("GetCapabilities"), {})), notifier);
    connect(answer, &QDBusPendingCallWatcher::finished, notifier,
            [this, notifier, answer, mine = run] {
                const QDBusPendingReply<QStringList> reply = *answer;
                answer->deleteLater();
                if (mine != run)
                    return;
                if (reply.isError()) {
                    qCDebug(lcApp, "no notifications: %s", qUtf8Printable(reply.error().name()));
                    wanted.reset();
                    return;
                }
                notify(notifier, reply.value().contains(QLatin1String("body-markup")));
            });
}

void Notifier::Private::notify(Notifier *notifier, bool bodyIsMarkup)
{
    const QVariantMap hints{
        {QStringLiteral("desktop-entry"), QString(Program)},
        {QStringLiteral("urgency"), QVariant::fromValue(UrgencyNormal)},
    };
    const QString body = bodyIsMarkup ? wanted->body.toHtmlEscaped() : wanted->body;
    // The default action's words are for desktops that make a button of it too.
    const QStringList actions{ShowAction, wanted->action, SignInAction, wanted->action};
    const auto sent = bus.asyncCall(call(QStringLiteral("Notify"),
                                         {QStringLiteral("Latchkey"), shown, QString(Program),
                                          wanted->title, body, actions, hints, AsTheDesktopLikes}));
    auto *answer = new QDBusPendingCallWatcher(sent, notifier);
    connect(answer, &QDBusPendingCallWatcher::finished, notifier, [this, answer, mine = run] {
        const QDBusPendingReply<uint> reply = *answer;
        answer->deleteLater();
        if (reply.isError())
            return;
        if (mine == run)
            shown = reply.value();
        else if (!wanted && shown == 0) // withdrawn before we knew its number
            close(reply.value());
        else if (wanted && shown == 0)
            shown = reply.value(); // the next one takes its place
    });
}

// Plain text by the portal's definition.
void Notifier::Private::tellPortal()
{
    const QVariantMap button{
        {QStringLiteral("label"), wanted->action},
        {QStringLiteral("action"), QString(SignInAction)},
    };
    const QVariantMap news{
        {QStringLiteral("title"), wanted->title},
        {QStringLiteral("body"), wanted->body},
        {QStringLiteral("default-action"), QString(ShowAction)},
        {QStringLiteral("buttons"), QVariant::fromValue(QList<QVariantMap>{button})},
    };
    bus.send(call(QStringLiteral("AddNotification"), {QString(PortalId), news}));
}

void Notifier::Private::close(uint number)
{
    bus.send(call(QStringLiteral("CloseNotification"), {number}));
}

void Notifier::onActionInvoked(uint id, const QString &action)
{
    if (id != d->shown || id == 0 || (action != ShowAction && action != SignInAction))
        return;
    emit activated();
}

// Wayland lets a window come to the front only with one; Qt takes it from there and removes it.
void Notifier::onActivationToken(uint id, const QString &token)
{
    if (id == d->shown && id != 0)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void Notifier::onClosed(uint id, uint)
{
    if (id != d->shown)
        return;
    d->shown = 0;
    d->wanted.reset();
}

void Notifier::onPortalAction(const QString &id, const QString &, const QVariantList &)
{
    if (id == PortalId && d->wanted)
        emit activated();
}

} // namespace latchkey
