#include "app/api/reachability.h"

#include "app/api/requestfactory.h"
#include "app/api/systemproxies.h"
#include "app/api/tlsfaults.h"

#include <QHostAddress>
#include <QMetaEnum>
#include <QNetworkProxy>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>

namespace latchkey
{

namespace
{

ErrorCode codeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionRefusedError:
        return ErrorCode::ConnectionRefused;
    case QAbstractSocket::HostNotFoundError:
    case QAbstractSocket::ProxyNotFoundError:
        return ErrorCode::HostNotFound;
    case QAbstractSocket::SocketTimeoutError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return ErrorCode::TimedOut;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return ErrorCode::ProxyAuthenticationRequired;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return ErrorCode::Tls;
    case QAbstractSocket::NetworkError: // no route, or a reset
    case QAbstractSocket::RemoteHostClosedError:
    case QAbstractSocket::SocketAccessError:
    case QAbstractSocket::SocketResourceError:
    case QAbstractSocket::DatagramTooLargeError:
    case QAbstractSocket::AddressInUseError:
    case QAbstractSocket::SocketAddressNotAvailableError:
    case QAbstractSocket::UnsupportedSocketOperationError:
    case QAbstractSocket::UnfinishedSocketOperationError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyProtocolError:
    case QAbstractSocket::OperationError:
    case QAbstractSocket::TemporaryError:
    case QAbstractSocket::UnknownSocketError:
        return ErrorCode::Interrupted;
    }
    return ErrorCode::Interrupted;
}

// As the requests themselves go, and with their TLS policy.
QNetworkProxy proxyFor(const QUrl &url, const ProxyChoice &choice)
{
    SystemProxies proxies(choice);
    const auto found = proxies.queryProxy(QNetworkProxyQuery(url));
    return found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.first();
}

QSslConfiguration tlsFor(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return makeNetworkRequest(request).sslConfiguration();
}

bool isProxy(const QNetworkProxy &proxy)
{
    return proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy;
}

} // namespace

