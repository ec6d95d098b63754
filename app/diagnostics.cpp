#include "app/diagnostics.h"

#include <QSslSocket>
#include <QSysInfo>

namespace latchkey
{

namespace
{

QString describe(KeychainState state)
{
    switch (state) {
    case KeychainState::Unknown:
        return QStringLiteral("does not answer");
    case KeychainState::Ready:
        return QStringLiteral("ready");
    case KeychainState::Locked:
        return QStringLiteral("locked");
    case KeychainState::NoKeyring:
        return QStringLiteral("no keyring yet; the first save asks for a new password");
    case KeychainState::Absent:
        return QStringLiteral("no password store on this computer");
    }
    return {};
}

} // namespace

Diagnostics::Diagnostics(const Parts &parts, const ServerAddress &server, const QString &settings)
    : m_parts(parts)
    , m_server(server)
    , m_settings(settings)
{
}

void Diagnostics::add(const QString &name, const QString &value)
{
    m_lines.append(QStringLiteral("%1: %2").arg(name, value));
}

void Diagnostics::run(std::function<void(QString)> done)
{
    m_done = std::move(done);
    add(QStringLiteral("Latchkey"), QStringLiteral(LATCHKEY_VERSION));
    add(QStringLiteral("Qt"),
        QStringLiteral("%1 (built with %2)")
            .arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)));
    add(QStringLiteral("System"),
        QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(),
                                     QSysInfo::currentCpuArchitecture()));
    add(QStringLiteral("TLS"),
        QSslSocket::supportsSsl()
            ? QSslSocket::sslLibraryVersionString()
            : QStringLiteral("not available: https will not work. Install OpenSSL 3"));
    add(QStringLiteral("Settings"), m_settings);
    m_parts.store.probe(this, [this](KeychainState state) {
        add(QStringLiteral("Keychain"),
            QStringLiteral("%1, %2").arg(m_parts.store.displayName(), describe(state)));
        askServer();
    });
}

void Diagnostics::askServer()
{
    add(QStringLiteral("Server"), m_server.toString());
    const Milliseconds asked = m_parts.clock.monotonic();
    m_parts.api.probe(m_server, this, [this, asked](const Result<bool> &result) {
        const auto took = (m_parts.clock.monotonic() - asked).count();
        add(QStringLiteral("Server answers"),
            result ? QStringLiteral("yes, as such an API does, in %1 ms").arg(took)
                   : QStringLiteral("no: %1%2, after %3 ms. %4")
                         .arg(errorName(result.error().code),
                              result.error().httpStatus
                                  ? QStringLiteral(" (HTTP %1)").arg(result.error().httpStatus)
                                  : QString())
                         .arg(took)
                         .arg(result.error().detail));
        m_done(m_lines.join(u'\n') + u'\n');
    });
}

} // namespace latchkey
