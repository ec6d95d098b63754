#include "tests/store/preferencesfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

using Means = PendingDelete::Means;

const QString key = QStringLiteral("session/default/https://api.example.com");

WallTime moment(qint64 ms)
{
    return WallTime(Milliseconds(ms));
}

using Setter = std::function<void(Preferences &)>;

Setter changeSettings(std::function<void(Settings &)> change)
{
    return [change = std::move(change)](Preferences &preferences) {
        Settings settings = preferences.settings();
        change(settings);
        preferences.setSettings(settings);
    };
}

} // namespace

// Two processes on one settings file, and pending deletes, which both of them note.
class PreferencesSharedTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void s80SavingKeepsWhatTheOtherChanged_data();
    void s80SavingKeepsWhatTheOtherChanged();
    void s80SavingKeepsTheOthersPendingDelete_data();
    void s80SavingKeepsTheOthersPendingDelete();
    void s80DroppingOnesOwnPendingDeleteStaysDropped();
    void s80TheLastWordHolds();
    void s80AForgottenEmailStaysForgotten();
    void s80OnlyWhatChangedIsWritten();
    void s80ANewersFileIsLeftAlone();
    void s80AHeldLockBlocksNobodyForLong();
    void whatCouldNotBeSavedIsMergedLater();
    void changesWhatOthersMean();
    void s73MeaningComesBack_data();
    void s73MeaningComesBack();
    void s73AFileOfBeforeMeansWhateverIsThere();
    void s73AnOlderLatchkeyReadsTheKeys();
    void s73DamagedMeaning_data();
    void s73DamagedMeaning();
    void s73IsAbout_data();
    void s73IsAbout();
    void theNewestAreKept();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"latchkey.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PreferencesSharedTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void PreferencesSharedTest::s80SavingKeepsWhatTheOtherChanged_data()
{
    QTest::addColumn<Setter>("setter");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const Setter &setter, const QByteArray &line) {
        QTest::newRow(name) << setter << line;
    };
    row(
        "80: server", [](Preferences &p) { p.setServer(u"https://a.example"_s); },
        "server=https://a.example\n");
    row(
        "80: e-mail", [](Preferences &p) { p.setEmail(u"maria@mail.com"_s); },
        "email=maria@mail.com\n");
    row(
        "80: stay signed in", [](Preferences &p) { p.setStaySignedIn(false); },
        "staySignedIn=false\n");
    row("80: remember e-mail", changeSettings([](Settings &s) { s.rememberEmail = false; }),
        "rememberEmail=false\n");
    row(
        "80: geometry", [](Preferences &p) { p.setWindowGeometry(QRect(1, 2, 300, 400), true); },
        "windowGeometry=1, 2, 300, 400\nwindowMaximised=true\n");
    row(
        "80: colours", [](Preferences &p) { p.setLastColourScheme(LastColourScheme::Dark); },
        "lastColourScheme=dark\n");
    row("80: proxy", changeSettings([](Settings &s) {
            s.proxy = {true, u"::1"_s, 8080};
        }),
        "proxy=::1:8080\n");
    row("80: language", changeSettings([](Settings &s) { s.language = u"de"_s; }), "language=de\n");
    row("80: appearance", changeSettings([](Settings &s) { s.appearance = Appearance::Dark; }),
        "appearance=dark\n");
    row("80: text", changeSettings([](Settings &s) { s.textPercent = 150; }), "textPercent=150\n");
    row("80: renewed while closed", changeSettings([](Settings &s) { s.renewWhileClosed = true; }),
        "renewWhileClosed=true\n");
    row("80: QA mode", changeSettings([](Settings &s) { s.qaMode = true; }), "qaMode=true\n");
}

void PreferencesSharedTest::s80SavingKeepsWhatTheOtherChanged()
{
    QFETCH(const Setter, setter);
    QFETCH(const QByteArray, line);
    Preferences one(path());
    Preferences other(path());
    setter(other);
    // As much else as there is, and then all at once.
    one.setPendingDeletes({{key}});
    QVERIFY2(contentOf(path()).contains(line), contentOf(path()).constData());
    Settings settings = one.settings();
    (line.startsWith("textPercent") ? settings.qaMode : settings.staySignedIn) ^= true;
    if (!line.startsWith("staySignedIn"))
        one.setSettings(settings);
    QVERIFY2(contentOf(path()).contains(line), contentOf(path()).constData());
    one.setPendingDeletes({});
    QVERIFY2(contentOf(path()).contains(line), contentOf(path()).constData());
}

