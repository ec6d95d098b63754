#include "ui/mainwindow.h"

#include "ui/avatardecoder.h"
#include "ui/mainwindow_p.h"
#include "ui/theme.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr QSize smallestSize{360, 320};

// Room for the profile and a message above it; grows with the text, as far as the screen allows.
QSize usualSize(const QWidget *window)
{
    const QSize wanted(grid(window, 80), grid(window, 90));
    return wanted.boundedTo(window->screen()->availableSize() * 9 / 10);
}

// Where it was, unless that monitor is gone; all of it in sight, on a smaller screen too.
void placeWindow(MainWindow *window, const MainWindow::Values &values)
{
    const QScreen *screen
        = values.geometry.isValid() ? QGuiApplication::screenAt(values.geometry.center()) : nullptr;
    if (screen) {
        const QRect room = screen->availableGeometry();
        QRect place(values.geometry.topLeft(), values.geometry.size().boundedTo(room.size()));
        place.moveTo(std::clamp(place.x(), room.x(), room.right() + 1 - place.width()),
                     std::clamp(place.y(), room.y(), room.bottom() + 1 - place.height()));
        window->setGeometry(place);
    }
    if (values.maximised)
        window->setWindowState(window->windowState() | Qt::WindowMaximized);
}

} // namespace

MainWindow::Private::Private(MainWindow *window, Session &theSession, Clock &theClock,
                             const Values &theValues)
    : q(window)
    , session(theSession)
    , clock(theClock)
    , values(theValues)
    , noticeTimer(theClock.makeTimer([this] {
        updateNotice();
        scheduleNotice();
    }))
    , stack(new QStackedWidget(window))
    , restoringPage(new RestoringPage(theClock, stack))
    , idleWatch(theClock)
{
    stack->addWidget(restoringPage);
    q->setCentralWidget(stack);
    connect(restoringPage, &RestoringPage::signInInstead, this,
            [this] { session.signInWithoutKeychain(); });
    connect(restoringPage, &RestoringPage::actionTriggered, this, &Private::handleAction);
}

// Made when it is first needed, and at the latest when the window has been shown: the form is made
// while the window manager places the window.
SignInPage *MainWindow::Private::signInPage()
{
    if (!madeSignInPage)
        makeSignInPage();
    return madeSignInPage;
}

void MainWindow::Private::makeSignInPage()
{
    auto *page = new SignInPage(clock, stack);
    madeSignInPage = page;
    stack->addWidget(page);
    page->setStaySignedIn(values.settings.staySignedIn);
    page->setEmail(values.email);
    page->setBusy(status.state == SessionState::SigningIn);
    tellSignInPage();
    wireSignInPage();
}

void MainWindow::Private::wireSignInPage()
{
    SignInPage *page = madeSignInPage;
    connect(page, &SignInPage::signInRequested, this,
            [this, page](const Credentials &credentials, bool stay) {
                // Else the box was off for want of a keychain, or of its answer.
                if (status.keychain != KeychainTrouble::Absent
                    && (stay || !holdsBack(status.keychain)))
                    values.settings.staySignedIn = stay;
                session.signIn(credentials, stay);
                // A state in which signing in makes no sense: the form must not wait for ever.
                page->setBusy(session.status().state == SessionState::SigningIn);
            });
    connect(page, &SignInPage::cancelRequested, this, [this] { session.cancelSignIn(); });
    connect(page, &SignInPage::returnRequested, this, [this] { signInAgain(false); });
    connect(page, &SignInPage::demoRequested, q, &MainWindow::demoRequested);
    connect(page, &SignInPage::serverChangeRequested, this, &Private::openServerDialog);
    connect(page, &SignInPage::settingsRequested, this, [this] { openSettings(); });
    connect(page, &SignInPage::actionTriggered, this, &Private::handleAction);
}

// The pages that a first start does not show are made when they are first needed: a quarter of the
// time to the sign-in form went into them.
void MainWindow::Private::makeKeychainPage()
{
    if (keychainPage)
        return;
    keychainPage = new KeychainPage(clock, stack);
    stack->addWidget(keychainPage);
    connect(keychainPage, &KeychainPage::tryAgain, this, [this] { session.openKeychain(); });
    connect(keychainPage, &KeychainPage::signInWithoutIt, this,
            [this] { session.signInWithoutKeychain(); });
}

