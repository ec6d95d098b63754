#include "app/demodesk.h"

namespace latchkey
{

DemoDesk::DemoDesk(const Parts &parts)
    : m_parts(parts)
{
    connect(&parts.session, &Session::changed, this, &DemoDesk::follow);
    connect(&parts.demo, &DemoProcess::ready, this, &DemoDesk::follow);
    connect(&parts.demo, &DemoProcess::failed, this, &DemoDesk::follow);
    connect(&parts.demo, &DemoProcess::lost, this, &DemoDesk::follow);
    connect(&parts.demo, &DemoProcess::restarted, this, [this] {
        follow();
        if (isOurs())
            m_parts.session.noteServerRestart();
    });
    connect(&parts.window, &MainWindow::revokeRequested, this, [this] {
        if (isOurs())
            m_parts.demo.revoke();
    });
    connect(&parts.demo, &DemoProcess::revoked, this, [this] {
        if (isOurs())
            m_parts.session.noteFault(SessionEvent::Fault::SessionsRevoked, true);
    });
}

bool DemoDesk::isOurs() const
{
    return m_parts.session.isDemo() && m_parts.demo.isListening()
        && m_parts.session.server() == m_parts.demo.address();
}

void DemoDesk::follow()
{
    m_parts.window.setRevocable(isOurs());
}

} // namespace latchkey
