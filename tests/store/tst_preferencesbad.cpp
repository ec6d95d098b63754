#include "tests/store/preferencesfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

// A settings file with a value that cannot be read: it costs that value alone, and is told.
class PreferencesBadTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oneValueCostsItself_data();
    void oneValueCostsItself();
    void oneLineCostsItself_data();
    void oneLineCostsItself();
    void theNewestDeletesAreKept();
    void withoutACopyNothingIsReplaced();
    void nobodyToTellNothingReplaced();
    void brokenByHandWhileItRuns();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a/latchkey.ini"_s); }
    [[nodiscard]] QString badPath() const { return path() + u".bad"_s; }
    void costsOnly(const QByteArray &content, const QByteArray &rest,
                   const QList<BadSetting> &bad) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

const QByteArray someSettings("[General]\nversion=1\nemail=kept@example.com\nstaySignedIn=false\n"
                              "windowGeometry=1, 2, 300, 400\nidleSignOutMinutes=7\n");

} // namespace

void PreferencesBadTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir().mkpath(m_folder->filePath(u"a"_s)));
}

// All else holds, the file is left until something is saved, and its copy is there before that.
void PreferencesBadTest::costsOnly(const QByteArray &content, const QByteArray &rest,
                                   const QList<BadSetting> &bad) const
{
    using Kind = SettingsProblem::Kind;
    writeFile(path(), content);
    writeFile(badPath(), "an older one");
    PreferenceValues values;
    PreferenceValues without;
    QCOMPARE(decodePreferences(content, &values), FileVerdict::BadValues);
    QCOMPARE(decodePreferences(rest, &without), FileVerdict::Good);
    QCOMPARE(encodePreferences(values), encodePreferences(without));

    Preferences preferences(path());
    QVERIFY2(preferences.problem() == (SettingsProblem{Kind::BadValues, path(), {}, bad}),
             qPrintable(namesOf(preferences.problem().bad)));
    QCOMPARE(preferences.email(), u"kept@example.com"_s);
    QCOMPARE(contentOf(path()), content);
    QCOMPARE(contentOf(badPath()), content);

    preferences.setServer(u"https://a.example"_s);
    QVERIFY(!isFine(preferences)); // the person has not been told less for it
    QCOMPARE(contentOf(badPath()), content);
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.email(), u"kept@example.com"_s);
    QCOMPARE(next.server(), u"https://a.example"_s);
    QCOMPARE(contentOf(badPath()), content);
    QCOMPARE(QFile::permissions(badPath()), QFile::permissions(path()));
}

void PreferencesBadTest::oneValueCostsItself_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const QByteArray &key, const QByteArray &value) {
        QTest::newRow(name) << key << value;
    };
    row("not UTF-8", "server", "\xff\xfe");
    row("yes or no is a number", "staySignedIn", "7");
    row("renewed while closed is a number", "renewWhileClosed", "1");
    row("yes or no is a list", "rememberEmail", "true, false");
    row("yes or no is empty", "rememberEmail", "");
    row("server not ASCII", "server", "\xc3\xa9");
    row("server half encoded", "server", "a%2");
    row("server encodes no UTF-8", "server", "%FF");
    row("@Variant", "server", "@Variant(\\0\\0\\0\\x1\\x1)");
    row("list of empty texts", "pendingDeletes", ", , ");
    row("empty list", "pendingDeletes", "");
    row("maximised text", "windowMaximised", "yes");
    row("geometry text", "windowGeometry", "1, 2, wide, 4");
    row("geometry too short", "windowGeometry", "1, 2, 3");
    row("geometry too long", "windowGeometry", "1, 2, 3, 4, 5");
    row("geometry of no size", "windowGeometry", "1, 2, 0, 4");
    row("geometry fraction", "windowGeometry", "1.5, 2, 3, 4");
    row("geometry out of range", "windowGeometry", "1, 2, 99999999999, 4");
    row("geometry absurd", "windowGeometry", "1, 2000000000, 3, 4");
    row("language is a path", "language", "../../etc");
    row("language is long", "language", "abcdefghijklmnopq");
    row("language is empty", "language", "");
    row("language ends oddly", "language", "de_");
    row("appearance unknown", "appearance", "blue");
    row("appearance is a number", "appearance", "1");
    row("text too small", "textPercent", "99");
    row("text too large", "textPercent", "201");
    row("text with a sign", "textPercent", "+150");
    row("text with a percent sign", "textPercent", "150%");
    row("proxy without a port", "proxy", "proxy.example.com");
    row("proxy without a host", "proxy", ":3128");
    row("proxy's port 0", "proxy", "proxy.example.com:0");
    row("proxy's port too large", "proxy", "proxy.example.com:65536");
    row("proxy with a password", "proxy", "user:secret@proxy.example.com:3128");
    row("proxy with a scheme", "proxy", "http://proxy.example.com:3128");
    row("proxy with a path", "proxy", "proxy.example.com/x:3128");
    row("proxy in capitals", "proxy", "Proxy.Example.com:3128");
    row("proxy empty", "proxy", "");
    row("QA mode is a word", "qaMode", "on");
    row("idle time negative", "idleSignOutMinutes", "-1");
    row("idle time too long", "idleSignOutMinutes", "10081");
    row("renewals of too many", "renewals", "a, b, c, d, e");
    row("too many renewals", "renewals", "a" + QByteArray(", 1790000000").repeated(244) + "");
    row("colour scheme unknown", "lastColourScheme", "2");
    row("77: a moment of nobody's", "renewals", "1790000000");
    row("77: moments without end", "renewals", "a" + QByteArray(", 1").repeated(256) + "");
    row("server is long", "server", "https://a.example/" + QByteArray(5000, 'x'));
    row("server is no address", "server", "a.example");
    row("server with a blank", "server", "https://a.example/my api");
    row("server not encrypted", "server", "http://a.example");
    row("server with a password", "server", "https://user:secret@a.example");
    row("server without a closing quote", "server", "\"https://a.example");
    row("server without a closing apostrophe", "server", "'https://a.example");
    row("server with another quote", "server", "\"https://a.example'");
    row("proxy with an encoded host", "proxy", "a%2fb:3128");
    row("number with a comment", "renewAtPercent", "25 ; a quarter");
    row("number with a blank in quotes", "renewAtPercent", "\" 25\"");
    row("share too small", "renewAtPercent", "4");
    row("automatic renewal", "automaticRenewal", "False");
}

