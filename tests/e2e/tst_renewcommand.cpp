#include "tests/e2e/renewworld.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

const QString Api = RenewWorld::api;
const QString OtherApi = QStringLiteral("https://other.example.com/v1");
const QString John = QStringLiteral("john@mail.com");
const QString Maria = QStringLiteral("maria@mail.com");
const QString Default = QStringLiteral("default");
const QString Work = QStringLiteral("work");

} // namespace

using PrepareWorld = std::function<void(RenewWorld &)>;

namespace
{

const QString AsJohn = QStringLiteral("default: john@mail.com, https://api.example.com/v1: ");
const QString AsMaria = QStringLiteral("default: maria@mail.com, https://api.example.com/v1: ");
const QString AtWork = QStringLiteral("work: john@mail.com, https://api.example.com/v1: ");
const QString Renewed = QStringLiteral("renewed.");
const QString Nothing = QStringLiteral("nothing stored.");
const QString Nobody
    = QStringLiteral("No profile wants to be kept signed in while Latchkey is closed.");

void john(RenewWorld &world)
{
    world.want(Default);
    world.add(Default, John);
}

void johnAndMaria(RenewWorld &world)
{
    john(world);
    world.add(Default, Maria);
}

void twoProfiles(RenewWorld &world)
{
    john(world);
    world.want(Work);
    world.add(Work, John);
}

void row(const char *name, const PrepareWorld &prepare, const QString &profile,
         const QStringList &lines, int status)
{
    QTest::newRow(name) << prepare << profile << lines << status;
}

} // namespace

class tst_RenewCommand : public QObject
{
    Q_OBJECT
private slots:
    void init() { w = std::make_unique<RenewWorld>(); }
    void cleanup() { w.reset(); }
    void whoIsSeenTo_data();
    void whoIsSeenTo() { check(); }
    void whatIsSaid_data();
    void whatIsSaid() { check(); }
    void damagedSettingsStayWhereTheyAre();
    void badValuesAreToldAndLeft_data();
    void badValuesAreToldAndLeft();
    void allEndsWithinFiveMinutes();
    void startsInBetween();
    void toldToEnd();
    void profilesAreWhatHasAName();

private:
    static void addColumns();
    void check();

    std::unique_ptr<RenewWorld> w;
};

void tst_RenewCommand::addColumns()
{
    QTest::addColumn<PrepareWorld>("prepare");
    QTest::addColumn<QString>("profile"); // empty: every one
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<int>("status");
}

void tst_RenewCommand::whoIsSeenTo_data()
{
    addColumns();
    row(
        "no settings", [](RenewWorld &) {}, {}, {Nobody}, 0);
    row("one that is due", john, {}, {AsJohn + Renewed}, 0);
    row("two accounts, the last first", johnAndMaria, {}, {AsMaria + Renewed, AsJohn + Renewed}, 0);
    row("two profiles", twoProfiles, {}, {AsJohn + Renewed, AtWork + Renewed}, 0);
    row("one of two profiles", twoProfiles, Work, {AtWork + Renewed}, 0);
    const auto unwanted = [](RenewWorld &world) {
        twoProfiles(world);
        world.want(Default, false);
    };
    row("one profile of two wants it", unwanted, {}, {AtWork + Renewed}, 0);
    row("not wanted, and asked for", unwanted, Default,
        {QStringLiteral("default: does not want to be kept signed in while Latchkey is closed.")},
        0);
    const auto nobody = [](RenewWorld &world) {
        john(world);
        world.want(Default, false);
    };
    row("nobody wants it", nobody, {}, {Nobody}, 0);
    const auto switchedOff = [](RenewWorld &world) {
        john(world);
        QFile settings(world.file(Default));
        QVERIFY(settings.open(QIODevice::Append));
        settings.write("automaticRenewal=false\n");
    };
    row("automatic renewal is off", switchedOff, {},
        {QStringLiteral("default: automatic renewal is switched off.")}, 0);
    const auto running = [](RenewWorld &world) {
        johnAndMaria(world);
        world.add(Default, John, 2h, OtherApi);
        Preferences(world.file(Default)).setServer(Api);
        world.running = {Default};
    };
    row("the program runs, and holds one", running, {},
        {QStringLiteral("default: john@mail.com, https://other.example.com/v1: renewed."),
         AsMaria + QStringLiteral("not due: Latchkey is running."), AsJohn + Renewed},
        0);
}

