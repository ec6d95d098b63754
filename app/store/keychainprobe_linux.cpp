#include "app/base/logging.h"
#include "app/store/keychainjobs.h"
#include "app/store/keychainprobe.h"
#include "app/store/pendinganswer.h"
#include "app/store/secretserviceround.h"

#include <QAbstractEventDispatcher>
#include <QDBusMetaType>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QFileInfo>
#include <QLibrary>

#include <utility>

namespace latchkey
{

namespace
{

using Question = PendingAnswer<KeychainState>;
using Activation = SecretServiceRound::Activation;

// libsecret's answers arrive through GLib's event loop: without it no job ever ends (qt-notes 1.2).
bool loopIsGlib()
{
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    return dispatcher && QByteArrayView(dispatcher->metaObject()->className()).contains("Glib");
}

// Without an address libdbus would start a bus of its own, with a keyring nobody else sees.
bool busIsNamed()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

const QString gnomeKeyring = QStringLiteral("GNOME Keyring");

QString nameFor(const QString &process)
{
    if (process.startsWith(u"gnome-keyring")) // the kernel cuts the name at 15 characters
        return gnomeKeyring;
    if (process.startsWith(u"kwalletd") || process == u"ksecretd")
        return QStringLiteral("KWallet");
    if (process == u"keepassxc")
        return QStringLiteral("KeePassXC");
    return QStringLiteral("the password store");
}

QString guessName()
{
    const QStringList desktops = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':');
    if (desktops.contains(u"KDE"))
        return QStringLiteral("KWallet");
    return desktops.contains(u"GNOME") ? gnomeKeyring : QStringLiteral("the password store");
}

} // namespace

struct KeychainProbe::Private {
    void startRound(KeychainProbe *probe, Activation activation,
                    std::shared_ptr<Question> question);
    QString whyNot(); // empty: the bus can be asked
    void watch(KeychainProbe *probe, const QDBusConnection &bus);
    // Is it news?
    bool learn(quint64 round, const SecretServiceRound::Finding &finding);

    Clock *clock = nullptr;
    std::unique_ptr<QDBusServiceWatcher> watcher;
    QString name;
    QString detail;
    std::optional<KeychainState> known;
    Milliseconds knownSince{0}; // monotonic
    quint64 rounds = 0;
    quint64 newestAnswered = 0;
    bool canBeStarted = false;
    bool recheckDue = false;
};

KeychainProbe::KeychainProbe(Clock &clock)
    : d(std::make_unique<Private>())
{
    d->clock = &clock;
}

KeychainProbe::~KeychainProbe() = default;

QString KeychainProbe::displayName() const
{
    return d->name.isEmpty() ? guessName() : d->name;
}

QString KeychainProbe::detail() const
{
    return d->detail;
}

void KeychainProbe::ask(QObject *context, Callback callback, Milliseconds maxAge)
{
    if (d->known == KeychainState::Ready && d->clock->monotonic() - d->knownSince <= maxAge) {
        QMetaObject::invokeMethod(
            context, [callback = std::move(callback)] { callback(KeychainState::Ready); },
            Qt::QueuedConnection);
        return;
    }
    d->startRound(this, Activation::Allowed,
                  std::make_shared<Question>(*d->clock, deadline, context, std::move(callback),
                                             KeychainState::Unknown));
}

KeychainState KeychainProbe::known() const
{
    return d->known.value_or(KeychainState::Unknown);
}

bool KeychainProbe::canBeStarted() const
{
    return d->canBeStarted;
}

bool KeychainProbe::namesLocked() const
{
    return d->name == gnomeKeyring;
}

void KeychainProbe::recheck()
{
    if (std::exchange(d->recheckDue, true))
        return; // one change raises several signals
    QMetaObject::invokeMethod(
        this,
        [this] {
            d->recheckDue = false;
            d->startRound(this, Activation::Never, nullptr);
        },
        Qt::QueuedConnection);
}

void KeychainProbe::busLeft()
{
    emit serviceLeft();
    recheck();
}

QString KeychainProbe::Private::whyNot()
{
    if (!loopIsGlib())
        return QStringLiteral("the event loop is not GLib's, so libsecret cannot be used");
    if (!busIsNamed())
        return QStringLiteral("no D-Bus session bus");
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected() ? QString()
                             : QStringLiteral("the D-Bus session bus cannot be reached");
}

