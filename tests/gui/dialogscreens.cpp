#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"

namespace latchkey::test
{

namespace
{

void openServer(Run &run)
{
    click(run, "serverButton");
}

void tryAddress(Run &run, const char *address)
{
    openServer(run);
    qobject_cast<QLineEdit *>(part(run, "addressEdit"))->setText(QString::fromLatin1(address));
    click(run, "testButton");
}

void tested(Run &run, const std::optional<Error> &error)
{
    tryAddress(run, "https://api.example.com/api/v1");
    run.window.showConnectionTest(error);
}

void openSettings(Run &run, RenewalTimerState state, bool renewWhileClosed)
{
    click(run, "settingsButton");
    run.window.showRenewalTimer(state, renewWhileClosed);
}

DiagnosticsFacts facts(WallTime now)
{
    DiagnosticsFacts facts;
    facts.takenAt = now;
    facts.version = QStringLiteral("0.1.0");
    facts.commit = QStringLiteral("bd400ae6f1c2");
    facts.qtRun = QStringLiteral("6.4.2");
    facts.qtBuilt = QStringLiteral("6.4.2");
    facts.system = QStringLiteral("Debian GNU/Linux 12 (bookworm), x86_64");
    facts.display = QStringLiteral("xcb");
    facts.tls = QStringLiteral("openssl, OpenSSL 3.0.15 3 Sep 2024");
    facts.settings = QStringLiteral("/config/latchkey/default.ini");
    facts.storeName = QStringLiteral("GNOME Keyring");
    facts.store = StoreCondition::Ready;
    facts.server = QStringLiteral("https://api.example.com/api/v1");
    int took = 12;
    for (CheckResult *step : {&facts.reachability.dns, &facts.reachability.tcp,
                              &facts.reachability.tls, &facts.reachability.http}) {
        step->outcome = CheckResult::Outcome::Good;
        step->took = Milliseconds(took *= 2);
    }
    facts.reachability.clockSkew = Milliseconds(400);
    facts.reachability.finished = true;
    return facts;
}

void openDiagnostics(Run &run)
{
    run.window.openDiagnostics();
    run.window.showDiagnostics(facts(run.world.clock.wall()));
}

void openDiagnosticsFailing(Run &run)
{
    DiagnosticsFacts bad = facts(run.world.clock.wall());
    bad.reachability.tcp.outcome = CheckResult::Outcome::Failed;
    bad.reachability.tcp.error = Error{};
    bad.reachability.tcp.error->code = ErrorCode::ConnectionRefused;
    bad.reachability.tls.outcome = CheckResult::Outcome::NotReached;
    bad.reachability.http.outcome = CheckResult::Outcome::NotReached;
    bad.store = StoreCondition::Absent;
    run.window.openDiagnostics();
    run.window.showDiagnostics(bad);
}

} // namespace

QList<Screen> dialogScreens()
{
    return {
        {QStringLiteral("server"), nothing, openServer},
        {QStringLiteral("server-testing"), nothing,
         [](Run &run) { tryAddress(run, "https://api.example.com/api/v1"); }},
        {QStringLiteral("server-answers"), nothing, [](Run &run) { tested(run, std::nullopt); }},
        {QStringLiteral("server-fails"), nothing,
         [](Run &run) {
             Error error;
             error.code = ErrorCode::ConnectionRefused;
             tested(run, error);
         }},
        {QStringLiteral("server-between"), nothing,
         [](Run &run) {
             Error error;
             error.code = ErrorCode::NotFromApi;
             error.httpStatus = 403;
             tested(run, error);
         }},
        {QStringLiteral("V5"), nothing, [](Run &run) { tryAddress(run, "api.example.com"); }},
        {QStringLiteral("V6"), nothing,
         [](Run &run) { tryAddress(run, "http://api.example.com"); }},
        {QStringLiteral("settings"), nothing, [](Run &run) { click(run, "settingsButton"); },
         false},
        {QStringLiteral("settings-closed-no-manager"), nothing,
         [](Run &run) { openSettings(run, RenewalTimerState::NoUserManager, false); }, false},
        {QStringLiteral("settings-closed-not-automatic"), nothing,
         [](Run &run) { openSettings(run, RenewalTimerState::NoAutomaticRenewal, false); }, false},
        {QStringLiteral("settings-closed-not-installed"), nothing,
         [](Run &run) { openSettings(run, RenewalTimerState::NotInstalled, true); }, false},
        {QStringLiteral("diagnostics"), nothing, openDiagnostics, false},
        {QStringLiteral("diagnostics-failing"), nothing, openDiagnosticsFailing, false},
    };
}

} // namespace latchkey::test
