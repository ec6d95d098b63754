#include "app/avatardesk.h"

namespace latchkey
{

AvatarDesk::AvatarDesk(const Parts &parts)
    : m_parts(parts)
{
    connect(&parts.window, &MainWindow::avatarWanted, this, &AvatarDesk::fetch);
    connect(&parts.window, &MainWindow::closing, this, [this] { m_call.reset(); });
    connect(&parts.session, &Session::changed, this, &AvatarDesk::follow);
}

void AvatarDesk::fetch(const QUrl &url)
{
    m_call.reset(); // a picture of somebody else is not wanted now
    if (url.isEmpty())
        return;
    m_call = std::make_unique<QObject>();
    m_parts.loader.load(url, m_parts.session.server().isLoopback(), m_call.get(),
                        [this](const QByteArray &bytes) { m_parts.window.setAvatar(bytes); });
}

// The window says so too. But whom a picture is of is the session's to know: while somebody signs
// in again, the first person's session goes on.
void AvatarDesk::follow(const SessionStatus &status)
{
    if (!isLiving(status.state) && status.state != SessionState::SigningIn)
        m_call.reset();
}

} // namespace latchkey
