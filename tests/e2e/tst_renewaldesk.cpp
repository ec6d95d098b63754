#include "app/renewaldesk.h"
#include "tests/e2e/mocksystemd.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/fakehttp.h"
#include "tests/support/fakestore.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString whileClosed = u"Keep me signed in while Latchkey is closed"_s;
const QList<StoredSessionEntry> one{{u"k1"_s, u"https://a.example"_s, u"john@mail.com"_s}};
const QList<StoredSessionEntry> two
    = one + QList<StoredSessionEntry>{{u"k2"_s, u"https://b.example"_s, u"maria@mail.com"_s}};

void storeIn(Preferences &preferences, const QList<StoredSessionEntry> &sessions)
{
    for (const StoredSessionEntry &entry : preferences.storedSessions())
        (void)preferences.takeStored(entry.key);
    for (const StoredSessionEntry &entry : sessions)
        (void)preferences.noteStored(entry);
}

// A profile's program without a person's hands: window, session, settings and the desk.
struct DeskBench {
    DeskBench(const QString &settingsFile, const QString &busAddress)
        : preferences(settingsFile)
        , api(http, clock)
        , session({api, store, preferences, clock, {}, {}}, u"p"_s)
        , window(session, clock, valuesOf(preferences))
        , timer(clock, busAddress)
    {
        QObject::connect(&window, &MainWindow::settingsChanged, &window,
                         [this](const Settings &now) { preferences.setSettings(now); });
        desk = std::make_unique<RenewalDesk>(
            RenewalDesk::Parts{window, session, preferences, timer}, settingsFile);
    }
    static MainWindow::Values valuesOf(const Preferences &preferences)
    {
        MainWindow::Values values;
        values.settings = preferences.settings();
        return values;
    }
    [[nodiscard]] bool isTicked() const { return preferences.settings().renewWhileClosed; }
    void tick(bool on)
    {
        Settings settings = preferences.settings();
        settings.renewWhileClosed = on;
        emit window.settingsChanged(settings);
    }
    void hold(const QList<StoredSessionEntry> &sessions) // in the keychain, from now on
    {
        storeIn(preferences, sessions);
        emit session.changed(session.status());
    }

    FakeClock clock;
    FakeHttp http;
    FakeStore store;
    Preferences preferences;
    ApiClient api;
    Session session;
    MainWindow window;
    RenewalTimer timer;
    std::unique_ptr<RenewalDesk> desk;
};

} // namespace

// The timer follows what the profiles want; systemd is played on a private bus.
class tst_RenewalDesk : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aStartChangesNothing_data();
    void aStartChangesNothing();
    void aTickSwitchesItOn();
    void aTickWaitsForASession();
    void untickingSwitchesItOff();
    void theLastSignOutSwitchesItOff();
    void unwantedIsLeftAlone();
    void theLastOfTwoProfiles();
    void aTickInVainLeavesTheOthersTimer();
    void signedOutAndQuitAtOnce();
    void automaticRenewalIsOff();
    void aTickInVainIsTakenBack_data();
    void aTickInVainIsTakenBack();
    void aWishOfBeforeStays();
    void showingMends_data();
    void showingMends();
    void theProgramAsksWhenItIsShown();

private:
    [[nodiscard]] QString file(const QString &profile) const
    {
        return m_folder->filePath(profile + u".ini"_s);
    }
    [[nodiscard]] std::unique_ptr<DeskBench> start(const QString &profile = u"default"_s) const
    {
        return std::make_unique<DeskBench>(file(profile), m_bus.address());
    }
    void remember(bool wanted, const QList<StoredSessionEntry> &sessions,
                  const QString &profile = u"default"_s) const
    {
        Preferences preferences(file(profile));
        Settings settings;
        settings.renewWhileClosed = wanted;
        preferences.setSettings(settings);
        storeIn(preferences, sessions);
    }
    [[nodiscard]] bool saved(const QString &profile = u"default"_s) const
    {
        return Preferences(file(profile)).settings().renewWhileClosed;
    }
    // Nothing is on its way to systemd, nor back.
    void rest() const
    {
        for (int turn = 0; turn < 5; ++turn) {
            settle();
            roundTrip(m_systemd->connection());
        }
    }

    const PrivateBus m_bus;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MockSystemd> m_systemd;
};

