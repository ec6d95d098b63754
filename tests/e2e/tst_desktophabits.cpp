#include "app/api/qnamedge.h"
#include "tests/e2e/mocknotifications.h"
#include "tests/e2e/mockportal.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/fakestore.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFile>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The composed program in its desktop: notifications and the portal are played on a private session
// bus.
class tst_DesktopHabits : public QObject
{
    Q_OBJECT
private slots:
    void cleanup();
    void tellsAnEndThatNobodySees_data();
    void tellsAnEndThatNobodySees();
    void anEndInFrontOfThePersonIsToldByTheWindow();
    void clickBringsTheWindowBack();
    void signInTakesTheNewsAway();
    void anotherDeviceSignsIn();
    void followsTheDesktopsScheme();
    void thePersonsOwnChoiceStands();
    void remembersTheSchemeForTheNextStart();
    void followsContrast();
    void followsMotion();
    void signsOutWhenNobodyIsThere();

private:
    [[nodiscard]] static bool begin(ProgramFixture &f);
    static void endEarly(ProgramFixture &f);
};

void tst_DesktopHabits::cleanup()
{
    QApplication::setPalette(QPalette());
}

bool tst_DesktopHabits::begin(ProgramFixture &f)
{
    return f.openSignedIn();
}

void tst_DesktopHabits::endEarly(ProgramFixture &f)
{
    f.server->revokeAll();
    f.program->session().reloadProfile();
    QTRY_VERIFY(f.program->session().status().renewalError); // refused once; now it is confirmed
    f.pass(30s);
    QTRY_COMPARE(f.state(), SessionState::Ended);
}

void tst_DesktopHabits::tellsAnEndThatNobodySees_data()
{
    QTest::addColumn<bool>("minimised");
    QTest::newRow("minimised") << true;
    QTest::newRow("hidden") << false;
}

