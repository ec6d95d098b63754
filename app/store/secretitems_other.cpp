#include "app/store/secretitems.h"

namespace latchkey
{

// The one password store of Windows and of macOS asks for itself. Compiled, not run.
SecretItems::SecretItems(QObject *parent)
    : QObject(parent)
{
}

void SecretItems::look(const QString &, bool, QObject *context,
                       std::function<void(const Finding &)> callback)
{
    QMetaObject::invokeMethod(
        context,
        [callback = std::move(callback)] {
            Finding finding;
            finding.end = Finding::End::NotSupported;
            callback(finding);
        },
        Qt::QueuedConnection);
}

void SecretItems::unlock(const QStringList &, QObject *context, std::function<void()> done)
{
    QMetaObject::invokeMethod(context, std::move(done), Qt::QueuedConnection);
}

void SecretItems::remove(const QStringList &, bool, QObject *context,
                         std::function<void(Removal)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(Removal::Done); }, Qt::QueuedConnection);
}

} // namespace latchkey
