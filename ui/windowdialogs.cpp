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
        connect(serverDialog, &ServerDialog::serverChosen, this,
                [this](const ServerAddress &server) {
                    signInPage->clearMessage();
                    signInPage->clearPassword(); // U8
                    emit q->serverChosen(server);
                });
    }
    serverDialog->setServer(session.server());
    serverDialog->open();
}

void MainWindow::Private::openSettings()
{
    if (!settingsDialog) {
        settingsDialog = new SettingsDialog(q);
        connect(settingsDialog, &SettingsDialog::staySignedInChanged, this, [this](bool stay) {
            values.staySignedIn = stay;
            signInPage->setStaySignedIn(stay);
            emit q->staySignedInChanged(stay);
        });
        connect(settingsDialog, &SettingsDialog::rememberEmailChanged, this, [this](bool remember) {
            values.rememberEmail = remember;
            emit q->rememberEmailChanged(remember);
        });
    }
    settingsDialog->setValues(values.staySignedIn, values.rememberEmail);
    settingsDialog->open();
}

void MainWindow::showConnectionTest(const std::optional<Error> &error)
{
    if (!d->serverDialog)
        return;
    d->serverDialog->showTestResult(error, toDateTime(d->clock.wall()).toLocalTime());
}

} // namespace latchkey