void tst_RenewalDesk::init()
{
    // The offscreen platform has one for each window.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_systemd = std::make_unique<MockSystemd>(m_bus.address());
}

void tst_RenewalDesk::cleanup()
{
    m_systemd.reset();
}

void tst_RenewalDesk::aStartChangesNothing_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<bool>("hasSession");
    QTest::newRow("not wanted") << false << true;
    QTest::newRow("wanted, signed in") << true << true;
    QTest::newRow("wanted, nobody signed in") << true << false;
}

void tst_RenewalDesk::aStartChangesNothing()
{
    QFETCH(const bool, wanted);
    QFETCH(const bool, hasSession);
    remember(wanted, hasSession ? one : QList<StoredSessionEntry>());
    const auto profile = start();
    emit profile->session.changed(profile->session.status());
    Settings settings = profile->preferences.settings();
    settings.qaMode = true;
    emit profile->window.settingsChanged(settings);
    rest();
    QCOMPARE(m_systemd->calls, QStringList());
}

void tst_RenewalDesk::aTickSwitchesItOn()
{
    remember(false, one);
    const auto profile = start();
    profile->tick(true);
    QTRY_VERIFY(m_systemd->isEnabled && m_systemd->isRunning);
    rest();
    QVERIFY(profile->isTicked() && saved());
}

void tst_RenewalDesk::aTickWaitsForASession()
{
    const auto profile = start();
    profile->tick(true);
    rest();
    QCOMPARE(m_systemd->calls, QStringList());
    QVERIFY(saved());
    profile->hold(one);
    QTRY_VERIFY(m_systemd->isRunning);
    const auto calls = m_systemd->calls.size();
    profile->hold(two); // runs already
    rest();
    QCOMPARE(m_systemd->calls.size(), calls);
}

void tst_RenewalDesk::untickingSwitchesItOff()
{
    remember(true, one);
    m_systemd->isEnabled = m_systemd->isRunning = true;
    const auto profile = start();
    profile->tick(false);
    QTRY_VERIFY(!m_systemd->isEnabled && !m_systemd->isRunning);
    QVERIFY(!saved());
}

void tst_RenewalDesk::theLastSignOutSwitchesItOff()
{
    remember(true, two);
    m_systemd->isEnabled = m_systemd->isRunning = true;
    const auto profile = start();
    profile->hold(one); // of another server
    rest();
    QCOMPARE(m_systemd->calls, QStringList());
    profile->hold({});
    QTRY_VERIFY(!m_systemd->isEnabled && !m_systemd->isRunning);
    QVERIFY(saved()); // the wish stays, for the next sign-in
}

void tst_RenewalDesk::unwantedIsLeftAlone()
{
    const auto profile = start();
    profile->hold(one);
    profile->hold({});
    rest();
    QCOMPARE(m_systemd->calls, QStringList());
}

void tst_RenewalDesk::theLastOfTwoProfiles()
{
    remember(true, one);
    remember(true, one, u"work"_s);
    m_systemd->isEnabled = m_systemd->isRunning = true;
    const auto first = start();
    const auto work = start(u"work"_s);
    first->tick(false); // the other one wants it still
    rest();
    QVERIFY(m_systemd->isEnabled && m_systemd->isRunning);
    work->hold({}); // and signs out, the last one
    QTRY_VERIFY(!m_systemd->isEnabled && !m_systemd->isRunning);
    rest();
    m_systemd->calls.clear();
    first->hold({}); // unwanted here
    rest();
    QCOMPARE(m_systemd->calls, QStringList());
    work->hold(two);
    QTRY_VERIFY(m_systemd->isRunning);
}

void tst_RenewalDesk::aTickInVainLeavesTheOthersTimer()
{
    remember(true, one);
    remember(false, one, u"work"_s);
    m_systemd->isEnabled = m_systemd->isRunning = true;
    m_systemd->errors.insert(u"StartUnit"_s, u"org.freedesktop.DBus.Error.AccessDenied"_s);
    const auto work = start(u"work"_s);
    work->tick(true);
    QTRY_VERIFY(!saved(u"work"_s));
    rest();
    QVERIFY(m_systemd->isEnabled && m_systemd->isRunning);
}

