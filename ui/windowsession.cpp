// How the window follows the session: the other half of mainwindow.cpp.
#include "ui/certificatewords.h"
#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/mainwindow_p.h"
#include "ui/timetext.h"

namespace latchkey
{

namespace
{

constexpr std::chrono::minutes noticePace{1};
constexpr std::chrono::seconds busyPace{1}; // while a number of seconds is on screen
constexpr std::chrono::minutes lastReminder{1};

} // namespace

void MainWindow::Private::wireSession()
{
    connect(&session, &Session::changed, this, &Private::statusChanged);
    connect(&session, &Session::signInFailed, this, &Private::signInFailed);
    connect(&session, &Session::signInCancelled, this,
            [this] { signInPage()->showMessage([] { return makeMessage(MessageId::S2); }); });
    connect(&session, &Session::profileLoaded, this, &Private::profileLoaded);
    connect(&session, &Session::profileFailed, this, &Private::profileFailed);
    connect(&session, &Session::renewed, this, [this] { dismissed.remove(MessageId::X7); });
    wireSignOut();
}

bool MainWindow::Private::isAlive() const
{
    return isLiving(status.state);
}

NoticeContext MainWindow::Private::noticeContext() const
{
    return {.host = session.server().host(),
            .now = clock.wall(),
            .profileAsOf = profilePage ? profilePage->profileTime() : std::nullopt,
            .dismissed = dismissed};
}

void MainWindow::Private::statusChanged(const SessionStatus &now)
{
    const SessionState before = status.state;
    status = now;
    restoringPage->setServer(session.server().host());
    if (now.state == SessionState::Restoring)
        tellRestoringPage();
    if (madeSignInPage)
        tellSignInPage();
    if (isAlive())
        makeProfilePage();
    if (profilePage)
        profilePage->setSession(now, session.history());
    if (now.state != before)
        enterState(now, before);
    else if (now.state == SessionState::WaitingForKeychain)
        keychainPage->showWaiting(waitingNotice(now.keychain), now.keychainName);
    followAway(before);
    updateNotice();
    scheduleNotice();
}

void MainWindow::Private::tellRestoringPage()
{
    const NoticeContext context = noticeContext();
    const auto &error = status.renewalError ? status.renewalError : restoringError;
    if (!error || !restoringTrouble(*error, context))
        return restoringPage->setTrouble({});
    movedTo[restoringPage] = error->movedTo;
    restoringPage->setTrouble(
        [error = *error, context] { return *restoringTrouble(error, context); });
}

void MainWindow::Private::tellSignInPage()
{
    madeSignInPage->setServer(session.server().host());
    madeSignInPage->setKeychain(status.keychainName, noStayNotice(status));
}

void MainWindow::Private::enterState(const SessionStatus &now, SessionState before)
{
    if (madeSignInPage)
        madeSignInPage->setBusy(now.state == SessionState::SigningIn);
    switch (now.state) {
    case SessionState::Starting:
    case SessionState::Restoring:
        forgetPerson();
        if (stack->currentWidget() != restoringPage || now.state == SessionState::Starting) {
            restoringPage->start();
            setPage(restoringPage);
        }
        break;
    case SessionState::WaitingForKeychain:
        forgetPerson();
        makeKeychainPage();
        keychainPage->showWaiting(waitingNotice(now.keychain), now.keychainName);
        setPage(keychainPage);
        keychainPage->focusHeading();
        break;
    case SessionState::SignedOut:
    case SessionState::Ended:
        showSignedOut(now, before == SessionState::SigningIn);
        break;
    case SessionState::SigningIn:
        setPage(signInPage());
        break;
    case SessionState::SignedIn:
    case SessionState::Renewing:
    case SessionState::NotRenewable:
        showProfilePage(now);
        break;
    }
}

void MainWindow::Private::showSignedOut(const SessionStatus &now, bool fromSignIn)
{
    const bool wasHere = stack->currentWidget() == signInPage();
    forgetPerson();
    signInAgain(false);
    const QString email = now.email.isEmpty() ? values.email : now.email;
    if (signInPage()->email().isEmpty() || !wasHere)
        signInPage()->setEmail(email);
    if (!wasHere) // who goes on without the password store is not asked by it a minute later
        signInPage()->setStaySignedIn(values.settings.staySignedIn && !holdsBack(now.keychain));
    setPage(signInPage());
    if (fromSignIn)
        return; // an answer or a cancellation follows, and is the news
    const NoticeContext context = noticeContext();
    if (signedOutNotice(now, context))
        signInPage()->showMessage([now, context] { return *signedOutNotice(now, context); });
    else if (problem)
        signInPage()->showMessage(problem);
    else if (!wasHere)
        signInPage()->clearMessage();
    if (!wasHere)
        signInPage()->focusFirst();
}

void MainWindow::Private::showProfilePage(const SessionStatus &now)
{
    if (signingInAgain && now.state == SessionState::NotRenewable && lastSignIn() <= signInBefore)
        return; // the second sign-in failed or was cancelled: its page stays
    signingInAgain = false;
    signInPage()->setReturnable(false);
    if (showsProfile())
        return;
    if (stack->currentWidget() == signInPage())
        forgetPerson(); // whoever signed in now may be another person
    signInPage()->clearPassword();
    signInPage()->clearMessage();
    signInPage()->forgetAttempts();
    setPage(profilePage);
    profilePage->focusHeading();
}

void MainWindow::Private::setPage(QWidget *page)
{
    if (page != restoringPage)
        restoringPage->stop();
    stack->setCurrentWidget(page);
}

// Nothing of the last person may be seen by the next one.
void MainWindow::Private::forgetPerson()
{
    wantAvatar({});
    dismissed.clear();
    profileTrouble = {};
    restoringError.reset();
    remindAtOneMinute = false;
    if (profilePage)
        profilePage->clear();
}

void MainWindow::Private::wantAvatar(const QUrl &url)
{
    ++avatarRun;
    if (std::exchange(avatar, url).isEmpty() && url.isEmpty())
        return;
    emit q->avatarWanted(url);
}

void MainWindow::Private::signInFailed(const Error &error)
{
    movedTo[signInPage()] = error.movedTo;
    signInPage()->showError(error, status.serverOffset);
}

void MainWindow::Private::profileLoaded(const Profile &profile, WallTime at)
{
    profileTrouble = {};
    makeProfilePage();
    const bool anew = !profilePage->profileTime();
    profilePage->setProfile(profile, at);
    profilePage->setRefreshing(false);
    if (anew || profile.avatar != avatar) {
        profilePage->setAvatar({});
        wantAvatar(profile.avatar);
    }
    if (showsProfile() && anew)
        profilePage->focusHeading();
    updateNotice();
}

void MainWindow::Private::profileFailed(const Error &error)
{
    if (profilePage)
        profilePage->setRefreshing(false);
    if (status.state == SessionState::Restoring) {
        restoringError = error;
        return tellRestoringPage();
    }
    if (!isAlive())
        return;
    profileError = error;
    movedTo[profilePage] = error.movedTo;
    const auto shownAt = profilePage->profileTime();
    if (error.code == ErrorCode::Offline && shownAt) {
        profileTrouble = [this, error, asOf = localTime(*shownAt)] {
            const QString time = momentText(asOf, localTime(clock.wall()));
            Message message = makeMessage(MessageId::P1, {{QStringLiteral("time"), time}});
            message.details = errorDetails(error);
            return message;
        };
    } else {
        const ErrorContext context{.doing = Doing::Profile,
                                   .host = session.server().host(),
                                   .now = localTime(clock.wall()),
                                   .serverOffset = status.serverOffset};
        profileTrouble = [error, context] { return messageFor(error, context); };
    }
    updateNotice();
}

// One bar, the most urgent first: the end of the session, then a failed reload, then the rest.
void MainWindow::Private::updateNotice()
{
    if (!isAlive())
        return;
    if (idleSeconds) // whatever else there is to say would be said to nobody
        return profilePage->showMessage(idleMessage());
    const auto notice = sessionNotice(status, noticeContext());
    const bool urgent = notice && notice->id == MessageId::X6
        && !notice->actions.contains(MessageAction::Dismiss);
    const bool later = urgent && remindAtOneMinute
        && *status.accessExpiry - clock.wall() > Milliseconds(lastReminder);
    // What was dismissed days before the end is news again in its last minutes.
    if (urgent && !later)
        profilePage->showMessage(*notice);
    else if (profileTrouble)
        profilePage->showMessage(profileTrouble());
    else if (notice && !later && !dismissed.contains(notice->id))
        profilePage->showMessage(*notice);
    else if (demoTrouble)
        profilePage->showMessage(demoTrouble());
    else if (problem)
        profilePage->showMessage(problem());
    else
        profilePage->clearMessage();
}

void MainWindow::Private::scheduleNotice()
{
    if (!isAlive()) {
        noticeTimer->stop();
        return;
    }
    const bool counting = profilePage->shownMessage() == MessageId::X7;
    Milliseconds wait = counting ? Milliseconds(busyPace) : Milliseconds(noticePace);
    if (status.accessExpiry) { // be there when the last five minutes, and the last one, begin
        const auto left = *status.accessExpiry - clock.wall();
        for (const Milliseconds mark : {Milliseconds(nearEnd), Milliseconds(lastReminder)}) {
            if (left > mark)
                wait = std::min(wait, left - mark);
        }
    }
    noticeTimer->start(wait);
}

// Only what was on screen: the news that waits behind it comes next.
void MainWindow::Private::dismiss(MessageId id)
{
    const auto notice = sessionNotice(status, noticeContext());
    if (profileTrouble)
        profileTrouble = {};
    else if (!notice || notice->id != id || dismissed.contains(id))
        (demoTrouble ? demoTrouble : problem) = {};
    dismissed.insert(id);
}

void MainWindow::Private::handleAction(MessageId id, MessageAction action)
{
    switch (action) {
    case MessageAction::TryAgain:
        if (id == MessageId::K4)
            return session.openKeychain();
        session.reloadProfile();
        if (status.renewalError)
            session.renewNow();
        return;
    case MessageAction::TryNow:
        return session.renewNow();
    case MessageAction::SignInAgain:
        return signInAgain(true);
    case MessageAction::SignOut:
        return session.signOut();
    case MessageAction::Why:
        signInPage()->toggleReason(
            [was = status, steps = session.transitions()] { return whyWords(was, steps); });
        return;
    case MessageAction::RemindMe:
        remindAtOneMinute = true;
        updateNotice();
        return;
    case MessageAction::Dismiss:
    case MessageAction::Continue:
        dismiss(id);
        updateNotice();
        return;
    case MessageAction::OpenBrowser:
        emit q->browserRequested(session.server().base());
        return;
    case MessageAction::ChangeServer:
        openServerDialog();
        return;
    case MessageAction::UseAddress:
        return openServerDialogAt(movedTo.value(stack->currentWidget()));
    case MessageAction::ProxySettings:
        openSettings(SettingsDialog::Row::Proxy);
        return;
    case MessageAction::Cancel:
        session.cancelSignIn();
        return;
    case MessageAction::SaveIt:
        session.keep();
        return;
    case MessageAction::ViewCertificate:
        return profilePage->toggleReason([e = profileError] { return certificateWords(e); });
    case MessageAction::UseAnotherAccount:
    case MessageAction::GoBack:
    case MessageAction::SignIn:
    case MessageAction::Unlock:
    case MessageAction::SignInWithoutIt:
        return; // the sign-in page's own, and the one's that waits for the keychain
    case MessageAction::StaySignedIn:
        idleWatch.stay();
        return;
    }
}

} // namespace latchkey
