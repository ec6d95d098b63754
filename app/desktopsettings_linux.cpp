#include "app/base/logging.h"
#include "app/desktopsettings.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QStyle>

#include <iterator>
#include <optional>

namespace latchkey
{

namespace
{

constexpr QLatin1String Service("org.freedesktop.portal.Desktop");
constexpr QLatin1String Path("/org/freedesktop/portal/desktop");
constexpr QLatin1String Portal("org.freedesktop.portal.Settings");

enum class Wish { Scheme, Contrast, Animations, LessMotion };

struct Key {
    QLatin1String space;
    QLatin1String name;
    Wish wish;
};
// The last one is younger than most portals; GNOME's own key says the same where it is missing.
constexpr Key keys[] = {
    {QLatin1String("org.freedesktop.appearance"), QLatin1String("color-scheme"), Wish::Scheme},
    {QLatin1String("org.freedesktop.appearance"), QLatin1String("contrast"), Wish::Contrast},
    {QLatin1String("org.gnome.desktop.interface"), QLatin1String("enable-animations"),
     Wish::Animations},
    {QLatin1String("org.freedesktop.appearance"), QLatin1String("reduced-motion"),
     Wish::LessMotion},
};

const Key *keyFor(const QString &space, const QString &name)
{
    const auto *found = std::ranges::find_if(
        keys, [&](const Key &key) { return key.space == space && key.name == name; });
    return found == std::end(keys) ? nullptr : found;
}

// Read() wraps its answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

bool busIsNamed()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

struct DesktopSettings::Private {
    void read(DesktopSettings *settings, const Key &key);
    void take(DesktopSettings *settings, Wish wish, const QVariant &value);
    void tellMotion(DesktopSettings *settings);

    QString address;
    QString connectionName; // empty: the bus is shared with others
    QDBusConnection bus{QString()};
    bool started = false;
    std::optional<DesktopScheme> scheme;
    std::optional<bool> highContrast;
    bool animations = true;
    bool lessMotion = false;
    std::optional<bool> motion;
};

DesktopSettings::DesktopSettings(const QString &busAddress, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->address = busAddress;
}

DesktopSettings::~DesktopSettings()
{
    if (!d->connectionName.isEmpty())
        QDBusConnection::disconnectFromBus(d->connectionName);
}

// Qt's switch is off wherever its platform theme says nothing of effects, as on GNOME; the style
// knows better, since KDE's sets its length of animations to nothing when they are not wanted.
void DesktopSettings::settleMotion()
{
    const QStyle *style = QApplication::style();
    QApplication::setEffectEnabled(Qt::UI_General,
                                   style->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
}

void DesktopSettings::start()
{
    if (std::exchange(d->started, true))
        return;
    if (!d->address.isEmpty()) {
        d->connectionName
            = QStringLiteral("desktopsettings-%1").arg(reinterpret_cast<quintptr>(this));
        d->bus = QDBusConnection::connectToBus(d->address, d->connectionName);
    } else if (busIsNamed()) {
        d->bus = QDBusConnection::sessionBus();
    }
    if (!d->bus.isConnected()) {
        qCDebug(lcApp, "no session bus: the desktop's wishes are not known");
        return;
    }
    d->bus.connect(Service, Path, Portal, QStringLiteral("SettingChanged"), this,
                   SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    for (const Key &key : keys)
        d->read(this, key);
}

void DesktopSettings::Private::read(DesktopSettings *settings, const Key &key)
{
    auto question = QDBusMessage::createMethodCall(Service, Path, Portal, QStringLiteral("Read"));
    question.setArguments({QString(key.space), QString(key.name)});
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), settings);
    connect(answer, &QDBusPendingCallWatcher::finished, settings,
            [this, settings, answer, wish = key.wish] {
                const QDBusPendingReply<QDBusVariant> reply = *answer;
                answer->deleteLater();
                if (!reply.isError()) // else no such desktop, or no such key
                    take(settings, wish, unwrapped(reply.value().variant()));
            });
}

void DesktopSettings::onSettingChanged(const QString &space, const QString &key,
                                       const QDBusVariant &value)
{
    if (const Key *known = keyFor(space, key))
        d->take(this, known->wish, unwrapped(value.variant()));
}

void DesktopSettings::Private::take(DesktopSettings *settings, Wish wish, const QVariant &value)
{
    switch (wish) {
    case Wish::Scheme: {
        const uint number = value.toUInt(); // anything else is "no preference" by definition
        const auto now = number == 1 ? DesktopScheme::Dark
            : number == 2            ? DesktopScheme::Light
                                     : DesktopScheme::NoWish;
        if (std::exchange(scheme, now) != now)
            emit settings->schemeChanged(now);
        return;
    }
    case Wish::Contrast: {
        const bool now = value.toUInt() == 1;
        if (std::exchange(highContrast, now) != now)
            emit settings->contrastChanged(now);
        return;
    }
    case Wish::Animations:
        animations = value.metaType() != QMetaType::fromType<bool>() || value.toBool();
        return tellMotion(settings);
    case Wish::LessMotion:
        lessMotion = value.toUInt() == 1;
        return tellMotion(settings);
    }
}

void DesktopSettings::Private::tellMotion(DesktopSettings *settings)
{
    const bool now = animations && !lessMotion;
    if (std::exchange(motion, now) != now)
        emit settings->motionChanged(now);
}

} // namespace latchkey
