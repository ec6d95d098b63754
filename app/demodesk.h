#pragma once

#include "app/demoprocess.h"
#include "ui/mainwindow.h"

namespace latchkey
{

// QA's hand on the demo server (qa.md B27): what the window asks of it, and what of it belongs on
// the session's timeline. Only a demo server that this program started itself takes orders.
class DemoDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts { // all must outlive it
        MainWindow &window;
        Session &session;
        DemoProcess &demo;
    };
    explicit DemoDesk(const Parts &parts);

private:
    [[nodiscard]] bool isOurs() const; // the server that the session is with
    void follow();

    Parts m_parts;
};

} // namespace latchkey
