#include "app/api/transportfailure.h"

namespace latchkey
{

TransportFailure transportFailure(QNetworkReply::NetworkError error, int status)
{
    switch (error) {
    case QNetworkReply::NoError:
        return status == 0 ? TransportFailure::Interrupted : TransportFailure::None;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return TransportFailure::ConnectionRefused;
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return TransportFailure::HostNotFound;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return TransportFailure::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return TransportFailure::Tls;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return TransportFailure::Offline;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return TransportFailure::ProxyAuthentication;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return TransportFailure::Refused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::UnknownNetworkError: // a reset at connect time, but also no route
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownProxyError:
        return TransportFailure::Interrupted;
    case QNetworkReply::ProtocolFailure:
        return TransportFailure::Malformed;
    // Qt wanted to send the body again and could not. It prepares for that at a 307 or 308 even
    // though nothing is followed: then the answer is whole.
    case QNetworkReply::ContentReSendError:
        return status == 307 || status == 308 ? TransportFailure::None
                                              : TransportFailure::Interrupted;
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError: // below 400: the body could not be decompressed
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return status >= 400 ? TransportFailure::None : TransportFailure::Interrupted;
    }
    return TransportFailure::Interrupted;
}

} // namespace latchkey
