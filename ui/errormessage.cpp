#include "ui/errormessage.h"

#include "ui/displaytext.h"
#include "ui/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey
{

namespace
{

constexpr auto requestDeadline = std::chrono::seconds(30); // HttpRequest::deadline
constexpr auto suspiciousClock = std::chrono::hours(24); // beyond this, a bad certificate is E15

struct Choice {
    MessageId id;
    Variant variant = Variant::Main;
};

bool clockIsWrong(const TlsFault &fault, const ErrorContext &context)
{
    if (std::chrono::abs(context.serverOffset) > suspiciousClock
        && !isAbsurd(fromDateTime(context.now) + context.serverOffset))
        return true;
    // A certificate from the future: far more likely, this computer's date is in the past.
    return fault.kind == TlsFault::Kind::NotYetValid && fault.limit.isValid()
        && context.now.secsTo(fault.limit) > std::chrono::seconds(suspiciousClock).count();
}

// What the failure leaves as it was; an id without that wording has its main one.
Variant ownWords(Doing doing)
{
    switch (doing) {
    case Doing::SignIn:
        return Variant::Main;
    case Doing::Profile:
    case Doing::Renewal:
        return Variant::SessionKept;
    case Doing::ConnectionTest:
        return Variant::OnlyTested;
    }
    return Variant::Main;
}

Choice forTls(const Error &error, const ErrorContext &context)
{
    const TlsFault fault = error.tls.value_or(TlsFault{});
    const bool kept = ownWords(context.doing) == Variant::SessionKept;
    if (fault.kind == TlsFault::Kind::NoCertificate)
        return {MessageId::E14,
                kept ? Variant::NoSecureConnectionKept : Variant::NoSecureConnection};
    if (clockIsWrong(fault, context))
        return {MessageId::E15};
    switch (fault.kind) {
    case TlsFault::Kind::Expired:
        if (fault.limit.isValid())
            return {MessageId::E14,
                    kept ? Variant::CertificateExpiredKept : Variant::CertificateExpired};
        break;
    case TlsFault::Kind::WrongHost:
        if (!fault.issuedFor.isEmpty())
            return {MessageId::E14,
                    kept ? Variant::CertificateForOtherKept : Variant::CertificateForOther};
        break;
    case TlsFault::Kind::NotYetValid:
    case TlsFault::Kind::Untrusted:
    case TlsFault::Kind::Other:
    case TlsFault::Kind::NoCertificate:
        break;
    }
    return {MessageId::E14, kept ? Variant::SessionKept : Variant::CertificateUntrusted};
}

QString statusText(const Error &error)
{
    return QStringLiteral("HTTP ") + QString::number(error.httpStatus);
}

Choice choose(const Error &error, const ErrorContext &context)
{
    const bool signIn = context.doing == Doing::SignIn;
    switch (error.code) {
    case ErrorCode::InvalidCredentials:
        return {context.refusedLogins >= 3 ? MessageId::E2 : MessageId::E1};
    case ErrorCode::Forbidden:
        return {signIn                                ? MessageId::E3
                    : context.doing == Doing::Profile ? MessageId::X5
                                                      : MessageId::E21};
    case ErrorCode::BadRequest:
        return {signIn ? MessageId::E4 : MessageId::E21};
    case ErrorCode::NotFromApi:
        return {MessageId::E22, ownWords(context.doing)};
    case ErrorCode::NotFound:
        if (!error.movedTo.isEmpty())
            return {MessageId::E23};
        return {signIn || context.doing == Doing::ConnectionTest ? MessageId::E5 : MessageId::E19};
    case ErrorCode::Unauthorized:
    case ErrorCode::RequestRefused:
        return {MessageId::E21};
    case ErrorCode::TooManyRequests:
        return {MessageId::E6};
    case ErrorCode::ServerFault:
        return {MessageId::E7, ownWords(context.doing)};
    case ErrorCode::Unavailable:
        return {MessageId::E8, error.retryAfter ? Variant::Main : Variant::NoTimeGiven};
    case ErrorCode::Offline:
        return {MessageId::E9, ownWords(context.doing)};
    case ErrorCode::HostNotFound:
        return {MessageId::E10};
    case ErrorCode::ConnectionRefused:
        return {MessageId::E11};
    case ErrorCode::TimedOut:
        return {MessageId::E12};
    case ErrorCode::Interrupted:
        return {MessageId::E13, ownWords(context.doing)};
    case ErrorCode::Tls:
        return forTls(error, context);
    case ErrorCode::ProxyAuthenticationRequired:
        return {MessageId::E17};
    case ErrorCode::CaptivePortal:
        return {MessageId::E16, error.otherHost.isEmpty() ? Variant::NotRedirected : Variant::Main};
    case ErrorCode::CrossHostRedirect:
        return {MessageId::E18, ownWords(context.doing)};
    case ErrorCode::UnreadableReply:
        return {MessageId::E19};
    case ErrorCode::NoUsableTokens:
        return {MessageId::E20};
    case ErrorCode::InsecureAddress:
        return {MessageId::V6};
    }
    return {MessageId::E19};
}

QString reference(const Error &error, const ErrorContext &context)
{
    //: What to quote to an administrator. {status} is such as HTTP 403, {time} a time of day.
    return fillIn(QCoreApplication::translate("messages", "{status}, {time}"),
                  {{QStringLiteral("status"), statusText(error)},
                   {QStringLiteral("time"), timeText(context.now)}});
}

MessageArguments argumentsFor(const Error &error, const ErrorContext &context, MessageId id)
{
    const QLocale locale;
    const TlsFault fault = error.tls.value_or(TlsFault{});
    const auto wait = error.retryAfter.value_or(defaultRateLimit);
    MessageArguments arguments{
        {QStringLiteral("host"), embedded(context.host)},
        {QStringLiteral("time"), timeText(context.now.addSecs(wait.count()))},
        {QStringLiteral("mm:ss"), minutesAndSeconds(wait)},
        {QStringLiteral("local"), dateAndTimeText(context.now)},
        {QStringLiteral("ref"), reference(error, context)},
        {QStringLiteral("status"), statusText(error)},
        {QStringLiteral("n"), QString::number(error.httpStatus)}, // a code, not an amount
    };
    if (id == MessageId::E23)
        arguments[QStringLiteral("address")] = addressText(error.movedTo);
    if (id == MessageId::E12)
        arguments[QStringLiteral("n")] = locale.toString(qlonglong(requestDeadline.count()));
    QString other = id == MessageId::E14 ? fault.issuedFor : error.otherHost;
    if (other.isEmpty())
        //: Stands for {other}, the server that a certificate or redirect names, if it names none.
        other = QCoreApplication::translate("messages", "another server");
    else
        other = embedded(other, 200);
    arguments[QStringLiteral("other")] = other;
    if (fault.limit.isValid())
        arguments[QStringLiteral("date")] = dateText(fault.limit.toLocalTime());
    return arguments;
}

} // namespace

Message messageFor(const Error &error, const ErrorContext &context)
{
    const Choice choice = choose(error, context);
    Message message
        = makeMessage(choice.id, argumentsFor(error, context, choice.id), choice.variant);
    message.details = errorDetails(error);
    const bool certificate = error.tls && !error.tls->certificate.isEmpty();
    if (!certificate)
        message.actions.removeAll(MessageAction::ViewCertificate);
    return message;
}

QString errorDetails(const Error &error)
{
    QStringList lines{//: {code} is the error's technical name, in English.
                      fillIn(QCoreApplication::translate("messages", "Code: {code}"),
                             {{QStringLiteral("code"), errorName(error.code)}})};
    if (error.httpStatus > 0) {
        //: {n} is an HTTP status such as 403.
        lines += fillIn(QCoreApplication::translate("messages", "HTTP status: {n}"),
                        {{QStringLiteral("n"), QString::number(error.httpStatus)}});
    }
    //: {words} is what something between this computer and the server answered, in its own
    //: language.
    const QString others = QCoreApplication::translate("messages", "The answer says: {words}");
    //: {words} is what the server answered, in its own language.
    const QString servers = QCoreApplication::translate("messages", "The server says: {words}");
    for (const QString &words : error.serverMessages)
        lines += fillIn(error.code == ErrorCode::NotFromApi ? others : servers,
                        {{QStringLiteral("words"), isolated(displayText(words))}});
    if (!error.detail.isEmpty()) {
        //: {detail} is an explanation for technicians, in English.
        lines += fillIn(QCoreApplication::translate("messages", "Technical detail: {detail}"),
                        {{QStringLiteral("detail"), isolated(displayText(error.detail))}});
    }
    return lines.join(u'\n');
}

QString minutesAndSeconds(std::chrono::seconds left)
{
    const auto count = std::max<std::chrono::seconds::rep>(left.count(), 0);
    const QLocale locale;
    const QString seconds = locale.toString(count % 60);
    return locale.toString(count / 60) + u':'
        + (seconds.size() < 2 ? locale.zeroDigit() + seconds : seconds);
}

} // namespace latchkey
