#pragma once

#include <QObject>
#include <QThread>

#include <memory>

namespace latchkey::test
{

// As much of NetworkManager as Qt's backend looks at. In a thread of its own, since that backend
// asks with blocking calls.
class MockNetworkManager final
{
public:
    // NetworkManager's own numbers (nm-dbus-types).
    enum State : uint { Disconnected = 20, Connecting = 40, Site = 60, Global = 70 };
    enum Connectivity : uint { NoConnectivity = 1, Portal = 2, Full = 4 };

    // On the bus until the destructor. `hangs`: has the name, and never answers.
    MockNetworkManager(const QString &busAddress, State state, Connectivity connectivity,
                       bool hangs = false);
    ~MockNetworkManager();
    // Tells of it, as NetworkManager does: both in one signal.
    void change(State state, Connectivity connectivity);

private:
    class Service;
    QThread m_thread;
    Service *m_service = nullptr; // lives in the thread
};

} // namespace latchkey::test