ReachabilityCheck::ReachabilityCheck(const Parts &parts, const ServerAddress &server,
                                     const ProxyChoice &proxy, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_server(server)
    , m_proxyChoice(proxy)
    , m_asking(std::make_unique<QObject>())
{
}

ReachabilityCheck::~ReachabilityCheck()
{
    dropConnection();
}

void ReachabilityCheck::start()
{
    m_deadline = m_parts.clock.makeTimer(
        [this] { fail(ErrorCode::TimedOut, QStringLiteral("no answer in time")); });
    m_deadline->start(deadline);
    QMetaObject::invokeMethod(this, &ReachabilityCheck::lookUp, Qt::QueuedConnection);
}

void ReachabilityCheck::lookUp()
{
    const QUrl url = m_server.base();
    begin(m_way.dns);
    if (url.host().isEmpty())
        return fail(ErrorCode::HostNotFound, QStringLiteral("there is no server's name"));
    if (isProxy(proxyFor(url, m_proxyChoice))) {
        m_way.dns.outcome = CheckResult::Outcome::ByProxy;
        return openConnection();
    }
    if (!QHostAddress(url.host()).isNull()) {
        m_way.dns.outcome = CheckResult::Outcome::NotNeeded;
        return openConnection();
    }
    QHostInfo::lookupHost(url.host(QUrl::FullyEncoded), m_asking.get(),
                          [this](const QHostInfo &host) { lookedUp(host); });
}

void ReachabilityCheck::lookedUp(const QHostInfo &host)
{
    if (host.error() != QHostInfo::NoError || host.addresses().isEmpty())
        return fail(ErrorCode::HostNotFound, host.errorString());
    succeed(QStringLiteral("addresses: %1").arg(host.addresses().size()));
    openConnection();
}

void ReachabilityCheck::openConnection()
{
    const QUrl url = m_server.base();
    const bool tls = url.scheme() == u"https";
    begin(m_way.tcp);
    m_socket = new QSslSocket(this);
    m_socket->setProxy(proxyFor(url, m_proxyChoice));
    if (tls) // for plain http OpenSSL is not needed, and loading it takes its time
        m_socket->setSslConfiguration(tlsFor(url));
    connect(m_socket, &QSslSocket::connected, this, &ReachabilityCheck::connected);
    connect(m_socket, &QSslSocket::encrypted, this, &ReachabilityCheck::shakeHands);
    connect(m_socket, &QSslSocket::errorOccurred, this, &ReachabilityCheck::socketFailed);
    m_socket->connectToHost(url.host(QUrl::FullyEncoded), quint16(url.port(tls ? 443 : 80)));
}

void ReachabilityCheck::connected()
{
    const QNetworkProxy proxy = m_socket->proxy();
    if (isProxy(proxy)) { // its own name and port, never its user and password
        m_way.tcp.outcome = CheckResult::Outcome::ByProxy;
        m_way.tcp.detail = QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
    } else {
        succeed();
    }
    if (m_server.base().scheme() != u"https") {
        m_way.tls.outcome = CheckResult::Outcome::NotNeeded;
        return askApi();
    }
    begin(m_way.tls);
    m_socket->startClientEncryption();
}

void ReachabilityCheck::shakeHands()
{
    const QSslCipher cipher = m_socket->sessionCipher();
    succeed(QStringLiteral("%1, %2").arg(cipher.protocolString(), cipher.name()));
    askApi();
}

void ReachabilityCheck::socketFailed()
{
    const auto errors = QMetaEnum::fromType<QAbstractSocket::SocketError>();
    Error error;
    error.code = codeOf(m_socket->error());
    error.detail = QStringLiteral("%1: %2").arg(
        QString::fromLatin1(errors.valueToKey(m_socket->error())), m_socket->errorString());
    if (m_step == &m_way.tls && error.code == ErrorCode::Tls)
        error.tls = tlsFault(m_socket->sslHandshakeErrors(), m_socket->peerCertificate());
    fail(error);
}

void ReachabilityCheck::askApi()
{
    dropConnection();
    begin(m_way.http);
    m_parts.api.probe(m_server, m_asking.get(),
                      [this](const Result<bool> &answer) { apiAnswered(answer); });
}

void ReachabilityCheck::apiAnswered(const Result<bool> &answer)
{
    const auto serverNow = m_parts.api.serverNow();
    if (serverNow && m_parts.api.server() == m_server)
        m_way.clockSkew = *serverNow - m_parts.clock.wall();
    if (!answer)
        return fail(answer.error());
    succeed(QStringLiteral("the whole exchange on a connection of its own"));
    finish();
}

void ReachabilityCheck::begin(CheckResult &step)
{
    m_step = &step;
    step.outcome = CheckResult::Outcome::Running;
    m_begun = m_parts.clock.monotonic();
    emit progressed(m_way);
}

void ReachabilityCheck::succeed(const QString &detail)
{
    m_step->outcome = CheckResult::Outcome::Good;
    m_step->took = m_parts.clock.monotonic() - m_begun;
    m_step->detail = detail;
}

void ReachabilityCheck::fail(ErrorCode code, const QString &detail)
{
    Error error;
    error.code = code;
    error.detail = detail;
    fail(error);
}

void ReachabilityCheck::fail(const Error &error)
{
    if (!m_step) // the deadline came before the first step
        m_step = &m_way.dns;
    m_step->outcome = CheckResult::Outcome::Failed;
    m_step->took = m_parts.clock.monotonic() - m_begun;
    m_step->error = error;
    for (CheckResult *step : {&m_way.dns, &m_way.tcp, &m_way.tls, &m_way.http}) {
        if (step->outcome == CheckResult::Outcome::Waiting)
            step->outcome = CheckResult::Outcome::NotReached;
    }
    finish();
}

void ReachabilityCheck::finish()
{
    m_deadline->stop();
    m_asking.reset(); // whatever is still under way is not wanted
    dropConnection();
    m_way.finished = true;
    emit progressed(m_way);
}

void ReachabilityCheck::dropConnection()
{
    if (!m_socket)
        return;
    QSslSocket *socket = m_socket;
    m_socket = nullptr;
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

} // namespace latchkey
