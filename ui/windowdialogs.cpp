// The window's dialogs: a further part of mainwindow.cpp.
#include "ui/mainwindow_p.h"

namespace latchkey
{

void MainWindow::Private::openServerDialog()
{
    if (!serverDialog) {
        serverDialog = new ServerDialog(q);
        connect(serverDialog, &ServerDialog::testRequested, q,
                &MainWindow::connectionTestRequested);
        connect(serverDialog, &ServerDialog::serverChosen, this, &Private::chooseServer);
    }
    serverDialog->setServer(session.server());
    serverDialog->open();
}

void MainWindow::Private::openServerDialogAt(const QString &address)
{
    openServerDialog();
    if (const auto server = ServerAddress::parse(address))
        serverDialog->setServer(*server);
}

// What belongs to the earlier server goes with it.
void MainWindow::Private::chooseServer(const ServerAddress &server)
{
    if (server != session.server()) {
        signInPage()->clearMessage();
        signInPage()->clearPassword(); // U8
    }
    emit q->serverChosen(server);
}

void MainWindow::openDiagnostics()
{
    if (!d->diagnosticsDialog) {
        d->diagnosticsDialog = new DiagnosticsDialog(this);
        connect(d->diagnosticsDialog, &DiagnosticsDialog::checksRequested, this,
                &MainWindow::checksRequested);
        connect(d->diagnosticsDialog, &DiagnosticsDialog::closed, this,
                &MainWindow::diagnosticsClosed);
    }
    if (d->diagnosticsDialog->isVisible())
        return;
    if (d->settingsDialog)
        d->settingsDialog->accept(); // one dialog at a time: it was opened from there
    d->diagnosticsDialog->open();
}

bool MainWindow::showsDiagnostics() const
{
    return d->diagnosticsDialog && d->diagnosticsDialog->isVisible();
}

void MainWindow::showDiagnostics(const DiagnosticsFacts &facts)
{
    if (showsDiagnostics())
        d->diagnosticsDialog->setFacts(facts);
}

void MainWindow::showConnectionTest(const std::optional<Error> &error)
{
    // Only the one that is open waits for it.
    const QDateTime now = toDateTime(d->clock.wall()).toLocalTime();
    if (d->serverDialog && d->serverDialog->isVisible())
        d->serverDialog->showTestResult(error, now);
    if (d->settingsDialog && d->settingsDialog->isVisible())
        d->settingsDialog->showTestResult(error, now);
}

} // namespace latchkey