void KeychainProbe::Private::startRound(KeychainProbe *probe, Activation activation,
                                        std::shared_ptr<Question> question)
{
    const quint64 round = ++rounds;
    auto answer = [this, probe, round,
                   question = std::move(question)](const SecretServiceRound::Finding &finding) {
        // Whoever asked and was told Unknown at the deadline learns of a late first answer this
        // way.
        const bool late = question && !question->isWaiting() && !known;
        const bool news
            = learn(round, finding) || (late && finding.state != KeychainState::Unknown);
        const QPointer<KeychainProbe> alive(probe);
        if (question)
            question->answer(finding.state);
        if (alive && news)
            emit probe->stateChanged(finding.state);
        else if (alive && !question)
            emit probe->rechecked();
    };
    if (const QString reason = whyNot(); !reason.isEmpty()) {
        QMetaObject::invokeMethod(
            probe,
            [answer, reason] {
                answer({KeychainState::Absent, reason, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    const QDBusConnection bus = QDBusConnection::sessionBus();
    watch(probe, bus);
    (new SecretServiceRound(bus, activation, std::move(answer), probe))->start();
}

// Signals of any sender: they only make us look.
void KeychainProbe::Private::watch(KeychainProbe *probe, const QDBusConnection &bus)
{
    if (watcher)
        return;
    watcher = std::make_unique<QDBusServiceWatcher>(SecretServiceRound::service, bus,
                                                    QDBusServiceWatcher::WatchForOwnerChange);
    connect(watcher.get(), &QDBusServiceWatcher::serviceOwnerChanged, probe,
            [probe](const QString &, const QString &, const QString &newOwner) {
                newOwner.isEmpty() ? emit probe->serviceLeft() : emit probe->serviceReplaced();
                probe->recheck();
            });
    QDBusConnection connection = bus;
    connection.connect({}, QStringLiteral("/org/freedesktop/DBus/Local"),
                       QStringLiteral("org.freedesktop.DBus.Local"), QStringLiteral("Disconnected"),
                       probe, SLOT(busLeft()));
    for (const auto *signal : {"CollectionCreated", "CollectionDeleted", "CollectionChanged"}) {
        connection.connect({}, QStringLiteral("/org/freedesktop/secrets"),
                           QStringLiteral("org.freedesktop.Secret.Service"), QLatin1String(signal),
                           probe, SLOT(recheck()));
    }
    connection.connect({}, {}, QStringLiteral("org.freedesktop.DBus.Properties"),
                       QStringLiteral("PropertiesChanged"),
                       {QStringLiteral("org.freedesktop.Secret.Collection")}, {}, probe,
                       SLOT(recheck()));
}

bool KeychainProbe::Private::learn(quint64 round, const SecretServiceRound::Finding &finding)
{
    if (round < newestAnswered)
        return false; // overtaken by a newer round
    newestAnswered = round;
    detail = finding.detail;
    canBeStarted = finding.canBeStarted;
    if (!finding.ownerProcess.isEmpty())
        name = nameFor(finding.ownerProcess);
    const auto before = std::exchange(known, finding.state);
    knownSince = clock->monotonic();
    const bool news = before && before != finding.state && finding.state != KeychainState::Unknown;
    qCDebug(lcStore) << "password store state" << static_cast<int>(finding.state) << detail;
    return news;
}

void KeychainProbe::dropCachedConnection()
{
    using Disconnect = void (*)();
    // By name, as QtKeychain does: we link neither libsecret nor GLib.
    const auto disconnectService = reinterpret_cast<Disconnect>(
        QLibrary::resolve(QStringLiteral("secret-1"), 0, "secret_service_disconnect"));
    if (disconnectService)
        disconnectService();
}

void KeychainProbe::outliveBus()
{
    using Get = void *(*)(int type, void *cancellable, void *error);
    using Set = void (*)(void *connection, int exits);
    const auto gio = QStringLiteral("gio-2.0");
    const auto get = reinterpret_cast<Get>(QLibrary::resolve(gio, 0, "g_bus_get_sync"));
    const auto set
        = reinterpret_cast<Set>(QLibrary::resolve(gio, 0, "g_dbus_connection_set_exit_on_close"));
    constexpr int sessionBus = 2; // G_BUS_TYPE_SESSION
    if (void *connection = get && set ? get(sessionBus, nullptr, nullptr) : nullptr)
        set(connection, 0); // it is the one that libsecret takes, and is kept for it
}

} // namespace latchkey