void PreferencesSharedTest::s80SavingKeepsTheOthersPendingDelete_data()
{
    QTest::addColumn<Setter>("setter");
    const auto row = [](const char *name, const Setter &setter) { QTest::newRow(name) << setter; };
    row("80: settings", changeSettings([](Settings &s) { s.qaMode = true; }));
    row("80: e-mail", [](Preferences &p) { p.setEmail(u"maria@mail.com"_s); });
    row("80: geometry", [](Preferences &p) { p.setWindowGeometry(QRect(1, 2, 300, 400)); });
    row("80: one's own pending delete",
        [](Preferences &p) { p.setPendingDeletes({{u"session/mine"_s}}); });
    row("80: one's own is carried out", [](Preferences &p) {
        p.setPendingDeletes({{u"session/mine"_s}});
        p.setPendingDeletes({});
    });
}

void PreferencesSharedTest::s80SavingKeepsTheOthersPendingDelete()
{
    QFETCH(const Setter, setter);
    Preferences one(path());
    Preferences other(path());
    const PendingDelete theirs{key, Means::This, moment(1790000000123)};
    other.setPendingDeletes({theirs});
    setter(one);
    QVERIFY(Preferences(path()).pendingDeletes().contains(theirs));
    QVERIFY(!one.pendingDeletes().contains(theirs)); // it is the other's to carry out
    other.setPendingDeletes({});
    QVERIFY(!Preferences(path()).pendingDeletes().contains(theirs));
}

void PreferencesSharedTest::s80DroppingOnesOwnPendingDeleteStaysDropped()
{
    const PendingDelete old{key, Means::This, moment(1)};
    Preferences(path()).setPendingDeletes({old});
    Preferences one(path());
    Preferences other(path()); // both have found it
    one.setPendingDeletes({});
    other.setEmail(u"maria@mail.com"_s);
    QVERIFY(Preferences(path()).pendingDeletes().isEmpty());
}

void PreferencesSharedTest::s80TheLastWordHolds()
{
    Preferences one(path());
    one.setEmail(u"john@mail.com"_s);
    Preferences(path()).setEmail(u"maria@mail.com"_s);
    one.setEmail(u"john@mail.com"_s); // no change to this process, and said again all the same
    QCOMPARE(Preferences(path()).email(), u"john@mail.com"_s);
}

void PreferencesSharedTest::s80AForgottenEmailStaysForgotten()
{
    Preferences one(path());
    one.setEmail(u"john@mail.com"_s);
    Preferences other(path());
    changeSettings([](Settings &s) { s.rememberEmail = false; })(other);
    one.setEmail(u"john@mail.com"_s); // this process does not know
    QVERIFY(!contentOf(path()).contains("john"));
    QVERIFY(contentOf(path()).contains("rememberEmail=false\n"));
}

void PreferencesSharedTest::s80OnlyWhatChangedIsWritten()
{
    Preferences one(path());
    one.setEmail(u"john@mail.com"_s);
    writeFile(path(),
              "version=1\nserver=https://by.hand\nrenewAtPercent=50\nautomaticRenewal=false\n"
              "idleSignOutMinutes=7\n");
    one.setWindowGeometry(QRect(1, 2, 300, 400));
    const QByteArray content = contentOf(path());
    QVERIFY(!content.contains("john"));
    for (const char *line : {"server=https://by.hand\n", "renewAtPercent=50\n",
                             "automaticRenewal=false\n", "idleSignOutMinutes=7\n"})
        QVERIFY2(content.contains(line), content.constData());
}

void PreferencesSharedTest::s80ANewersFileIsLeftAlone()
{
    Preferences one(path());
    one.setEmail(u"john@mail.com"_s);
    const QByteArray newer("[General]\nversion=2\npendingDeletes=a\n");
    writeFile(path(), newer);
    one.setStaySignedIn(false);
    QCOMPARE(contentOf(path()), newer);
    QCOMPARE(one.problem().kind, SettingsProblem::Kind::NotSaved);
    QVERIFY(!one.staySignedIn());
}