void PreferencesBadTest::oneValueCostsItself()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, value);
    QByteArray rest;
    for (const QByteArray &line : someSettings.trimmed().split('\n'))
        rest += line.startsWith(key + '=') ? QByteArray() : line + '\n';
    costsOnly(rest + key + '=' + value + '\n', rest, {{QString::fromLatin1(key)}});
}

void PreferencesBadTest::oneLineCostsItself_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QList<BadSetting>>("bad");
    const auto row = [](const char *name, const QByteArray &lines, const QList<BadSetting> &bad) {
        QTest::newRow(name) << lines << bad;
    };
    row("no key and no value", "nonsense\n", {{{}, 7}});
    row("no key", "=1\n", {{{}, 7}});
    row("heading not closed", "\n[window\n", {{{}, 8}});
    row("marks of a merge", "<<<<<<< mine\n=======\n>>>>>>> theirs\n", {{{}, 7}, {{}, 8}, {{}, 9}});
    row("two values", "server=https://a.example\nserver=https://b.example\n", {{u"server"_s}});
    row("three values", "server=https://a.example\nserver=https://b.example\nserver=x\n",
        {{u"server"_s}});
    row("two values, one of them bad", "qaMode=true\nqaMode=\"\n", {{u"qaMode"_s}});
    row("under another section", "[window]\nqaMode=true\n", {{u"qaMode"_s}});
    row("two that are bad", "proxy=x\nlanguage=\nother=\n", {{u"language"_s}, {u"proxy"_s}});
}

void PreferencesBadTest::oneLineCostsItself()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const QList<BadSetting>, bad);
    costsOnly(someSettings + lines, someSettings, bad);
}

void PreferencesBadTest::theNewestDeletesAreKept()
{
    writeFile(path(), "pendingDeletes=" + QByteArray("a, ").repeated(100) + "b\n");
    const Preferences preferences(path());
    QCOMPARE(namesOf(preferences.problem().bad), u"pendingDeletes"_s);
    QCOMPARE(preferences.pendingDeletes().size(), mostPendingDeletes);
    QCOMPARE(preferences.pendingDeletes().last().key, u"b"_s);
}

void PreferencesBadTest::withoutACopyNothingIsReplaced()
{
    const QByteArray content = someSettings + "textPercent=huge\n";
    writeFile(path(), content);
    QVERIFY(QDir().mkpath(badPath() + u"/full"_s)); // no file can take its place
    Preferences preferences(path());
    QCOMPARE(preferences.problem().kind, SettingsProblem::Kind::BadValuesInPlace);
    QCOMPARE(namesOf(preferences.problem().bad), u"textPercent"_s);
    QCOMPARE(preferences.email(), u"kept@example.com"_s);
    preferences.setEmail(u"new@example.com"_s);
    QCOMPARE(preferences.email(), u"new@example.com"_s); // until the program ends
    QCOMPARE(contentOf(path()), content);
}

// `latchkey --renew` has no window.
void PreferencesBadTest::nobodyToTellNothingReplaced()
{
    const StoredSessionEntry entry{u"k"_s, u"https://a.example"_s, {}};
    const QByteArray content = "storedSessions=k, https://a.example, -\ntextPercent=huge\n";
    writeFile(path(), content);
    Preferences preferences(path(), Preferences::IfBad::LeaveFile);
    preferences.setRenewals(u"k"_s, {u"1790000000"_s});
    QVERIFY(preferences.noteStored(entry));
    QCOMPARE(preferences.renewalsOf(u"k"_s), QStringList(u"1790000000"_s));
    QCOMPARE(contentOf(path()), content);
    QVERIFY(!QFile::exists(badPath()));
}

// What this process knows of it stays, for nobody has said anything else.
void PreferencesBadTest::brokenByHandWhileItRuns()
{
    Preferences preferences(path());
    preferences.setServer(u"https://a.example"_s);
    preferences.setPendingDeletes({{u"k"_s, PendingDelete::Means::This, WallTime{}}});
    const QByteArray content = QByteArray(contentOf(path()))
                                   .replace("https://", "https:")
                                   .replace("pendingDeletes=k", "pendingDeletes=%");
    writeFile(path(), content);
    preferences.followPendingDeletes();
    QCOMPARE(preferences.pendingDeletes().size(), 1);
    QVERIFY(isFine(preferences)); // so far nothing is lost
    preferences.setEmail(u"a@b"_s);
    QCOMPARE(namesOf(preferences.problem().bad), u"server, pendingDeletes"_s);
    QCOMPARE(contentOf(badPath()), content);
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.email(), u"a@b"_s);
    QCOMPARE(next.server(), u"https://a.example"_s);
    QCOMPARE(next.pendingDeletes(), preferences.pendingDeletes());
}

LATCHKEY_TEST(PreferencesBadTest, QCoreApplication)
#include "tst_preferencesbad.moc"
