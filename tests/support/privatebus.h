#pragma once

#include "tests/support/childprocess.h"

#include <QDBusConnection>
#include <QString>
#include <QTemporaryDir>

namespace latchkey::test
{

// A D-Bus daemon of our own, of which nothing can be activated. Needs no QCoreApplication, ends
// with this object or with the process.
class PrivateBus
{
public:
    PrivateBus();
    [[nodiscard]] QString address() const { return m_address; }
    void end(); // as when the person's session ends; for good
    // For this process, from the first use of QDBusConnection::systemBus() on.
    void becomeSystemBus() const;
    // For this process, from its first use of the session bus on, Qt's and GLib's: call it before
    // the application object is made.
    void becomeSessionBus() const;

private:
    QTemporaryDir m_folder;
    ChildProcess m_daemon;
    QString m_address;
};

// Blocks until the bus has passed on what this connection sent, and this process has received what
// was sent to it before.
void roundTrip(const QDBusConnection &connection);

} // namespace latchkey::test
