#include "ui/mainwindow.h"

#include "ui/avatardecoder.h"
#include "ui/mainwindow_p.h"
#include "ui/theme.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QShortcut>

namespace latchkey
{

namespace
{

constexpr QSize smallestSize{360, 320};

// Room for the profile and a message above it; grows with the text, as far as the screen allows.
QSize usualSize(const QWidget *window)
{
    const QSize wanted(grid(window, 75), grid(window, 87.5));
    return wanted.boundedTo(window->screen()->availableSize() * 9 / 10);
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
    , signInPage(new SignInPage(theClock, stack))
{
    stack->addWidget(restoringPage);
    stack->addWidget(signInPage);
    q->setCentralWidget(stack);
    signInPage->setStaySignedIn(values.staySignedIn);
    signInPage->setEmail(values.email);
}

void MainWindow::Private::wirePages()
{
    connect(signInPage, &SignInPage::signInRequested, this,
            [this](const Credentials &credentials, bool stay) {
                if (status.keychain != KeychainTrouble::Absent)
                    values.staySignedIn = stay; // else the box was off for want of a keychain
                session.signIn(credentials, stay);
                // A state in which signing in makes no sense: the form must not wait for ever.
                signInPage->setBusy(session.status().state == SessionState::SigningIn);
            });
    connect(signInPage, &SignInPage::cancelRequested, this, [this] { session.cancelSignIn(); });
    connect(signInPage, &SignInPage::returnRequested, this, [this] { signInAgain(false); });
    connect(signInPage, &SignInPage::demoRequested, q, &MainWindow::demoRequested);
    connect(signInPage, &SignInPage::serverChangeRequested, this, &Private::openServerDialog);
    connect(signInPage, &SignInPage::settingsRequested, this, &Private::openSettings);
    connect(signInPage, &SignInPage::actionTriggered, this, &Private::handleAction);

    connect(restoringPage, &RestoringPage::signInInstead, this,
            [this] { session.signInWithoutKeychain(); });
}

// The pages that a first start does not show are made when they are first needed: a quarter of the
// time to the sign-in form went into them.
void MainWindow::Private::makeKeychainPage()
{
    if (keychainPage)
        return;
    keychainPage = new KeychainPage(stack);
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
    connect(profilePage, &ProfilePage::renewRequested, this, [this] { session.renewNow(); });
    connect(profilePage, &ProfilePage::signOutRequested, this, [this] { session.signOut(); });
    connect(profilePage, &ProfilePage::switchAccountRequested, this, [this] {
        session.signOut();
        signInPage->setEmail({});
        signInPage->focusFirst();
    });
    connect(profilePage, &ProfilePage::settingsRequested, this, &Private::openSettings);
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
    add(QKeySequence(Qt::Key_F5), [this] {
        if (showsProfile())
            emit profilePage->refreshRequested();
    });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] {
        if (showsProfile())
            session.signOut();
    });
}

void MainWindow::Private::showMessage(const Message &message)
{
    if (showsProfile())
        profilePage->showMessage(message);
    else
        signInPage->showMessage(message); // also while another page is shown: it comes next
}

MainWindow::MainWindow(Session &session, Clock &clock, const Values &values)
    : d(std::make_unique<Private>(this, session, clock, values))
{
    setWindowTitle(QStringLiteral("Latchkey"));
    setMinimumSize(smallestSize);
    resize(usualSize(this));
    if (values.geometry.isValid() && QGuiApplication::screenAt(values.geometry.center()))
        setGeometry(values.geometry);
    applyTheme(this);
    d->wirePages();
    d->wireSession();
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
    d->showMessage(makeMessage(id, arguments));
}

void MainWindow::showDemoAccount(const QString &email, const QString &password)
{
    Message message;
    message.id = MessageId::S2; // about nothing in the table: told like it, in quiet blue
    message.headline = tr("The demo server is running.");
    message.body
        = fillIn(tr("Sign in with {email} and password {password}."),
                 {{QStringLiteral("email"), email}, {QStringLiteral("password"), password}});
    d->signInPage->setDemoStarting(false);
    d->signInPage->setEmail(email);
    d->signInPage->showMessage(message);
    d->signInPage->focusFirst();
}

void MainWindow::setDemoStarting(bool starting)
{
    d->signInPage->setDemoStarting(starting);
}

void MainWindow::showDemoFailed(const QString &reason)
{
    Message message;
    message.severity = Severity::Error;
    message.headline = tr("The demo server could not be started.");
    message.details = reason;
    d->signInPage->setDemoStarting(false);
    d->signInPage->showMessage(message);
}

void MainWindow::showProblem(const QString &text)
{
    Message message;
    message.severity = Severity::Warning;
    message.headline = text;
    message.actions = {MessageAction::Dismiss};
    d->problem = message;
    d->showMessage(message);
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing(isMaximized() ? normalGeometry() : geometry());
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyTheme(this);
}

} // namespace latchkey
