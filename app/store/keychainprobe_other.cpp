#include "app/store/keychainprobe.h"

#include <QOperatingSystemVersion>
#include <QPointer>

namespace latchkey
{

// Windows and macOS have one password store, always there. Compiled, not run.
struct KeychainProbe::Private {
};

KeychainProbe::KeychainProbe(Clock &)
    : d(std::make_unique<Private>())
{
}

KeychainProbe::~KeychainProbe() = default;

void KeychainProbe::ask(QObject *context, Callback callback, Milliseconds)
{
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback)] { callback(KeychainState::Ready); },
        Qt::QueuedConnection);
}

KeychainState KeychainProbe::known() const
{
    return KeychainState::Ready;
}

bool KeychainProbe::canBeStarted() const
{
    return false;
}

bool KeychainProbe::namesLocked() const
{
    return true;
}

QString KeychainProbe::displayName() const
{
    return QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows
        ? QStringLiteral("Windows Credential Manager")
        : QStringLiteral("Keychain");
}

QString KeychainProbe::detail() const
{
    return {};
}

void KeychainProbe::dropCachedConnection() { }

void KeychainProbe::outliveBus() { }

void KeychainProbe::recheck() { }

void KeychainProbe::busLeft() { }

} // namespace latchkey
