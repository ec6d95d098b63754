// The window while the person is away: an end that nobody sees, and signing out by itself (X10).
#include "ui/mainwindow_p.h"

#include <QApplication>
#include <QLocale>
#include <QWindow>

#include <algorithm>
#include <iterator>
#include <utility>

namespace latchkey
{

namespace
{

// A screen reader says the countdown at these, and is not kept busy between them.
constexpr int announcedSeconds[] = {60, 30, 10};

} // namespace

void MainWindow::Private::wireAway()
{
    idleWatch.setLimit(values.idleSignOut);
    connect(&idleWatch, &IdleWatch::warned, this, &Private::warnOfIdleness);
    connect(&idleWatch, &IdleWatch::calmed, this, [this] {
        idleSeconds.reset();
        updateNotice();
    });
    connect(&idleWatch, &IdleWatch::idle, this, [this] {
        idleSeconds.reset();
        signedOutByIdleness = true;
        session.signOut(); // and what becomes of the stored session follows
    });
}

void MainWindow::Private::followAway(SessionState before)
{
    idleWatch.setActive(isAlive());
    idleWatch.look(); // what wakes the session after a sleep may as well wake this
    if (isAlive()) {
        endSeen();
        signedOutByIdleness = false;
    }
    if (status.state != SessionState::Ended || !isLiving(before))
        return; // an end that was found at start is told by the window that opens then
    if (const auto message = signedOutNotice(status, noticeContext()))
        tellUnseenEnd(*message);
}

void MainWindow::Private::tellUnseenEnd(const Message &message)
{
    const QWindow *window = q->windowHandle();
    if (q->isVisible() && !q->isMinimized() && window && window->isExposed())
        return;
    endIsTold = true;
    emit q->sessionEndedUnseen(message);
}

void MainWindow::Private::endSeen()
{
    if (std::exchange(endIsTold, false))
        emit q->sessionEndSeen();
}

void MainWindow::Private::warnOfIdleness(int secondsLeft)
{
    const bool first = !idleSeconds;
    idleSeconds = secondsLeft;
    if (first) {
        signInAgain(false); // the warning has its place above the profile
        QApplication::alert(q); // the person may be at work in another window
    }
    if (!first && std::ranges::find(announcedSeconds, secondsLeft) != std::end(announcedSeconds))
        profilePage->clearMessage(); // what appears anew is said anew
    updateNotice();
}

Message MainWindow::Private::idleMessage() const
{
    return makeMessage(MessageId::X10,
                       {{QStringLiteral("n"), QLocale().toString(idleSeconds.value_or(0))}});
}

} // namespace latchkey
