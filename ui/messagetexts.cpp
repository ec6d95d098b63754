#include "ui/messagetexts.h"

#include <QCoreApplication>

namespace latchkey
{

namespace
{

using Id = MessageId;
using Act = MessageAction;
constexpr auto Main = Variant::Main;
constexpr auto Info = Severity::Info;
constexpr auto Success = Severity::Success;
constexpr auto Warning = Severity::Warning;
constexpr auto Error = Severity::Error;
constexpr bool Counted = true;

// clang-format off
// The wording is screens.md section 7, to the letter. What is counted has its plural forms in the
// translations, the English ones too.
constexpr MessageText texts[] = {
    {Id::V1, Main, Error, QT_TRANSLATE_NOOP("messages", "Enter your email address.")},
    {Id::V2, Main, Warning, QT_TRANSLATE_NOOP("messages", "This doesn't look like an email address. Check it, or sign in anyway.")},
    {Id::V3, Main, Error, QT_TRANSLATE_NOOP("messages", "Enter your password.")},
    {Id::V4, Main, Info, QT_TRANSLATE_NOOP("messages", "Caps Lock is on.")},
    {Id::V5, Main, Error, QT_TRANSLATE_NOOP("messages", "Enter a full web address, for example https://api.example.com.")},
    {Id::V6, Main, Error, QT_TRANSLATE_NOOP("messages", "This address isn't encrypted. Use https://. Plain http:// is allowed only for this computer.")},

    {Id::S1, Main, Info, QT_TRANSLATE_NOOP("messages", "Signing in..."), {Act::Cancel}},
    //: {host} is the name of the server.
    {Id::S1, Variant::After1s, Info, QT_TRANSLATE_NOOP("messages", "Contacting {host}..."), {Act::Cancel}},
    //: {host} is the name of the server.
    {Id::S1, Variant::After5s, Info, QT_TRANSLATE_NOOP("messages", "Still waiting for {host}. You can keep waiting or cancel."), {Act::Cancel}},
    //: {host} is the name of the server; {n} is how many seconds have gone by.
    {Id::S1, Variant::After10s, Info, QT_TRANSLATE_N_NOOP("messages", "{host} is taking longer than usual ({n} s)."), {Act::Cancel}, Counted},
    {Id::S2, Main, Info, QT_TRANSLATE_NOOP("messages", "Sign-in cancelled. Nothing was saved.")},

    {Id::E1, Main, Error, QT_TRANSLATE_NOOP("messages", "Email or password is incorrect. Check both and try again. Passwords are case-sensitive.")},
    //: {host} is the name of the server.
    {Id::E2, Main, Error, QT_TRANSLATE_NOOP("messages", "Email or password is incorrect. Check both and try again. Passwords are case-sensitive. If you've forgotten your password, contact the administrator of {host}.")},
    //: {host} is the name of the server; {ref} is what to tell an administrator: a code and a time.
    {Id::E3, Main, Error, QT_TRANSLATE_NOOP("messages", "You can't sign in to {host} with this account. The server refused access. Contact its administrator and quote {ref}."), {Act::UseAnotherAccount}},
    {Id::E4, Main, Error, QT_TRANSLATE_NOOP("messages", "The server couldn't read the sign-in request. This isn't a problem with your password. Check the server address or try again."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E5, Main, Error, QT_TRANSLATE_NOOP("messages", "Sign-in isn't available at this address. {host} answered, but has no sign-in service there."), {Act::ChangeServer}},
    //: {mm:ss} is a countdown, such as 4:05.
    {Id::E6, Main, Warning, QT_TRANSLATE_NOOP("messages", "Too many attempts. You can try again in {mm:ss}."), {Act::TryAgain}},
    {Id::E6, Variant::NoTimeGiven, Warning, QT_TRANSLATE_NOOP("messages", "Too many attempts. You can try again now."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E7, Main, Error, QT_TRANSLATE_NOOP("messages", "{host} has a problem right now. Your details weren't the cause. Try again in a moment."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E7, Variant::SessionKept, Error, QT_TRANSLATE_NOOP("messages", "{host} has a problem right now. Your session is kept. Try again in a moment."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E7, Variant::OnlyTested, Error, QT_TRANSLATE_NOOP("messages", "{host} has a problem right now. Try again in a moment."), {Act::TryAgain}},
    //: {host} is the name of the server; {time} is a time of day, or a date with it.
    {Id::E8, Main, Warning, QT_TRANSLATE_NOOP("messages", "{host} is down for maintenance. Try again after {time}."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E8, Variant::NoTimeGiven, Warning, QT_TRANSLATE_NOOP("messages", "{host} is down for maintenance. Try again in a moment."), {Act::TryAgain}},
    {Id::E9, Main, Warning, QT_TRANSLATE_NOOP("messages", "You're offline. Connect to the internet and try again. What you typed is still here."), {Act::TryAgain}},
    {Id::E9, Variant::SessionKept, Warning, QT_TRANSLATE_NOOP("messages", "You're offline. Connect to the internet and try again. Your session is kept."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E10, Main, Error, QT_TRANSLATE_NOOP("messages", "Can't find {host}. Check the server address and your connection."), {Act::ChangeServer, Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E11, Main, Error, QT_TRANSLATE_NOOP("messages", "{host} isn't accepting connections. It may be switched off or blocked by a firewall."), {Act::TryAgain}},
    //: {host} is the name of the server; {n} is a number of seconds.
    {Id::E12, Main, Error, QT_TRANSLATE_N_NOOP("messages", "{host} didn't answer within {n} seconds."), {Act::TryAgain}, Counted},
    //: {host} is the name of the server.
    {Id::E13, Main, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} was interrupted. Nothing was saved."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E13, Variant::SessionKept, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} was interrupted. Your session is kept."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E13, Variant::OnlyTested, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} was interrupted. Try again in a moment."), {Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E14, Main, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} isn't private. Its certificate isn't trusted by this computer. Your password was not sent."), {Act::GoBack, Act::ViewCertificate}},
    //: {host} is the name of the server; {date} is a date.
    {Id::E14, Variant::CertificateExpired, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} isn't private. Its certificate expired on {date}. Your password was not sent."), {Act::GoBack, Act::ViewCertificate}},
    //: {host} is the name of the server; {date} is a date.
    {Id::E14, Variant::CertificateExpiredKept, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} isn't private. Its certificate expired on {date}. Your session is kept."), {Act::TryAgain, Act::ViewCertificate}},
    //: {host} is the name of the server; {other} is the name of another server.
    {Id::E14, Variant::CertificateForOther, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} isn't private. Its certificate was issued for {other}. Your password was not sent."), {Act::GoBack, Act::ViewCertificate}},
    //: {host} is the name of the server; {other} is the name of another server.
    {Id::E14, Variant::CertificateForOtherKept, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} isn't private. Its certificate was issued for {other}. Your session is kept."), {Act::TryAgain, Act::ViewCertificate}},
    //: {host} is the name of the server.
    {Id::E14, Variant::CertificateUntrusted, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} isn't private. Its certificate isn't trusted by this computer. Your password was not sent."), {Act::GoBack, Act::ViewCertificate}},
    //: {host} is the name of the server.
    {Id::E14, Variant::SessionKept, Error, QT_TRANSLATE_NOOP("messages", "The connection to {host} isn't private. Its certificate isn't trusted by this computer. Your session is kept."), {Act::TryAgain, Act::ViewCertificate}},
    //: {host} is the name of the server.
    {Id::E14, Variant::NoSecureConnection, Error, QT_TRANSLATE_NOOP("messages", "No secure connection to {host} could be made. The server may not offer one at this address. Your password was not sent."), {Act::GoBack, Act::ChangeServer}},
    //: {host} is the name of the server.
    {Id::E14, Variant::NoSecureConnectionKept, Error, QT_TRANSLATE_NOOP("messages", "No secure connection to {host} could be made. The server may not offer one at this address. Your session is kept."), {Act::TryAgain, Act::ChangeServer}},
    //: {local} is this computer's date and time; {host} is the name of the server.
    {Id::E15, Main, Error, QT_TRANSLATE_NOOP("messages", "Check this computer's date and time. It is set to {local}, which makes {host}'s certificate look invalid."), {Act::TryAgain}},
    //: {host} is the name of the server; {other} is the name of another server.
    {Id::E16, Main, Warning, QT_TRANSLATE_NOOP("messages", "This network wants you to sign in first. {host} was redirected to {other}. Open a browser, sign in to the network, then try again."), {Act::OpenBrowser, Act::TryAgain}},
    {Id::E16, Variant::NotRedirected, Warning, QT_TRANSLATE_NOOP("messages", "This network wants you to sign in first. Open a browser, sign in to the network, then try again."), {Act::OpenBrowser, Act::TryAgain}},
    {Id::E17, Main, Error, QT_TRANSLATE_NOOP("messages", "Your proxy needs a user name and password."), {Act::ProxySettings}},
    //: {host} is the name of the server; {other} is the name of another server.
    {Id::E18, Main, Error, QT_TRANSLATE_NOOP("messages", "{host} tried to send your sign-in to {other}. The app stopped; your password went only to {host}."), {Act::ChangeServer}},
    //: {host} is the name of the server; {other} is the name of another server.
    {Id::E18, Variant::SessionKept, Error, QT_TRANSLATE_NOOP("messages", "{host} tried to send this request to {other}. The app stopped; nothing was sent there. Your session is kept."), {Act::TryAgain, Act::ChangeServer}},
    //: {host} is the name of the server; {other} is the name of another server.
    {Id::E18, Variant::OnlyTested, Error, QT_TRANSLATE_NOOP("messages", "{host} tried to send this request to {other}. The app stopped; nothing was sent there."), {Act::ChangeServer}},
    //: {host} is the name of the server.
    {Id::E19, Main, Error, QT_TRANSLATE_NOOP("messages", "{host} sent an answer this app can't read. It may be the wrong server, or the app may need an update."), {Act::ChangeServer, Act::TryAgain}},
    //: {host} is the name of the server.
    {Id::E20, Main, Error, QT_TRANSLATE_NOOP("messages", "{host} accepted your password but didn't start a session. Try again, or contact its administrator."), {Act::TryAgain}},
    //: {host} is the name of the server; {n} is an HTTP status such as 418.
    {Id::E21, Main, Error, QT_TRANSLATE_NOOP("messages", "{host} refused the request (code {n})."), {Act::TryAgain}},
    //: {host} is the name of the server; {status} is such as HTTP 403.
    {Id::E22, Main, Error, QT_TRANSLATE_NOOP("messages", "Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your password was not judged."), {Act::TryAgain, Act::ChangeServer}},
    //: {host} is the name of the server; {status} is such as HTTP 403.
    {Id::E22, Variant::SessionKept, Error, QT_TRANSLATE_NOOP("messages", "Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your session is kept."), {Act::TryAgain, Act::ChangeServer}},
    //: {host} is the name of the server; {status} is such as HTTP 403.
    {Id::E22, Variant::OnlyTested, Error, QT_TRANSLATE_NOOP("messages", "Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). So this test can't tell whether you can sign in there."), {Act::TryAgain, Act::ChangeServer}},
    //: {host} is the name of the server; {address} is a web address.
    {Id::E23, Main, Warning, QT_TRANSLATE_NOOP("messages", "{host} has moved. It points to {address} now, and nothing was sent there yet."), {Act::UseAddress, Act::TryAgain}},

    //: {keychain} is the name of the password store.
    {Id::K1, Main, Info, QT_TRANSLATE_NOOP("messages", "{keychain} is locked. Unlock it to restore your session."), {Act::Unlock, Act::SignInWithoutIt}},
    {Id::K2, Main, Info, QT_TRANSLATE_NOOP("messages", "This computer has no password store. You can sign in, but you'll need to sign in again next time."), {Act::Continue}},
    //: {keychain} is the name of the password store.
    {Id::K3, Main, Warning, QT_TRANSLATE_NOOP("messages", "{keychain} refused access. Allow this app in {keychain}, or continue without saving."), {Act::TryAgain, Act::Continue}},
    {Id::K4, Main, Warning, QT_TRANSLATE_NOOP("messages", "You're signed in, but your session couldn't be saved. You'll need to sign in next time."), {Act::TryAgain}},
    {Id::K5, Main, Warning, QT_TRANSLATE_NOOP("messages", "The saved session couldn't be read and was left where it is. Sign in again.")},

    // Further states of the password store, in the order in which they came.
    //: {keychain} is the name of the password store.
    {Id::K6, Main, Info, QT_TRANSLATE_NOOP("messages", "Still locked. Unlock {keychain} to restore your session, or sign in without it."), {Act::Unlock, Act::SignInWithoutIt}},
    //: {keychain} is the name of the password store.
    {Id::K7, Main, Info, QT_TRANSLATE_NOOP("messages", "{keychain} is asking. It wants its password, or to know whether Latchkey may read your session. Answer it, and your session is restored."), {Act::SignInWithoutIt}},
    //: {keychain} is the name of the password store.
    {Id::K8, Main, Warning, QT_TRANSLATE_NOOP("messages", "{keychain} doesn't answer. Your saved session is kept. Try again, or sign in without it."), {Act::TryAgain, Act::SignInWithoutIt}},
    //: {keychain} is the name of the password store.
    {Id::K9, Main, Warning, QT_TRANSLATE_NOOP("messages", "{keychain} refuses Latchkey until one of them is restarted. Restart either of them, and allow access when you are asked. Your saved session is kept."), {Act::SignInWithoutIt}},
    {Id::K10, Main, Info, QT_TRANSLATE_NOOP("messages", "Latchkey was started with --no-keychain. Your session is not saved, and you'll need to sign in again next time.")},
    {Id::K11, Main, Info, QT_TRANSLATE_NOOP("messages", "This session is not saved. You'll need to sign in again next time."), {Act::SaveIt}},
    //: {keychain} is the name of the password store.
    {Id::K12, Main, Warning, QT_TRANSLATE_NOOP("messages", "Saving has stopped for this run, unless {keychain} comes back. Your session goes on, but you may need to sign in again next time."), {Act::Dismiss}},
    {Id::K13, Main, Info, QT_TRANSLATE_NOOP("messages", "Your password store isn't running. Start it, and a saved session is restored. You can sign in without it, but you'll need to sign in again next time.")},
    {Id::K14, Main, Info, QT_TRANSLATE_NOOP("messages", "Your password store isn't running. Start it to stay signed in. You can sign in without it, but you'll need to sign in again next time.")},

    //: {time} is a time of day, or a date with it; {email} is an email address.
    {Id::X1, Main, Info, QT_TRANSLATE_NOOP("messages", "Your session ended at {time}. Sign in again as {email} to continue where you were."), {Act::SignIn, Act::Why}},
    {Id::X1, Variant::NoTimeGiven, Info, QT_TRANSLATE_NOOP("messages", "Your session ended. Sign in again to continue where you were."), {Act::SignIn, Act::Why}},
    //: {host} is the name of the server; {time} is a time of day, or a date with it.
    {Id::X2, Main, Warning, QT_TRANSLATE_NOOP("messages", "{host} ended your session early. It was due to last until {time}. Usual causes: a sign-in on another device, a changed password, or a server restart."), {Act::SignIn, Act::Why}},
    //: {host} is the name of the server.
    {Id::X2, Variant::NoTimeGiven, Warning, QT_TRANSLATE_NOOP("messages", "{host} ended your session early. Usual causes: a sign-in on another device, a changed password, or a server restart."), {Act::SignIn, Act::Why}},
    //: {time} is a time of day, or a date with it.
    {Id::X3, Main, Warning, QT_TRANSLATE_NOOP("messages", "You signed in on another device. This computer was signed out at {time}. If that wasn't you, change your password."), {Act::SignIn}},
    //: {host} is the name of the server.
    {Id::X4, Main, Error, QT_TRANSLATE_NOOP("messages", "This account no longer exists on {host}."), {Act::UseAnotherAccount}},
    {Id::X5, Main, Error, QT_TRANSLATE_NOOP("messages", "You're signed in, but you aren't allowed to see this profile."), {Act::SignOut, Act::TryAgain}},
    //: {n} is a number of minutes.
    {Id::X6, Main, Warning, QT_TRANSLATE_N_NOOP("messages", "Your session ends in {n} minutes and can't be renewed. Sign in again now to stay signed in."), {Act::SignInAgain, Act::RemindMe}, Counted},
    {Id::X6, Variant::LastMinute, Warning, QT_TRANSLATE_NOOP("messages", "Your session ends within a minute and can't be renewed. Sign in again now to stay signed in."), {Act::SignInAgain}},
    //: {time} is a date with a time of day.
    {Id::X6, Variant::LongBefore, Info, QT_TRANSLATE_NOOP("messages", "Your session ends on {time} and can't be renewed. Sign in again to stay signed in."), {Act::SignInAgain, Act::Dismiss}},
    //: {n} is a number of seconds; {time} is a time of day, or a date with it.
    {Id::X7, Main, Warning, QT_TRANSLATE_N_NOOP("messages", "Can't renew your session yet. Trying again in {n} s. You can keep working until {time}."), {Act::TryNow}, Counted},
    //: {n} is a number of minutes.
    {Id::X8, Main, Warning, QT_TRANSLATE_N_NOOP("messages", "This computer's clock is {n} minutes ahead. Sessions may end early. Set the time automatically in system settings."), {Act::Dismiss}, Counted},
    //: {n} is a number of minutes.
    {Id::X8, Variant::Ahead, Warning, QT_TRANSLATE_N_NOOP("messages", "This computer's clock is {n} minutes ahead. Sessions may end early. Set the time automatically in system settings."), {Act::Dismiss}, Counted},
    //: {n} is a number of minutes.
    {Id::X8, Variant::Behind, Warning, QT_TRANSLATE_N_NOOP("messages", "This computer's clock is {n} minutes behind. Sessions may end early. Set the time automatically in system settings."), {Act::Dismiss}, Counted},
    //: {n} is a number of hours.
    {Id::X8, Variant::AheadHours, Warning, QT_TRANSLATE_N_NOOP("messages", "This computer's clock is {n} hours ahead. Sessions may end early. Set the time automatically in system settings."), {Act::Dismiss}, Counted},
    //: {n} is a number of hours.
    {Id::X8, Variant::BehindHours, Warning, QT_TRANSLATE_N_NOOP("messages", "This computer's clock is {n} hours behind. Sessions may end early. Set the time automatically in system settings."), {Act::Dismiss}, Counted},
    //: {host} is the name of the server; {time} is a time of day, or a date with it.
    {Id::X9, Main, Success, QT_TRANSLATE_NOOP("messages", "You're signed out. The saved session was removed from this computer. {host} has no remote sign-out, so that session stays valid there until {time}."), {Act::SignIn}},
    {Id::X9, Variant::NoTimeGiven, Success, QT_TRANSLATE_NOOP("messages", "You're signed out. The saved session was removed from this computer."), {Act::SignIn}},
    //: {host} is the name of the server; {time} is a time of day, or a date with it.
    {Id::X9, Variant::NothingStored, Success, QT_TRANSLATE_NOOP("messages", "You're signed out. {host} has no remote sign-out, so that session stays valid there until {time}."), {Act::SignIn}},
    {Id::X9, Variant::NothingStoredNoTime, Success, QT_TRANSLATE_NOOP("messages", "You're signed out."), {Act::SignIn}},
    //: {n} is a number of seconds.
    {Id::X10, Main, Warning, QT_TRANSLATE_N_NOOP("messages", "Still there? You'll be signed out in {n} s."), {Act::StaySignedIn}, Counted},
    //: {time} is a time of day, or a date with it.
    {Id::P1, Main, Warning, QT_TRANSLATE_NOOP("messages", "You're offline. Showing your profile as of {time}."), {Act::TryAgain}},
};
// clang-format on

} // namespace

std::span<const MessageText> messageTexts()
{
    return texts;
}

} // namespace latchkey