// The steps are on their way when the program ends: nobody else would switch it off.
void tst_RenewalDesk::signedOutAndQuitAtOnce()
{
    remember(true, one);
    m_systemd->isEnabled = m_systemd->isRunning = true;
    auto profile = start();
    profile->hold({});
    settle();
    profile.reset();
    QTRY_VERIFY(!m_systemd->isEnabled && !m_systemd->isRunning);
}

// Renewing while closed is automatic renewal, too.
void tst_RenewalDesk::automaticRenewalIsOff()
{
    remember(false, one);
    QFile settings(file(u"default"_s));
    QVERIFY(settings.open(QIODevice::Append));
    settings.write("automaticRenewal=false\n");
    settings.close();
    const auto profile = start();
    emit profile->window.settingsShown();
    profile->tick(true);
    rest();
    QCOMPARE(m_systemd->calls, QStringList());
    QVERIFY(!profile->isTicked() && !saved());
}

void tst_RenewalDesk::aTickInVainIsTakenBack_data()
{
    QTest::addColumn<bool>("present");
    QTest::addColumn<bool>("installed");
    QTest::newRow("no manager") << false << true;
    QTest::newRow("not installed") << true << false;
    QTest::newRow("refused") << true << true;
}

// What is ticked is to be true.
void tst_RenewalDesk::aTickInVainIsTakenBack()
{
    QFETCH(const bool, present);
    QFETCH(const bool, installed);
    remember(false, one);
    m_systemd->isInstalled = installed;
    m_systemd->errors.insert(u"StartUnit"_s, u"org.freedesktop.DBus.Error.AccessDenied"_s);
    if (!present)
        m_systemd.reset();
    const auto profile = start();
    profile->tick(true);
    QVERIFY(saved());
    QTRY_VERIFY(!saved());
    QVERIFY(!profile->isTicked());
    QTRY_VERIFY(!m_systemd || !m_systemd->isEnabled);
}

// Not now, but maybe on the next start: nobody has ticked anything just now.
void tst_RenewalDesk::aWishOfBeforeStays()
{
    remember(true, {});
    m_systemd.reset();
    const auto profile = start();
    profile->hold(one);
    for (int turn = 0; turn < 5; ++turn)
        settle();
    QVERIFY(profile->isTicked() && saved());
}

void tst_RenewalDesk::showingMends_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<bool>("hasSession");
    QTest::addColumn<bool>("runs");
    QTest::newRow("wanted, and something to renew") << true << true << true;
    QTest::newRow("wanted, nobody signed in") << true << false << false;
    QTest::newRow("not wanted") << false << true << false;
}

// Somebody switched it off with systemctl; what is ticked on the page is to be true.
void tst_RenewalDesk::showingMends()
{
    QFETCH(const bool, wanted);
    QFETCH(const bool, hasSession);
    QFETCH(const bool, runs);
    remember(wanted, hasSession ? one : QList<StoredSessionEntry>());
    const auto profile = start();
    emit profile->window.settingsShown();
    QTRY_VERIFY(!m_systemd->calls.isEmpty());
    QTRY_COMPARE(m_systemd->isRunning, runs);
    rest();
    QCOMPARE(m_systemd->isRunning, runs);
    QVERIFY(runs || m_systemd->calls.size() == 1);
}

// The composed program: nothing is asked before, and the page says what was found.
void tst_RenewalDesk::theProgramAsksWhenItIsShown()
{
    FakeStore store;
    ProgramFixture f(store);
    RenewalTimer timer(f.clock, m_bus.address());
    f.renewalTimer = &timer;
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    rest();
    QCOMPARE(m_systemd->calls, QStringList());
    QVERIFY(f.press(u"Settings"_s));
    QTRY_COMPARE(m_systemd->calls.size(), 1);
    QVERIFY(f.press(whileClosed)); // nobody is signed in: a wish, so far
    QVERIFY(Preferences(f.folder.filePath(u"p.ini"_s)).settings().renewWhileClosed);
    QVERIFY(f.press(whileClosed));
    f.close();

    m_systemd->isInstalled = false;
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.press(u"Settings"_s));
    QTRY_VERIFY(f.shows(u"Install Latchkey from a package to use this."_s));
    QVERIFY(!f.press(whileClosed));
    f.close();
}

LATCHKEY_TEST(tst_RenewalDesk, QApplication)
#include "tst_renewaldesk.moc"
