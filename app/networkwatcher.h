#pragma once

#include "app/base/clock.h"

#include <QObject>

#include <functional>
#include <memory>

namespace latchkey
{

// What the system believes about the network.
struct NetworkView {
    bool online = false; // it reaches the internet; false also when nobody knows
    bool behindPortal = false; // but a log-in page stands in front of it

    bool operator==(const NetworkView &) const = default;
};

// Decides which changes of the view are a reconnection: from "offline or behind a portal" to
// "online and in front of nothing", and still so a moment later, because interfaces flap while
// they come up. One call of `reconnected` for each.
class ReconnectionRule
{
public:
    static constexpr Milliseconds settling{1000};

    ReconnectionRule(Clock &clock, std::function<void()> reconnected);
    void begin(NetworkView now); // where the watching starts: never a reconnection
    void learn(NetworkView now);

private:
    bool m_usable = false;
    std::unique_ptr<Timer> m_settled;
};

// Tells that the network may be back, so that a retry need not wait for its time. Only ever a hint:
// a request is never withheld because of it, since loopback and a company's own network work while
// the system says "disconnected" (qt-notes 6). Without a backend of QNetworkInformation it stays
// silent. GUI thread only; one for each process.
class NetworkWatcher final : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatcher(Clock &clock, QObject *parent = nullptr); // costs nothing

    // Begins to watch; may be called again. Call it after the first picture: loading the backend
    // takes 1-15 ms. It asks NetworkManager synchronously, so on Linux it is not loaded before
    // NetworkManager has answered us asynchronously.
    void start();

signals:
    void reconnected(); // a second after the network came back, or after a captive portal let go

private:
    void load();

    ReconnectionRule m_rule;
    bool m_started = false;
};

} // namespace latchkey
