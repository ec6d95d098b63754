#include "app/renewwords.h"

namespace latchkey
{

namespace
{

QString wordsFor(KeychainTrouble trouble, const QString &store)
{
    switch (trouble) {
    case KeychainTrouble::Locked:
    case KeychainTrouble::StillLocked:
    case KeychainTrouble::Asking:
        return store + QStringLiteral(" is locked, or would ask.");
    case KeychainTrouble::Denied:
    case KeychainTrouble::Refused:
        return store + QStringLiteral(" refused access.");
    case KeychainTrouble::Absent:
        return QStringLiteral("the password store is not running."); // there was one
    case KeychainTrouble::Corrupt:
        return QStringLiteral("it is of no use, and was left where it is.");
    case KeychainTrouble::Slow:
    case KeychainTrouble::None:
        break;
    }
    return store + QStringLiteral(" does not answer, or not yet.");
}

QString wordsFor(const Error &error)
{
    if (error.retryAfter) {
        return QStringLiteral("the server wants to be left alone for %1 s.")
            .arg(error.retryAfter->count());
    }
    switch (error.code) {
    case ErrorCode::Offline:
        return QStringLiteral("this computer is offline.");
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::TimedOut:
    case ErrorCode::Interrupted:
        return QStringLiteral("the server cannot be reached.");
    case ErrorCode::Tls:
        return QStringLiteral("the connection to the server is not safe.");
    case ErrorCode::ProxyAuthenticationRequired:
        return QStringLiteral("the proxy wants a password.");
    case ErrorCode::NotFromApi:
    case ErrorCode::CaptivePortal:
    case ErrorCode::CrossHostRedirect:
        return QStringLiteral("something else answers in the server's place.");
    case ErrorCode::InvalidCredentials:
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::BadRequest:
        return QStringLiteral("the server said no once, which is not believed yet. It is asked "
                              "again next time.");
    case ErrorCode::NotFound:
    case ErrorCode::TooManyRequests:
    case ErrorCode::ServerFault:
    case ErrorCode::Unavailable:
    case ErrorCode::RequestRefused:
    case ErrorCode::UnreadableReply:
    case ErrorCode::NoUsableTokens:
    case ErrorCode::InsecureAddress:
        break;
    }
    return QStringLiteral("the server has a problem (%1).").arg(errorName(error.code));
}

} // namespace

QString renewalWords(const StoredRenewal::Result &result, const QString &store)
{
    using Outcome = StoredRenewal::Outcome;
    switch (result.outcome) {
    case Outcome::Renewed:
        return QStringLiteral("renewed.");
    case Outcome::RenewedByAnother:
        return QStringLiteral("not due: another Latchkey has renewed it.");
    case Outcome::NotDue:
        return QStringLiteral("not due.");
    case Outcome::NothingStored:
        return QStringLiteral("nothing stored.");
    case Outcome::Unread:
        return QStringLiteral("could not be read: ") + wordsFor(result.trouble, store);
    case Outcome::NowhereToSave:
        return QStringLiteral("was not renewed: ") + wordsFor(KeychainTrouble::Locked, store);
    case Outcome::Over:
        return QStringLiteral("could not be renewed: its time is up. Sign in again.");
    case Outcome::Refused:
        return QStringLiteral("could not be renewed: the server refused. Start Latchkey to see "
                              "whether you are still signed in.");
    case Outcome::Failed:
        return QStringLiteral("could not be renewed: ")
            + (result.error ? wordsFor(*result.error) : QString());
    case Outcome::HeldByAnother:
        return QStringLiteral("could not be renewed: another Latchkey is at it.");
    case Outcome::NotSaved:
        return QStringLiteral("renewed, but could not be saved in ") + store + u'.';
    case Outcome::OutOfTime:
        return QStringLiteral("could not be renewed: no answer in time.");
    case Outcome::Stopped:
        return QStringLiteral("could not be renewed: Latchkey was told to end.");
    }
    return {};
}

QString renewalSubject(const QString &profile, const StoredSessionEntry &entry)
{
    QString subject = profile + QStringLiteral(": ");
    if (!entry.email.isEmpty())
        subject += entry.email + QStringLiteral(", ");
    subject += entry.server;
    for (QChar &character : subject) { // it stands in a file that anybody may have written
        if (!character.isPrint())
            character = u'?';
    }
    return subject;
}

} // namespace latchkey