void tst_RenewCommand::whatIsSaid_data()
{
    addColumns();
    const auto early = [](RenewWorld &world) {
        world.want(Default);
        world.add(Default, John, 10min);
    };
    row("not due", early, {}, {AsJohn + QStringLiteral("not due.")}, 0);
    const auto empty = [](RenewWorld &world) { world.want(Default); };
    row("an empty list", empty, {}, {QStringLiteral("default: nothing stored.")}, 3);
    const auto half = [](RenewWorld &world) {
        johnAndMaria(world);
        world.lose(Default, Maria);
    };
    row("nothing stored is worse than renewed", half, {}, {AsMaria + Nothing, AsJohn + Renewed}, 3);
    const auto bad = [](RenewWorld &world) {
        twoProfiles(world);
        world.spoil(Default, John);
        world.lose(Work, John);
    };
    row("could not is the worst", bad, {},
        {AsJohn + QStringLiteral("could not be read: it is of no use, and was left where it is."),
         AtWork + Nothing},
        1);
    const auto locked = [](RenewWorld &world) {
        john(world);
        world.store.setState(KeychainState::Locked);
    };
    row("locked", locked, {},
        {AsJohn + QStringLiteral("could not be read: Test Keyring is locked, or would ask.")}, 1);
    const auto away = [](RenewWorld &world) {
        john(world);
        world.store.setState(KeychainState::Absent);
    };
    row("store away", away, {},
        {AsJohn + QStringLiteral("could not be read: the password store is not running.")}, 1);
    const auto elsewhere = [](RenewWorld &world) {
        john(world);
        world.store.readsWhileLocked = true;
        world.store.setState(KeychainState::Locked);
    };
    row("readable, not writable", elsewhere, {},
        {AsJohn + QStringLiteral("was not renewed: Test Keyring is locked, or would ask.")}, 1);
    const auto forgetful = [](RenewWorld &world) {
        john(world);
        Preferences preferences(world.file(Default));
        Settings settings = preferences.settings();
        settings.rememberEmail = false;
        preferences.setSettings(settings);
    };
    row("an e-mail that is not to be remembered", forgetful, {},
        {QStringLiteral("default: https://api.example.com/v1: renewed.")}, 0);
    const auto odd = [](RenewWorld &world) {
        world.want(Default);
        world.add(Default, QStringLiteral("a\nb@mail.com"));
    };
    row("a line is a line", odd, {},
        {QStringLiteral("default: a?b@mail.com, https://api.example.com/v1: renewed.")}, 0);
}

void tst_RenewCommand::check()
{
    QFETCH(PrepareWorld, prepare);
    QFETCH(QString, profile);
    QFETCH(QStringList, lines);
    QFETCH(int, status);
    prepare(*w);
    w->launch(profile);
    for (int chain = 0; chain < 8 && !w->status; ++chain) // one session after the other
        settle();
    QCOMPARE(w->lines, lines);
    QVERIFY(w->status);
    QCOMPARE(*w->status, status);
    QCOMPARE(w->renewals, lines.filter(QRegularExpression(QStringLiteral(": renewed"))).size());
    QCOMPARE(w->store.removes, 0);
}

void tst_RenewCommand::damagedSettingsStayWhereTheyAre()
{
    QFile settings(w->file(Default));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("rubbish");
    settings.close();
    w->launch({});
    QCOMPARE(w->lines, QStringList(QStringLiteral("default: its settings cannot be read.")));
    QCOMPARE(*w->status, 1);
    QCOMPARE(QDir(w->folder.path()).entryList(QDir::Files),
             QStringList(QStringLiteral("default.ini")));
}

void tst_RenewCommand::badValuesAreToldAndLeft_data()
{
    QTest::addColumn<QByteArray>("line"); // in the settings file
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("renewals");
    QTest::addColumn<int>("status");
    QTest::newRow("looks") << QByteArray("textPercent=huge\n") << QStringLiteral("textPercent") << 1
                           << 0;
    QTest::newRow("one session") << QByteArray("storedSessions=%\n")
                                 << QStringLiteral("storedSessions") << 0 << 1;
    QTest::newRow("where to") << QByteArray("proxy=user:secret@x:1\n") << QStringLiteral("proxy")
                              << 0 << 1;
    QTest::newRow("whether it is wanted")
        << QByteArray("renewWhileClosed=yes\n") << QStringLiteral("renewWhileClosed") << 0 << 1;
    QTest::newRow("whether it may")
        << QByteArray("automaticRenewal=no\n") << QStringLiteral("automaticRenewal") << 0 << 1;
}

