// The settings page and what a setting changes in the window: a further part of mainwindow.cpp.
#include "ui/displaytext.h"
#include "ui/mainwindow_p.h"

namespace latchkey
{

void MainWindow::Private::openSettings(std::optional<SettingsDialog::Row> row)
{
    if (!settingsDialog) {
        settingsDialog = new SettingsDialog(values.factoryServer, q);
        connect(settingsDialog, &SettingsDialog::settingsChanged, this, &Private::applySettings);
        connect(settingsDialog, &SettingsDialog::testRequested, q,
                &MainWindow::connectionTestRequested);
        connect(settingsDialog, &SettingsDialog::diagnosticsRequested, q,
                &MainWindow::openDiagnostics);
        connect(settingsDialog, &SettingsDialog::serverChosen, this,
                [this](const ServerAddress &server) {
                    if (server.toString() != session.server().toString())
                        chooseServer(server);
                });
    }
    settingsDialog->setSettings(values.settings);
    settingsDialog->setServer(session.server());
    if (row)
        settingsDialog->openAt(*row);
    else
        settingsDialog->open();
    emit q->settingsShown();
}

void MainWindow::Private::applySettings(const Settings &settings)
{
    const Settings before = values.settings;
    values.settings = settings;
    if (settings.staySignedIn != before.staySignedIn)
        signInPage()->setStaySignedIn(settings.staySignedIn);
    emit q->settingsChanged(settings);
}

void MainWindow::showRenewalTimer(RenewalTimerState state, bool renewWhileClosed)
{
    d->values.settings.renewWhileClosed = renewWhileClosed;
    if (d->settingsDialog)
        d->settingsDialog->setRenewalTimer(state, renewWhileClosed);
}

// Sentences, not pieces of them: each language puts them in its own order.
QString MainWindow::Private::problemHeadline(const SettingsProblem &problem)
{
    const auto filled = [&problem](const QString &text) {
        return fillIn(text, {{QStringLiteral("file"), embedded(problem.file)}});
    };
    switch (problem.kind) {
    case SettingsProblem::Kind::None:
        return {};
    case SettingsProblem::Kind::Damaged:
    case SettingsProblem::Kind::DamagedInPlace:
        //: {file} is the name of a file with its path
        return filled(tr("The settings file {file} could not be read."));
    case SettingsProblem::Kind::Newer:
    case SettingsProblem::Kind::NewerInPlace:
        //: {file} is the name of a file with its path
        return filled(tr("The settings file {file} was written by a newer version of Latchkey."));
    case SettingsProblem::Kind::Unreadable:
        //: {file} is the name of a file with its path
        return filled(tr("The settings file {file} cannot be read just now."));
    case SettingsProblem::Kind::NotSaved:
        //: {file} is the name of a file with its path
        return filled(tr("The settings file {file} could not be saved."));
    }
    return {};
}

QString MainWindow::Private::problemBody(const SettingsProblem &problem)
{
    const MessageArguments aside{
        {QStringLiteral("file"), embedded(problem.file + QStringLiteral(".bad"))}};
    switch (problem.kind) {
    case SettingsProblem::Kind::None:
        return {};
    case SettingsProblem::Kind::Damaged:
    case SettingsProblem::Kind::Newer:
        //: {file} is the name of a file with its path
        return fillIn(tr("It was kept as {file}, and the settings start afresh."), aside);
    case SettingsProblem::Kind::DamagedInPlace:
    case SettingsProblem::Kind::NewerInPlace:
        //: {file} is the name of a file with its path
        return fillIn(tr("It cannot be moved to {file}, so settings will not be saved."), aside);
    case SettingsProblem::Kind::Unreadable:
        return tr("The usual settings are used, and changes will not be saved.");
    case SettingsProblem::Kind::NotSaved:
        return tr("Your changes hold until you close Latchkey. It tries again with the next one.");
    }
    return {};
}

void MainWindow::showProblem(const SettingsProblem &problem)
{
    d->problem = [problem] {
        Message message;
        message.severity = Severity::Warning;
        message.headline = Private::problemHeadline(problem);
        message.body = Private::problemBody(problem);
        message.details = problem.details;
        message.actions = {MessageAction::Dismiss};
        return message;
    };
    d->showMessage(d->problem);
}

} // namespace latchkey
