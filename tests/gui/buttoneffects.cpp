#include "tests/gui/buttoneffects.h"

#include "tests/gui/screenparts.h"
#include "ui/profilepage.h"
#include "ui/signinpage.h"
#include "ui/waitpages.h"

namespace latchkey::test
{

namespace
{

QString focusName()
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

bool triedAgain(const QString &id, const Staged &staged, const Traffic &before, const Traffic &now)
{
    if (id == u"K3" || id == u"K8")
        return now.reads > before.reads;
    if (id == u"K4")
        return now.writes > before.writes;
    if (staged.run.on<ProfilePage>())
        return now.profiles == before.profiles + 1;
    if (staged.run.on<RestoringPage>()) // it asks for the time first, unless that is not told
        return now.profiles > before.profiles || now.renewals > before.renewals;
    return now.logins == before.logins + 1;
}

QString textIn(const Run &run, const char *field)
{
    return qobject_cast<QLineEdit *>(part(run, field))->text();
}

bool showsDialog(const Run &run, const char *objectName)
{
    const QDialog *dialog = openDialog(run);
    return dialog && dialog->objectName() == QLatin1String(objectName);
}

bool isRemindedAtOneMinute(Run &run)
{
    const bool gone = run.bar().isEmpty();
    pass(run, std::chrono::minutes(4));
    return gone && run.bar() == u"X6";
}

bool signsInFromHere(Run &run, const Traffic &before)
{
    if (!run.on<SignInPage>() || run.window.focusWidget() == nullptr)
        return false;
    signIn(run);
    return Traffic(run.world).logins == before.logins + 1;
}

// The password store asks for nothing from here on, and the person is told what that costs.
bool signsInWithoutIt(Run &run, const Traffic &before)
{
    if (!run.on<SignInPage>())
        return false;
    const auto *stay = qobject_cast<QAbstractButton *>(part(run, "staySignedInCheckBox"));
    return stay->isEnabled() && !stay->isChecked() && signsInFromHere(run, before)
        && run.bar() == u"K11" && Traffic(run.world).mayAsk == before.mayAsk;
}

} // namespace

bool worked(const QString &button, const QString &id, Staged &staged, const Traffic &before)
{
    Run &run = staged.run;
    const Traffic now(staged.world);
    const QHash<QString, std::function<bool()>> effects{
        {QStringLiteral("Try again"), [&] { return triedAgain(id, staged, before, now); }},
        {QStringLiteral("Try now"), [&] { return now.renewals > before.renewals; }},
        {QStringLiteral("Cancel"), [&] { return run.bar() == u"S2"; }},
        {QStringLiteral("Use another account"),
         [&] {
             return run.on<SignInPage>() && textIn(run, "emailEdit").isEmpty()
                 && textIn(run, "passwordEdit").isEmpty() && focusName() == u"emailEdit";
         }},
        {QStringLiteral("Change server"), [&] { return showsDialog(run, "ServerDialog"); }},
        {QStringLiteral("Use this address"),
         [&] {
             return showsDialog(run, "ServerDialog")
                 && textIn(run, "addressEdit") == u"https://api.example.com/v2";
         }},
        {QStringLiteral("Go back"),
         [&] { return run.bar().isEmpty() && focusName().endsWith(u"Edit"); }},
        {QStringLiteral("View certificate"),
         [&] {
             const QString seen = visibleTexts(run.page()).join(u' ');
             return seen.contains(QStringLiteral("SHA-256"))
                 && !seen.contains(QStringLiteral("BEGIN CERTIFICATE"));
         }},
        {QStringLiteral("Proxy settings"), [&] { return showsDialog(run, "SettingsDialog"); }},
        {QStringLiteral("Unlock…"), [&] { return now.mayAsk > before.mayAsk; }},
        {QStringLiteral("Sign in without it"), [&] { return signsInWithoutIt(run, before); }},
        {QStringLiteral("Save it"),
         [&] {
             return now.mayAsk > before.mayAsk && run.bar().isEmpty()
                 && !staged.world.store.items.isEmpty();
         }},
        {QStringLiteral("Continue"),
         [&] { return id == u"K3" ? signsInWithoutIt(run, before) : run.bar().isEmpty(); }},
        {QStringLiteral("Sign in"), [&] { return signsInFromHere(run, before); }},
        {QStringLiteral("Sign in again"),
         [&] { return run.on<SignInPage>() && textIn(run, "emailEdit") == u"john@mail.com"; }},
        {QStringLiteral("Sign out"),
         [&] { return run.on<SignInPage>() && staged.world.store.items.isEmpty(); }},
        {QStringLiteral("Why?"),
         [&] {
             return visibleTexts(run.page()).join(u' ').contains(QStringLiteral("Decided by"));
         }},
        {QStringLiteral("Remind me at 1 minute"), [&] { return isRemindedAtOneMinute(run); }},
        {QStringLiteral("Stay signed in"),
         [&] { return run.bar().isEmpty() && run.on<ProfilePage>(); }},
        {QStringLiteral("Dismiss"), [&] { return run.bar().isEmpty(); }},
    };
    return effects.contains(button) && effects[button]();
}

Traffic::Traffic(const World &world)
    : logins(world.http.sentCount(QStringLiteral("login")))
    , profiles(world.http.sentCount(QStringLiteral("profile")))
    , renewals(world.http.sentCount(QStringLiteral("refresh-token")))
    , reads(world.store.reads)
    , writes(world.store.writes)
    , mayAsk(world.store.mayAsk)
{
}

} // namespace latchkey::test