void PreferencesSharedTest::s80AHeldLockBlocksNobodyForLong()
{
    constexpr qint64 notLong = 1000; // ms, on a busy machine; measured 100
    Preferences one(path());
    QLockFile lock(path() + u".lock"_s);
    QVERIFY(lock.tryLock());
    QElapsedTimer timer;
    timer.start();
    one.setEmail(u"john@mail.com"_s);
    QVERIFY2(timer.elapsed() < notLong, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(Preferences(path()).email(), u"john@mail.com"_s);
    lock.unlock();
    one.setEmail({});
    QVERIFY(!QFile::exists(path() + u".lock"_s)); // nothing is left behind
}

void PreferencesSharedTest::whatCouldNotBeSavedIsMergedLater()
{
    const QString folder = m_folder->filePath(u"a"_s);
    writeFile(folder, "in the way");
    Preferences one(folder + u"/latchkey.ini"_s);
    one.setEmail(u"john@mail.com"_s);
    one.setPendingDeletes({{key}});
    one.setRenewals(u"a"_s, {u"1001"_s});
    QVERIFY(!isFine(one));
    QVERIFY(QFile::remove(folder));
    Preferences other(folder + u"/latchkey.ini"_s);
    other.setServer(u"https://a.example"_s);
    other.setPendingDeletes({{u"other"_s}});
    other.setRenewals(u"a"_s, {u"1002"_s});
    one.setStaySignedIn(false);
    QVERIFY(isFine(one));
    const Preferences next(folder + u"/latchkey.ini"_s);
    QCOMPARE(next.email(), u"john@mail.com"_s);
    QCOMPARE(next.server(), u"https://a.example"_s);
    QVERIFY(!next.staySignedIn());
    QCOMPARE(next.pendingDeletes(), QList<PendingDelete>({{u"other"_s}, {key}}));
    QCOMPARE(next.renewalsOf(u"a"_s), QStringList({u"1001"_s, u"1002"_s}));
}

void PreferencesSharedTest::changesWhatOthersMean()
{
    Preferences one(path());
    Preferences other(path());
    other.setPendingDeletes({{key}, {u"b"_s}});
    const PendingDelete changed{key, Means::UpTo, moment(5)};
    one.changeOthersPendingDeletes(key, [&](const PendingDelete &) { return changed; });
    QCOMPARE(Preferences(path()).pendingDeletes(), QList<PendingDelete>({changed, {u"b"_s}}));
    QVERIFY(one.pendingDeletes().isEmpty());
    writeFile(path(), "version=1\n; not written again for nothing\npendingDeletes=a\n");
    one.changeOthersPendingDeletes(key, [&](const PendingDelete &) { return changed; });
    one.changeOthersPendingDeletes(u"a"_s, [](const PendingDelete &same) { return same; });
    QVERIFY(contentOf(path()).contains("for nothing"));
}

void PreferencesSharedTest::s73MeaningComesBack_data()
{
    QTest::addColumn<QList<PendingDelete>>("pending");
    QTest::addColumn<QByteArray>("lines");
    using List = QList<PendingDelete>;
    QTest::newRow("73: this one") << List{{u"a"_s, Means::This, moment(1790000000123)}}
                                  << QByteArray("pendingDeletes=a\n"
                                                "pendingDeletesIssued=at:1790000000123\n");
    QTest::newRow("73: up to") << List{{u"a"_s, Means::UpTo, moment(0)}}
                               << QByteArray("pendingDeletes=a\npendingDeletesIssued=until:0\n");
    QTest::newRow("73: whatever") << List{{u"a"_s}} << QByteArray("pendingDeletes=a\n");
    QTest::newRow("73: some of each")
        << List{{u"a"_s, Means::This, moment(1)}, {u"a"_s, Means::This, moment(2)}, {u"b"_s}}
        << QByteArray("pendingDeletes=a, a, b\npendingDeletesIssued=at:1, at:2, any\n");
}

void PreferencesSharedTest::s73MeaningComesBack()
{
    QFETCH(const QList<PendingDelete>, pending);
    QFETCH(const QByteArray, lines);
    Preferences(path()).setPendingDeletes(pending);
    QVERIFY2(contentOf(path()).endsWith("rememberEmail=true\n" + lines + "end=true\n"),
             contentOf(path()).constData());
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QCOMPARE(preferences.pendingDeletes(), pending);
}

void PreferencesSharedTest::s73AFileOfBeforeMeansWhateverIsThere()
{
    writeFile(path(), "[General]\nversion=1\npendingDeletes=a, b\n");
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QCOMPARE(preferences.pendingDeletes(), QList<PendingDelete>({{u"a"_s}, {u"b"_s}}));
}

// A Latchkey of before deletes whatever is there, as it always did, and writes the other line no
// more.
void PreferencesSharedTest::s73AnOlderLatchkeyReadsTheKeys()
{
    Preferences(path()).setPendingDeletes({{key, Means::This, moment(1)}});
    QVERIFY(contentOf(path()).contains("pendingDeletes=" + key.toUtf8() + '\n'));
}

void PreferencesSharedTest::s73DamagedMeaning_data()
{
    using List = QList<PendingDelete>;
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<List>("expected");
    const auto row = [](const char *name, const QByteArray &lines, const List &expected) {
        QTest::newRow(name) << lines << expected;
    };
    const auto wordOfA = [&row](const char *name, const QByteArray &word) {
        row(name, "pendingDeletes=a\npendingDeletesIssued=" + word + '\n', {{u"a"_s}});
    };
    const PendingDelete first{u"b"_s, Means::This, moment(1)};
    row("73: no keys", "pendingDeletesIssued=at:1\n", {});
    row("73: too few", "pendingDeletes=a, b\npendingDeletesIssued=at:1\n", {{u"a"_s}, {u"b"_s}});
    row("73: too many", "pendingDeletes=a\npendingDeletesIssued=at:1, any\n", {{u"a"_s}});
    row("73: one of two", "pendingDeletes=a, b\npendingDeletesIssued=1, at:1\n", {{u"a"_s}, first});
    row("73: a key that is none", "pendingDeletes=%FF, b\npendingDeletesIssued=at:2, at:1\n",
        {first});
    wordOfA("73: no word", "1");
    wordOfA("73: another word", "from:1");
    wordOfA("73: no number", "at:");
    wordOfA("73: a number with more", "at:1x");
    wordOfA("73: leading zero", "at:01");
    wordOfA("73: negative", "at:-1");
    wordOfA("73: after the year 9999", "at:253402300800000");
    wordOfA("73: out of range", "until:99999999999999999999");
}

// No token is to stay in the keychain for it: what can be read is carried out, as a Latchkey of
// before would.
void PreferencesSharedTest::s73DamagedMeaning()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const QList<PendingDelete>, expected);
    const QByteArray content = "[General]\nversion=1\nemail=a@b\n" + lines;
    writeFile(path(), content);
    const Preferences preferences(path());
    QCOMPARE(preferences.problem().kind, SettingsProblem::Kind::BadValues);
    QVERIFY(preferences.problem().bad.first().key.startsWith(u"pendingDeletes"));
    QCOMPARE(preferences.pendingDeletes(), expected);
    QCOMPARE(preferences.email(), u"a@b"_s);
    QCOMPARE(contentOf(path() + u".bad"_s), content);
}

