#pragma once

#include "app/api/avatarloader.h"
#include "app/session/session.h"
#include "ui/mainwindow.h"

#include <QObject>

#include <memory>

namespace latchkey
{

// Fetches the picture of whoever is signed in, and of nobody else: when that person goes, in
// whichever way, the fetch is given up at once. Nothing of it is sent after that, and nothing that
// comes late is shown.
class AvatarDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts { // all must outlive it
        MainWindow &window;
        Session &session;
        AvatarLoader &loader;
    };
    explicit AvatarDesk(const Parts &parts);

private:
    void fetch(const QUrl &url);
    void follow(const SessionStatus &status);

    Parts m_parts;
    std::unique_ptr<QObject> m_call; // context of the newest fetch; deleting it cancels
};

} // namespace latchkey