void MainWindow::Private::makeProfilePage()
{
    if (profilePage)
        return;
    profilePage = new ProfilePage(clock, stack);
    stack->addWidget(profilePage);
    connect(profilePage, &ProfilePage::refreshRequested, this, [this] {
        profilePage->setRefreshing(true);
        session.reloadProfile();
    });
    wireSessionPanel();
    connect(profilePage, &ProfilePage::signOutRequested, this, [this] { session.signOut(); });
    connect(profilePage, &ProfilePage::switchAccountRequested, this, [this] {
        session.signOut();
        signInPage()->setEmail({});
        signInPage()->focusFirst();
    });
    connect(profilePage, &ProfilePage::settingsRequested, this, [this] { openSettings(); });
    connect(profilePage, &ProfilePage::diagnosticsRequested, q, &MainWindow::openDiagnostics);
    connect(profilePage, &ProfilePage::actionTriggered, this, &Private::handleAction);
}

bool MainWindow::Private::showsProfile() const
{
    return profilePage && stack->currentWidget() == profilePage;
}

void MainWindow::Private::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, q), &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { q->close(); });
    add(QKeySequence(Qt::Key_F1), [this] { q->openDiagnostics(); });
    add(QKeySequence(Qt::Key_F5), [this] {
        if (showsProfile())
            emit profilePage->refreshRequested();
    });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] {
        if (showsProfile())
            session.signOut();
    });
}

void MainWindow::Private::showMessage(const MessageMaker &make)
{
    if (showsProfile())
        profilePage->showMessage(make());
    else
        signInPage()->showMessage(make); // also while another page is shown: it comes next
}

MainWindow::MainWindow(Session &session, Clock &clock, const Values &values)
    : d(std::make_unique<Private>(this, session, clock, values))
{
    setWindowTitle(QStringLiteral("Latchkey"));
    setMinimumSize(smallestSize);
    resize(usualSize(this));
    placeWindow(this, values);
    applyTheme(this);
    d->wireSession();
    d->wireAway();
    d->addShortcuts();
    d->statusChanged(session.status());
    d->enterState(d->status, d->status.state);
}

MainWindow::~MainWindow() = default;

void MainWindow::setAvatar(const QByteArray &bytes)
{
    if (!d->profilePage)
        return;
    decodeAvatar(bytes, d->profilePage, [this, run = d->avatarRun](const QImage &image) {
        if (run == d->avatarRun)
            d->profilePage->setAvatar(image);
    });
}

void MainWindow::showNotice(MessageId id, const MessageArguments &arguments)
{
    d->showMessage([id, arguments] { return makeMessage(id, arguments); });
}

void MainWindow::showDemoAccount(const QString &email, const QString &password)
{
    const auto make = [email, password] {
        Message message;
        message.id = MessageId::S2; // about nothing in the table: told like it, in quiet blue
        message.headline = tr("The demo server is running.");
        //: {email} is an email address, {password} a password that everybody may know.
        message.body
            = fillIn(tr("Sign in with {email} and password {password}."),
                     {{QStringLiteral("email"), email}, {QStringLiteral("password"), password}});
        return message;
    };
    d->signInPage()->setDemoStarting(false);
    d->signInPage()->setEmail(email);
    d->signInPage()->showMessage(make);
    d->signInPage()->focusFirst();
}

void MainWindow::setDemoStarting(bool starting)
{
    if (starting)
        d->demoTrouble = {};
    d->signInPage()->setDemoStarting(starting);
}

void MainWindow::showDemoFailed(const QString &reason)
{
    const bool inSession = d->showsProfile(); // it ended, and could not be started again
    const auto make = [reason, inSession] {
        Message message;
        message.severity = Severity::Error;
        message.headline = tr("The demo server could not be started.");
        message.details = reason;
        if (inSession)
            message.actions = {MessageAction::Dismiss};
        return message;
    };
    d->signInPage()->setDemoStarting(false);
    if (inSession)
        d->demoTrouble = make;
    d->showMessage(make);
}

void MainWindow::bringToFront()
{
    d->endSeen();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::setVisible(bool visible)
{
    QMainWindow::setVisible(visible);
    if (visible)
        (void)d->signInPage();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    d->endSeen();
    emit closing(isMaximized() ? normalGeometry() : geometry(), isMaximized());
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (d && isActiveWindow() && !isMinimized()
        && (event->type() == QEvent::ActivationChange
            || event->type() == QEvent::WindowStateChange)) {
        d->endSeen();
        d->idleWatch.look();
    }
    if (event->type() == QEvent::LanguageChange && d)
        d->updateNotice(); // the pages change their own texts
}

} // namespace latchkey
