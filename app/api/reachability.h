#pragma once

#include "app/api/apiclient.h"
#include "app/base/reachability.h"
#include "app/base/settings.h"

#include <QHostInfo>
#include <QObject>

#include <memory>

class QSslSocket;

namespace latchkey
{

// How far towards a server this computer gets, for a person who asks why it does not answer
// (screens.md section 6): the name is looked up, a connection opened, the TLS handshake made on it,
// and then the API asked as "Test connection" asks it, each only if the one before succeeded.
//
// Sends no secret. A bad certificate ends the TLS step with ErrorCode::Tls and nothing is said over
// that connection (N6). Through a proxy the name and the connection are the proxy's business, and
// are reported as such; a proxy that refuses or wants a password fails the TCP step.
//
// Errors by step: dns: HostNotFound. tcp: ConnectionRefused, Interrupted (reset, or no route),
// ProxyAuthenticationRequired. tls: Tls, Interrupted. http: all of ApiClient::probe(). Each:
// TimedOut, when `deadline` for the whole passes.
//
// GUI thread; never blocks. One check is one run. Deleting it cancels it without a signal.
class ReachabilityCheck final : public QObject
{
    Q_OBJECT
public:
    static constexpr Milliseconds deadline = std::chrono::seconds(10); // over all steps
    struct Parts { // both must outlive the check
        ApiClient &api; // asks the server's time too, if `server` is its own
        Clock &clock;
    };
    ReachabilityCheck(const Parts &parts, const ServerAddress &server,
                      const ProxyChoice &proxy = {}, QObject *parent = nullptr);
    ~ReachabilityCheck() override;

    void start(); // once
    [[nodiscard]] const Reachability &result() const { return m_way; }

signals:
    // A step began or ended; the last one, and only that, says `finished`. Never from inside
    // start().
    void progressed(const Reachability &way);

private:
    void lookUp();
    void lookedUp(const QHostInfo &host);
    void openConnection();
    void connected();
    void shakeHands();
    void socketFailed();
    void askApi();
    void apiAnswered(const Result<bool> &answer);
    void begin(CheckResult &step);
    void succeed(const QString &detail = {});
    void fail(const Error &error);
    void fail(ErrorCode code, const QString &detail);
    void finish();
    void dropConnection();

    Parts m_parts;
    ServerAddress m_server;
    ProxyChoice m_proxyChoice;
    Reachability m_way;
    CheckResult *m_step = nullptr; // the one that runs
    Milliseconds m_begun{0}; // monotonic
    std::unique_ptr<Timer> m_deadline;
    std::unique_ptr<QObject> m_asking; // context of the lookup and of the API's answer
    QSslSocket *m_socket = nullptr;
};

} // namespace latchkey
