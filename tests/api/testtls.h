#pragma once

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>

namespace latchkey::test
{

// A certificate or key of tests/api/certs, as PEM.
inline QByteArray readCert(const QString &name)
{
    QFile file(QStringLiteral(LATCHKEY_TEST_CERTS "/%1.pem").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a test certificate is missing");
    return file.readAll();
}

// What a server of that name in tests/api/certs shows.
inline QSslConfiguration serverTls(const QString &name)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(readCert(name)));
    tls.setPrivateKey(QSslKey(readCert(QStringLiteral("leafkey")), QSsl::Ec));
    return tls;
}

} // namespace latchkey::test