void PreferencesSharedTest::s73IsAbout_data()
{
    QTest::addColumn<int>("means");
    QTest::addColumn<QList<bool>>("expected"); // of a session a moment before, just then, after
    const auto row = [](const char *name, Means means, const QList<bool> &expected) {
        QTest::newRow(name) << int(means) << expected;
    };
    row("73: whatever", Means::Whatever, {true, true, true});
    row("73: this one", Means::This, {false, true, false});
    row("73: up to", Means::UpTo, {true, true, false});
}

void PreferencesSharedTest::s73IsAbout()
{
    QFETCH(const int, means);
    QFETCH(const QList<bool>, expected);
    const PendingDelete pending{key, Means(means), moment(10)};
    QCOMPARE(QList<bool>({pending.isAbout(moment(9)), pending.isAbout(moment(10)),
                          pending.isAbout(moment(11))}),
             expected);
}

void PreferencesSharedTest::theNewestAreKept()
{
    QList<PendingDelete> many;
    for (int i = 0; i < 100; ++i)
        many.append({key, Means::This, moment(i)});
    Preferences(path()).setPendingDeletes(many);
    const Preferences preferences(path());
    QVERIFY(isFine(preferences)); // more would be damage
    QCOMPARE(preferences.pendingDeletes(), many.mid(100 - mostPendingDeletes));
}

LATCHKEY_TEST(PreferencesSharedTest, QCoreApplication)
#include "tst_preferencesshared.moc"
