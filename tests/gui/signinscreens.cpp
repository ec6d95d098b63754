#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"

namespace latchkey::test
{

namespace
{

using std::chrono::seconds;

void neverAnswers(World &world)
{
    world.loginStatus = 0;
}

// Busy for this long.
std::function<void(Run &)> waiting(milliseconds time)
{
    return [time](Run &run) {
        signIn(run);
        pass(run, time);
    };
}

void setEmail(Run &run, const char *email)
{
    qobject_cast<QLineEdit *>(part(run, "emailEdit"))->setText(QString::fromLatin1(email));
}

void submit(Run &run)
{
    QTest::keyClick(part(run, "emailEdit"), Qt::Key_Return);
}

void demo(Run &run)
{
    run.start("http://127.0.0.1:43159");
    run.window.showDemoAccount(QStringLiteral("john@mail.com"), QStringLiteral("changeme"));
}

void noStore(World &world)
{
    world.store.setState(KeychainState::Absent);
}

} // namespace

QList<Screen> signInScreens()
{
    return {
        {QStringLiteral("sign-in"), nothing, nothingMore},
        {QStringLiteral("sign-in-filled"), nothing,
         [](Run &run) {
             setEmail(run, "john@mail.com");
             qobject_cast<QLineEdit *>(part(run, "passwordEdit"))
                 ->setText(QStringLiteral("changeme"));
         }},
        {QStringLiteral("sign-in-revealed"), nothing,
         [](Run &run) {
             setEmail(run, "john@mail.com");
             qobject_cast<QLineEdit *>(part(run, "passwordEdit"))
                 ->setText(QStringLiteral("changeme"));
             click(run, "showPasswordButton");
         }},
        {QStringLiteral("V1"), nothing, submit},
        {QStringLiteral("V2"), nothing,
         [](Run &run) {
             setEmail(run, "john");
             submit(run);
         }},
        {QStringLiteral("V3"), nothing,
         [](Run &run) {
             setEmail(run, "john@mail.com");
             submit(run);
         }},
        {QStringLiteral("V4"), nothing,
         [](Run &run) {
             setEmail(run, "john@mail.com");
             auto *password = part(run, "passwordEdit");
             password->setFocus();
             QTest::sendKeyEvent(QTest::Click, password, Qt::Key_A, QStringLiteral("A"),
                                 Qt::NoModifier);
         }},
        {QStringLiteral("S1"), neverAnswers, waiting(milliseconds(0))},
        {QStringLiteral("S1-1s"), neverAnswers, waiting(seconds(1))},
        {QStringLiteral("S1-5s"), neverAnswers, waiting(seconds(5))},
        {QStringLiteral("S1-10s"), neverAnswers, waiting(seconds(12))},
        {QStringLiteral("S2"), neverAnswers,
         [](Run &run) {
             waiting(seconds(2))(run);
             click(run, "cancelButton");
             pass(run, milliseconds(1));
         }},
        {QStringLiteral("demo-starting"), nothing,
         [](Run &run) { run.window.setDemoStarting(true); }},
        {QStringLiteral("demo"), nothing, demo},
        {QStringLiteral("demo-failed"), nothing,
         [](Run &run) {
             run.window.showDemoFailed(QStringLiteral("latchkey-demo-server: not found"));
         }},
        {QStringLiteral("K2"), noStore, nothingMore},
        {QStringLiteral("K2-demo"), noStore, demo},
        {QStringLiteral("K10"),
         [](World &world) {
             world.store.byChoice = true;
             noStore(world);
         },
         nothingMore},
        {QStringLiteral("K13"),
         [](World &world) {
             keepSession(world);
             world.store.setState(KeychainState::Absent);
         },
         nothingMore},
        {QStringLiteral("K14"), nothing,
         [](Run &run) {
             signIn(run);
             run.world.store.setState(KeychainState::Absent);
             run.session.signOut();
             pass(run, milliseconds(1));
         }},
        {QStringLiteral("settings-damaged"), nothing,
         [](Run &run) {
             run.window.showProblem(
                 {SettingsProblem::Kind::Damaged, QStringLiteral("/config/latchkey/default.ini")});
         }},
        {QStringLiteral("settings-bad-values"), nothing,
         [](Run &run) {
             run.window.showProblem({SettingsProblem::Kind::BadValues,
                                     QStringLiteral("/config/latchkey/default.ini"),
                                     {},
                                     {{QStringLiteral("renewAtPercent")},
                                      {QStringLiteral("pendingDeletes")},
                                      {{}, 7}}});
         }},
    };
}

} // namespace latchkey::test
