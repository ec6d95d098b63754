#include "app/base/error.h"

namespace latchkey
{

QString errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidCredentials:
        return QStringLiteral("InvalidCredentials");
    case ErrorCode::Unauthorized:
        return QStringLiteral("Unauthorized");
    case ErrorCode::Forbidden:
        return QStringLiteral("Forbidden");
    case ErrorCode::BadRequest:
        return QStringLiteral("BadRequest");
    case ErrorCode::NotFromApi:
        return QStringLiteral("NotFromApi");
    case ErrorCode::NotFound:
        return QStringLiteral("NotFound");
    case ErrorCode::TooManyRequests:
        return QStringLiteral("TooManyRequests");
    case ErrorCode::ServerFault:
        return QStringLiteral("ServerFault");
    case ErrorCode::Unavailable:
        return QStringLiteral("Unavailable");
    case ErrorCode::RequestRefused:
        return QStringLiteral("RequestRefused");
    case ErrorCode::Offline:
        return QStringLiteral("Offline");
    case ErrorCode::HostNotFound:
        return QStringLiteral("HostNotFound");
    case ErrorCode::ConnectionRefused:
        return QStringLiteral("ConnectionRefused");
    case ErrorCode::TimedOut:
        return QStringLiteral("TimedOut");
    case ErrorCode::Interrupted:
        return QStringLiteral("Interrupted");
    case ErrorCode::Tls:
        return QStringLiteral("Tls");
    case ErrorCode::ProxyAuthenticationRequired:
        return QStringLiteral("ProxyAuthenticationRequired");
    case ErrorCode::CaptivePortal:
        return QStringLiteral("CaptivePortal");
    case ErrorCode::CrossHostRedirect:
        return QStringLiteral("CrossHostRedirect");
    case ErrorCode::UnreadableReply:
        return QStringLiteral("UnreadableReply");
    case ErrorCode::NoUsableTokens:
        return QStringLiteral("NoUsableTokens");
    case ErrorCode::InsecureAddress:
        return QStringLiteral("InsecureAddress");
    }
    return {};
}

} // namespace latchkey
