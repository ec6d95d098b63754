#pragma once

#include "app/diagnostics.h"
#include "ui/mainwindow.h"

namespace latchkey
{

// Keeps the window's "About" dialog supplied while it is open: runs the checks it asks for, and
// tells it what they and the session find out. Nothing is made or asked before the first time.
class DiagnosticsDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts { // all must outlive it
        MainWindow &window;
        Session &session;
        Preferences &preferences;
        Diagnostics::Parts sources;
    };
    DiagnosticsDesk(const Parts &parts, const QString &settingsFile);

private:
    void runChecks();
    void tell();

    Parts m_parts;
    QString m_settingsFile;
    std::unique_ptr<Diagnostics> m_diagnostics;
};

} // namespace latchkey
