#include "ui/certificatewords.h"

#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/timetext.h"

#include <QCoreApplication>

namespace latchkey
{

namespace
{

struct CertificateText {
    Q_DECLARE_TR_FUNCTIONS(latchkey::CertificateText)
};

QString moment(const QDateTime &time)
{
    return time.isValid() ? dateAndTimeText(time.toLocalTime()) : QString();
}

} // namespace

WhyWords certificateWords(const Error &error)
{
    const TlsFault fault = error.tls.value_or(TlsFault{});
    const CertificateFacts &facts = fault.facts;
    WhyWords words;
    words.cause = CertificateText::tr("The server's certificate");
    words.copyName = CertificateText::tr("Copy the certificate");
    //: Whom a certificate was issued to: the names of a server and its owner.
    words.facts = {{CertificateText::tr("Issued to"), facts.subject},
                   //: Who issued a certificate.
                   {CertificateText::tr("Issued by"), facts.issuer},
                   {CertificateText::tr("Valid from"), moment(facts.notBefore)},
                   {CertificateText::tr("Valid until"), moment(facts.notAfter)},
                   //: The certificate's fingerprint, by the algorithm of that name.
                   {CertificateText::tr("SHA-256"), facts.sha256, std::nullopt, true}};
    words.facts.removeIf([](const FactRow &row) { return row.value.isEmpty(); });
    QStringList lines{errorDetails(error)};
    for (const FactRow &row : std::as_const(words.facts)) {
        //: A line of what is copied. {name} names a fact, {value} is what is known of it.
        lines += fillIn(CertificateText::tr("{name}: {value}"),
                        {{QStringLiteral("name"), row.name},
                         {QStringLiteral("value"), displayText(row.value)}});
    }
    lines += fault.certificate.trimmed();
    words.text = lines.join(u'\n');
    return words;
}

} // namespace latchkey