// Nothing that the person has set is decided without it, and the window is to tell of it too.
void tst_RenewCommand::badValuesAreToldAndLeft()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, key);
    QFETCH(const int, renewals);
    QFETCH(const int, status);
    w->want(Default);
    w->add(Default, John);
    QFile settings(w->file(Default));
    QVERIFY(settings.open(QIODevice::ReadWrite));
    const QByteArray before = settings.readAll() + line;
    settings.write(line);
    settings.close();
    w->launch({});
    QCOMPARE(w->lines.first(),
             QStringLiteral("default: not all of its settings can be read: %1.").arg(key));
    QCOMPARE(w->renewals, renewals);
    QCOMPARE(*w->status, status);
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QCOMPARE(settings.readAll(), before);
    QVERIFY(!QFile::exists(w->file(Default) + QStringLiteral(".bad")));
}

void tst_RenewCommand::allEndsWithinFiveMinutes()
{
    w->want(Default);
    for (int i = 0; i < 7; ++i)
        w->add(Default, QString::number(i) + QStringLiteral("@mail.com"));
    w->holds = true;
    const Milliseconds begun = w->clock.monotonic();
    w->launch({});
    while (!w->status && w->clock.monotonic() - begun < 10min)
        w->clock.advance(1s);
    QVERIFY(w->status);
    QCOMPARE(*w->status, 1);
    QVERIFY(w->clock.monotonic() - begun <= 5min);
    QCOMPARE(w->lines.size(), 7);
    QCOMPARE(w->renewals, 5);
    QVERIFY(w->lines.first().endsWith(u"could not be renewed: no answer in time."));
    QVERIFY(w->lines.last().endsWith(u"could not be renewed: no time was left."));
}

// The first account takes its time, and meanwhile somebody opens the window.
void tst_RenewCommand::startsInBetween()
{
    johnAndMaria(*w);
    Preferences(w->file(Default)).setServer(OtherApi);
    w->add(Default, John, 2h, OtherApi);
    Preferences(w->file(Default))
        .noteStored({accountKey(Default, *ServerAddress::parse(Api), Maria), Api,
                     Maria}); // the first to go
    w->holds = true;
    w->launch({});
    QCOMPARE(w->renewals, 1);
    w->running = {Default};
    w->holds = false;
    w->http.answerNext(QStringLiteral("/auth/refresh-token"),
                       jsonReply(201, tokenBody(w->clock.wall(), 20 * 24h, 10h, ++w->serial)));
    for (int chain = 0; chain < 8 && !w->status; ++chain)
        settle();
    QVERIFY(w->status);
    QCOMPARE(w->lines,
             (QStringList{AsMaria + Renewed,
                          QStringLiteral("default: john@mail.com, https://other.example.com/v1: "
                                         "not due: Latchkey is running."),
                          AsJohn + Renewed}));
}

void tst_RenewCommand::toldToEnd()
{
    w->want(Default);
    w->add(Default, John);
    w->add(Default, Maria);
    w->holds = true;
    w->launch({});
    QCOMPARE(w->renewals, 1);
    w->command->stop();
    settle();
    QVERIFY(!w->status); // what has been sent is waited for
    w->http.answerNext(QStringLiteral("/auth/refresh-token"),
                       jsonReply(201, tokenBody(w->clock.wall(), 20 * 24h, 10h, ++w->serial)));
    settle();
    QCOMPARE(*w->status, 1);
    QCOMPARE(w->renewals, 1);
    QVERIFY(w->lines.first().endsWith(u"renewed."));
    QVERIFY(w->lines.last().endsWith(u"could not be renewed: Latchkey was told to end."));
}

void tst_RenewCommand::profilesAreWhatHasAName()
{
    for (const auto *name : {"b.ini", "a.b.ini", "default.ini.bad", ".hidden.ini", "a b.ini",
                             "b.ini.lock", "renewal-1.lock"}) {
        QFile file(w->folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(QDir(w->folder.path()).mkdir(QStringLiteral("folder.ini")));
    QCOMPARE(profilesIn(w->folder.path()),
             (QStringList{QStringLiteral("a.b"), QStringLiteral("b")}));
}

LATCHKEY_TEST(tst_RenewCommand, QCoreApplication)
#include "tst_renewcommand.moc"
