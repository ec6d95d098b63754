#include "app/api/requestfactory.h"

#include "app/api/bearertoken.h"
#include "app/base/serveraddress.h"

#include <QSslConfiguration>

namespace latchkey
{

namespace
{

void setManners(QNetworkRequest &request)
{
    // Qt's default follows to any host with our Authorization header and the password body (P1).
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    // Else a 401 with NTLM makes Qt replace our bearer by an NTLM message, unasked (P3).
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Qt 6.4's HPACK decoder has CVE-2023-51714 (P19).
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
}

void setHeaders(QNetworkRequest &network, const HttpRequest &request)
{
    network.setRawHeader("Accept", request.accept);
    // Left alone, Qt would tell every server and avatar host the person's locale.
    network.setRawHeader("Accept-Language", "en");
    network.setRawHeader("User-Agent", LATCHKEY_USER_AGENT);
    if (!request.bearer.isEmpty()) {
        QByteArray value = "Bearer ";
        value += request.bearer.reveal();
        network.setRawHeader("Authorization", value);
    }
}

} // namespace

QNetworkRequest makeNetworkRequest(const HttpRequest &request)
{
    QNetworkRequest network(request.url);
    setManners(network);
    setHeaders(network, request);
    // Together with a sequential device this is what keeps Qt from sending it twice (P2), a GET
    // too.
    network.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    network.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    if (request.verb == HttpRequest::Verb::Post) {
        network.setHeader(QNetworkRequest::ContentTypeHeader,
                          QByteArrayLiteral("application/json"));
    } else { // past every cache: Qt says that of its own get() alone
        network.setRawHeader("Cache-Control", "no-cache");
        network.setRawHeader("Pragma", "no-cache");
    }
    if (request.url.scheme() == u"https") {
        QSslConfiguration tls = network.sslConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        network.setSslConfiguration(tls);
    }
    return network;
}

bool mayBeSent(const HttpRequest &request)
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (!request.bearer.isEmpty() && !isBearerToken(request.bearer.reveal()))
        return false;
    return url.scheme() == u"https" || (url.scheme() == u"http" && isLoopbackHost(url.host()));
}

} // namespace latchkey
