// The settings page and what a setting changes in the window: a further part of mainwindow.cpp.
#include "ui/displaytext.h"
#include "ui/mainwindow_p.h"

#include <QLocale>

#include <algorithm>

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

// Keys stand as in the file, in every language; no value is shown, for it may be a secret.
QString MainWindow::Private::badNames(const QList<BadSetting> &bad)
{
    constexpr qsizetype most = 8; // more would be a page of them
    QStringList names;
    for (const BadSetting &one : bad.mid(0, most)) {
        //: {number} is the number of a line in a file
        names.append(one.key.isEmpty()
                         ? fillIn(tr("line {number}"),
                                  {{QStringLiteral("number"), QLocale().toString(one.line)}})
                         : embedded(one.key));
    }
    if (bad.size() > most)
        names.append(QStringLiteral("\u2026"));
    return QLocale().createSeparatedList(names);
}

QString MainWindow::Private::badValuesBody(const SettingsProblem &problem)
{
    const bool isKept = problem.kind == SettingsProblem::Kind::BadValues;
    //: {names} is a list such as "renewAtPercent, line 7"; {file} is the name of a file
    const QString kept = tr("Not used: {names}. A copy of the file was kept as {file}.");
    //: {names} is a list such as "renewAtPercent, line 7"; {file} is the name of a file
    const QString stuck = tr("Not used: {names}. The file cannot be copied to {file}, so settings "
                             "will not be saved.");
    const QString body
        = fillIn(isKept ? kept : stuck,
                 {{QStringLiteral("names"), badNames(problem.bad)},
                  {QStringLiteral("file"), embedded(problem.file + QStringLiteral(".bad"))}});
    const bool areDeletesLost
        = std::any_of(problem.bad.cbegin(), problem.bad.cend(),
                      [](const BadSetting &one) { return one.key.startsWith(u"pendingDeletes"); });
    return areDeletesLost
        ? body + u' ' + tr("A session that was to be deleted may still be in your password store.")
        : body;
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
    case SettingsProblem::Kind::BadValues:
    case SettingsProblem::Kind::BadValuesInPlace:
        //: {file} is the name of a file with its path
        return filled(tr("The settings file {file} could not be read in full."));
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
    case SettingsProblem::Kind::BadValues:
    case SettingsProblem::Kind::BadValuesInPlace:
        return badValuesBody(problem);
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
