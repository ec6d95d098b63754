// What the Session panel of the profile page asks for, signing in again among it: a further part of
// mainwindow.cpp.
#include "ui/mainwindow_p.h"
#include "ui/qatools.h"

#include <QShortcut>

namespace latchkey
{

namespace
{

// The tokens' own words, for a report or a look: each below its name.
QString claimsReport(const Session::ClaimTexts &claims)
{
    QStringList parts;
    if (!claims.access.isEmpty())
        parts += QStringLiteral("access token\n") + claims.access;
    if (!claims.refresh.isEmpty())
        parts += QStringLiteral("refresh token\n") + claims.refresh;
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace

void MainWindow::Private::wireSessionPanel()
{
    connect(profilePage, &ProfilePage::renewRequested, this, [this] { session.renewNow(); });
    connect(profilePage, &ProfilePage::signInAgainRequested, this, [this] { signInAgain(true); });
    connect(profilePage, &ProfilePage::whyRequested, this, [this] {
        profilePage->showWhy(
            [was = status, steps = session.transitions()] { return whyWords(was, steps); });
    });
    connect(profilePage, &ProfilePage::claimsRequested, this,
            [this] { profilePage->copyClaims(claimsReport(session.claimTexts())); });
    profilePage->setQaMode(values.settings.qaMode);
    connect(q, &MainWindow::settingsChanged, profilePage,
            [this](const Settings &settings) { profilePage->setQaMode(settings.qaMode); });
    QaTools &tools = profilePage->qaTools();
    connect(&tools, &QaTools::expireRequested, this,
            [this](TokenKind token, bool expired) { session.expireByHand(token, expired); });
    connect(&tools, &QaTools::revokeRequested, q, &MainWindow::revokeRequested);
    tools.setRevocable(revocable);
    // The panel's button tells of it, and it works while the panel is closed too.
    connect(new QShortcut(QKeySequence(Qt::Key_F6), q), &QShortcut::activated, this, [this] {
        if (showsProfile())
            emit profilePage->renewRequested();
    });
}

void MainWindow::setRevocable(bool revocable)
{
    if (revocable == d->revocable)
        return;
    d->revocable = revocable;
    if (d->profilePage)
        d->profilePage->qaTools().setRevocable(revocable);
}

// The pair of the last sign-in with a password, by its alias; 0: none.
int MainWindow::Private::lastSignIn() const
{
    const auto &events = session.history().events();
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        if (event->kind == SessionEvent::Kind::SignedIn)
            return event->alias;
    }
    return 0;
}

void MainWindow::Private::signInAgain(bool again)
{
    if (signingInAgain == again)
        return;
    signingInAgain = again;
    signInPage()->setReturnable(again);
    if (again) {
        signInBefore = lastSignIn();
        signInPage()->clearMessage();
        signInPage()->setEmail(status.email);
        setPage(signInPage());
        signInPage()->focusFirst();
        return;
    }
    signInPage()->clearPassword();
    if (isAlive()) {
        setPage(profilePage);
        profilePage->focusHeading();
    }
}

} // namespace latchkey