void tst_DesktopHabits::tellsAnEndThatNobodySees()
{
    QFETCH(bool, minimised);
    FakeStore store;
    MockNotifications service(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    ProgramFixture f(store);
    QVERIFY(begin(f));
    MainWindow &window = f.program->window();
    minimised ? window.showMinimized() : window.hide();
    endEarly(f);
    QCOMPARE(f.state(), SessionState::Ended);
    QTRY_COMPARE(service.shown.size(), 1);
    const auto &shown = service.shown.constFirst();
    QVERIFY2(shown.title.endsWith(u"ended your session early."), qPrintable(shown.title));
    QVERIFY2(shown.body.startsWith(u"It was due to last until"), qPrintable(shown.body));
    QVERIFY(!shown.body.contains(u'@') && !shown.title.contains(u'@'));
    QVERIFY(shown.actions.contains(QStringLiteral("Sign in")));
    window.bringToFront();
    QTRY_VERIFY(f.shows(QStringLiteral("ended your session early."))); // as if it had been there
    QTRY_COMPARE(service.closed, QList<uint>{shown.id});
}

void tst_DesktopHabits::anEndInFrontOfThePersonIsToldByTheWindow()
{
    FakeStore store;
    MockNotifications service(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    ProgramFixture f(store);
    QVERIFY(begin(f));
    endEarly(f);
    QVERIFY(f.shows(QStringLiteral("ended your session early.")));
    roundTrip(service.connection());
    QVERIFY(service.shown.isEmpty());
}

void tst_DesktopHabits::clickBringsTheWindowBack()
{
    FakeStore store;
    MockNotifications service(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    ProgramFixture f(store);
    QVERIFY(begin(f));
    f.program->window().showMinimized();
    endEarly(f);
    QTRY_COMPARE(service.shown.size(), 1);
    QVERIFY(f.program->window().isMinimized());
    service.act(service.shown.constFirst().id, QStringLiteral("sign-in"));
    QTRY_VERIFY(!f.program->window().isMinimized());
    QTRY_VERIFY(f.program->window().isActiveWindow());
    QVERIFY(f.field(QStringLiteral("Password")));
    QTRY_COMPARE(service.closed.size(), 1);
}

void tst_DesktopHabits::signInTakesTheNewsAway()
{
    FakeStore store;
    MockNotifications service(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    ProgramFixture f(store);
    QVERIFY(begin(f));
    f.program->window().showMinimized();
    endEarly(f);
    QTRY_COMPARE(service.shown.size(), 1);
    f.program->session().signIn({QStringLiteral("john@mail.com"), Secret("changeme")}, true);
    f.settleNetwork();
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    QTRY_COMPARE(service.closed, QList<uint>{service.shown.constFirst().id});
}

void tst_DesktopHabits::anotherDeviceSignsIn()
{
    FakeStore store;
    ProgramFixture f(store, {.singleSession = true});
    QVERIFY(begin(f));
    QnamEdge http(f.clock);
    ApiClient otherDevice(http, f.clock);
    otherDevice.setServer(*ServerAddress::parse(f.server->url()));
    bool signedIn = false;
    otherDevice.login({QStringLiteral("john@mail.com"), Secret("changeme")}, this,
                      [&](const Result<TokenReply> &reply) { signedIn = reply.has_value(); });
    QTRY_VERIFY(signedIn);
    f.program->session().reloadProfile();
    QTRY_COMPARE(f.state(), SessionState::Ended);
    QVERIFY2(f.barText().startsWith(u"You signed in on another device. This computer was signed "
                                    "out at "),
             qPrintable(f.barText()));
    QVERIFY(f.barText().endsWith(u"If that wasn't you, change your password."));
    QTRY_VERIFY(store.items.isEmpty());
}

void tst_DesktopHabits::followsTheDesktopsScheme()
{
    FakeStore store;
    MockPortal portal(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    const auto space = QStringLiteral("org.freedesktop.appearance");
    const auto key = QStringLiteral("color-scheme");
    portal.settings.insert(space + u' ' + key, 1U);
    ProgramFixture f(store);
    f.open();
    const QWidget *window = &f.program->window();
    const bool wasDark = coloursOf(window).dark;
    f.pass(1s);
    QTRY_VERIFY(coloursOf(window).dark);
    QVERIFY(!wasDark); // the offscreen platform has no wish of its own
    portal.change(space, key, 2U);
    QTRY_VERIFY(!coloursOf(window).dark);
    portal.change(space, key, 1U);
    QTRY_VERIFY(coloursOf(window).dark);
    portal.change(space, key, 0U);
    QTRY_VERIFY(!coloursOf(window).dark);
}

void tst_DesktopHabits::thePersonsOwnChoiceStands()
{
    FakeStore store;
    MockPortal portal(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    ProgramFixture f(store);
    Preferences settings(f.folder.filePath(QStringLiteral("p.ini")));
    Settings chosen;
    chosen.appearance = Appearance::Light;
    settings.setSettings(chosen);
    f.open();
    f.pass(1s);
    portal.change(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), 1U);
    Preferences saved(f.folder.filePath(QStringLiteral("p.ini")));
    QTRY_COMPARE(Preferences(f.folder.filePath(QStringLiteral("p.ini"))).lastColourScheme(),
                 LastColourScheme::Dark); // it has arrived
    QVERIFY(!coloursOf(&f.program->window()).dark);
}

void tst_DesktopHabits::remembersTheSchemeForTheNextStart()
{
    FakeStore store;
    ProgramFixture f(store);
    {
        MockPortal portal(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        portal.settings.insert(QStringLiteral("org.freedesktop.appearance color-scheme"), 1U);
        f.open();
        f.pass(1s);
        QTRY_VERIFY(coloursOf(&f.program->window()).dark);
        f.close();
    }
    f.open(); // nobody has been asked yet
    QVERIFY(coloursOf(&f.program->window()).dark);
}

void tst_DesktopHabits::followsContrast()
{
    FakeStore store;
    MockPortal portal(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    ProgramFixture f(store);
    f.open();
    f.pass(1s);
    QTRY_COMPARE(portal.asked.size(), 4);
    const auto space = QStringLiteral("org.freedesktop.appearance");
    portal.change(space, QStringLiteral("contrast"), 1U);
    QTRY_VERIFY(isHighContrast(QApplication::palette()));
    QVERIFY(!coloursOf(&f.program->window()).dark);
    portal.change(space, QStringLiteral("color-scheme"), 1U);
    QTRY_VERIFY(coloursOf(&f.program->window()).dark);
    QVERIFY(isHighContrast(QApplication::palette()));
    portal.change(space, QStringLiteral("contrast"), 0U);
    QTRY_VERIFY(!isHighContrast(QApplication::palette()));
    QVERIFY(coloursOf(&f.program->window()).dark);
}

void tst_DesktopHabits::followsMotion()
{
    FakeStore store;
    MockPortal portal(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    ProgramFixture f(store);
    f.open();
    QVERIFY(QApplication::isEffectEnabled(Qt::UI_General));
    f.pass(1s);
    const auto space = QStringLiteral("org.gnome.desktop.interface");
    const auto key = QStringLiteral("enable-animations");
    portal.change(space, key, false);
    QTRY_VERIFY(!QApplication::isEffectEnabled(Qt::UI_General));
    portal.change(space, key, true);
    QTRY_VERIFY(QApplication::isEffectEnabled(Qt::UI_General));
}

void tst_DesktopHabits::signsOutWhenNobodyIsThere()
{
    FakeStore store;
    MockNotifications service(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    ProgramFixture f(store);
    QFile file(f.folder.filePath(QStringLiteral("p.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\nversion=1\nidleSignOutMinutes=5\n");
    file.close();
    QVERIFY(begin(f));
    f.pass(4min);
    QVERIFY2(f.barText().startsWith(u"Still there?"), qPrintable(f.barText()));
    f.program->window().showMinimized();
    f.pass(61s);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(store.items.isEmpty());
    QTRY_COMPARE(service.shown.size(), 1);
    QCOMPARE(service.shown.constFirst().title, QStringLiteral("You're signed out."));
}

static int runDesktophabits(int argc, char *argv[])
{
    const PrivateBus bus; // before Qt looks for the session's
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toLatin1());
    QApplication app(argc, argv);
    tst_DesktopHabits test;
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runDesktophabits)
#include "tst_desktophabits.moc"
