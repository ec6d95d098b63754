#include "app/api/tlsfaults.h"

#include <QCryptographicHash>

namespace latchkey
{

namespace
{

TlsFault::Kind kindOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return TlsFault::Kind::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsFault::Kind::NotYetValid;
    case QSslError::HostNameMismatch:
        return TlsFault::Kind::WrongHost;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateSignatureFailed:
    case QSslError::CertificateRevoked:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateRejected:
    case QSslError::CertificateBlacklisted:
    case QSslError::InvalidCaCertificate:
        return TlsFault::Kind::Untrusted;
    case QSslError::NoPeerCertificate:
        return TlsFault::Kind::NoCertificate;
    case QSslError::NoError:
    case QSslError::UnableToDecryptCertificateSignature:
    case QSslError::UnableToDecodeIssuerPublicKey:
    case QSslError::InvalidNotBeforeField:
    case QSslError::InvalidNotAfterField:
    case QSslError::PathLengthExceeded:
    case QSslError::InvalidPurpose:
    case QSslError::SubjectIssuerMismatch:
    case QSslError::AuthorityIssuerSerialNumberMismatch:
    case QSslError::NoSslSupport:
    case QSslError::CertificateStatusUnknown:
    case QSslError::OcspNoResponseFound:
    case QSslError::OcspMalformedRequest:
    case QSslError::OcspMalformedResponse:
    case QSslError::OcspInternalError:
    case QSslError::OcspTryLater:
    case QSslError::OcspSigRequred:
    case QSslError::OcspUnauthorized:
    case QSslError::OcspResponseCannotBeTrusted:
    case QSslError::OcspResponseCertIdUnknown:
    case QSslError::OcspResponseExpired:
    case QSslError::OcspStatusUnknown:
    case QSslError::UnspecifiedError:
        return TlsFault::Kind::Other;
    }
    return TlsFault::Kind::Other;
}

int severity(TlsFault::Kind kind)
{
    switch (kind) {
    case TlsFault::Kind::Untrusted:
        return 4;
    case TlsFault::Kind::WrongHost:
        return 3;
    case TlsFault::Kind::Expired:
        return 2;
    case TlsFault::Kind::NotYetValid:
        return 1;
    case TlsFault::Kind::Other:
        return 0;
    case TlsFault::Kind::NoCertificate:
        return -1;
    }
    return -1;
}

QString namesIn(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty()) // only then do browsers and Qt look at the common name (RFC 6125 6.4.4)
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.sort();
    return names.join(QStringLiteral(", "));
}

// The common name first, as people know it.
QString nameOf(const QSslCertificate &certificate,
               QStringList (QSslCertificate::*info)(QSslCertificate::SubjectInfo) const)
{
    QStringList parts;
    for (const auto part :
         {QSslCertificate::CommonName, QSslCertificate::Organization, QSslCertificate::CountryName})
        parts += (certificate.*info)(part);
    return parts.join(QStringLiteral(", "));
}

CertificateFacts factsOf(const QSslCertificate &certificate)
{
    const QString subject = nameOf(certificate, &QSslCertificate::subjectInfo);
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256);
    return {subject.isEmpty() ? namesIn(certificate) : subject,
            nameOf(certificate, &QSslCertificate::issuerInfo), certificate.effectiveDate(),
            certificate.expiryDate(), QString::fromLatin1(digest.toHex(' ').toUpper())};
}

} // namespace

TlsFault tlsFault(const QList<QSslError> &errors, const QSslCertificate &server)
{
    TlsFault fault;
    for (const QSslError &error : errors) {
        const TlsFault::Kind kind = kindOf(error.error());
        if (severity(kind) <= severity(fault.kind))
            continue;
        fault.kind = kind;
        fault.limit = {};
        if (kind == TlsFault::Kind::Expired)
            fault.limit = error.certificate().expiryDate();
        else if (kind == TlsFault::Kind::NotYetValid)
            fault.limit = error.certificate().effectiveDate();
    }
    if (fault.kind == TlsFault::Kind::WrongHost)
        fault.issuedFor = namesIn(server);
    if (!server.isNull()) {
        fault.certificate = QString::fromLatin1(server.toPem());
        fault.facts = factsOf(server);
    }
    return fault;
}

} // namespace latchkey
