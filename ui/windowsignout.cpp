// What the window says after a sign-out, and of the stored item, which may take its time.
#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/mainwindow_p.h"
#include "ui/timetext.h"

#include <utility>

namespace latchkey
{

void MainWindow::Private::wireSignOut()
{
    connect(&session, &Session::signOutAsks, this, &Private::signOutAsks);
    connect(&session, &Session::signOutDone, this,
            [this](std::optional<WallTime> expiry, bool removed) {
                if (status.state == SessionState::SignedOut)
                    tellSignedOut(signedOutMessage(expiry, removed));
            });
    connect(&session, &Session::signOutFailed, this, [this](const QString &keychainName) {
        tellSignedOut([keychainName] {
            Message message;
            message.severity = Severity::Warning;
            message.headline = tr("You're signed out, but the saved session could not be removed.");
            //: {keychain} is the password store's name, such as GNOME Keyring.
            message.body
                = fillIn(tr("It is still in {keychain}. Latchkey tries again at the next start."),
                         {{QStringLiteral("keychain"), embedded(keychainName)}});
            return message;
        });
    });
}

void MainWindow::Private::signOutAsks(const QString &keychainName, bool isAboutIt)
{
    tellSignedOut([keychainName, isAboutIt] {
        Message message;
        message.headline = tr("You're signed out.");
        //: {keychain} is the password store's name, such as GNOME Keyring.
        const QString itsOwn = tr("{keychain} asks whether to remove the saved session. It is "
                                  "still there until you answer.");
        //: {keychain} is the password store's name, such as GNOME Keyring.
        const QString another = tr("{keychain} is asking you something. The saved session is "
                                   "still there until you answer.");
        message.body = fillIn(isAboutIt ? itsOwn : another,
                              {{QStringLiteral("keychain"), embedded(keychainName)}});
        return message;
    });
}

MessageMaker MainWindow::Private::signedOutMessage(std::optional<WallTime> expiry,
                                                   bool removed) const
{
    return [expiry, removed, host = session.server().host(), now = clock.wall()] {
        MessageArguments arguments{{QStringLiteral("host"), embedded(host)}};
        if (expiry)
            arguments[QStringLiteral("time")] = momentText(localTime(*expiry), localTime(now));
        const Variant ofRemoved = expiry ? Variant::Main : Variant::NoTimeGiven;
        const Variant ofNothing = expiry ? Variant::NothingStored : Variant::NothingStoredNoTime;
        return makeMessage(MessageId::X9, arguments, removed ? ofRemoved : ofNothing);
    };
}

// Once it is known what has become of the stored item.
void MainWindow::Private::tellSignedOut(const MessageMaker &make)
{
    signInPage()->showMessage(make);
    if (std::exchange(signedOutByIdleness, false))
        tellUnseenEnd(make());
}

} // namespace latchkey
