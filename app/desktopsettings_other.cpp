// On Windows and macOS Qt itself follows the system: palette, contrast and effects.
#include "app/desktopsettings.h"

namespace latchkey
{

struct DesktopSettings::Private {
};

DesktopSettings::DesktopSettings(const QString &, QObject *parent)
    : QObject(parent)
{
}

DesktopSettings::~DesktopSettings() = default;

void DesktopSettings::settleMotion() { }

void DesktopSettings::start() { }

void DesktopSettings::onSettingChanged(const QString &, const QString &, const QDBusVariant &) { }

} // namespace latchkey
