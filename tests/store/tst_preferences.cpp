#include "tests/store/preferencesfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

class PreferencesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void defaults();
    void readingWritesNothing();
    void remembers();
    void forgets();
    void savesPlainVersionedText();
    void settingsComeBack_data();
    void settingsComeBack();
    void settingsAreSavedInWords();
    void readsWhatIsOnlySetInTheFile();
    void remembersTheColourScheme();
    void awkwardTextsComeBack_data();
    void awkwardTextsComeBack();
    void s80FollowingLosesNothing();
    void s80SavedWhileAnotherIsSaving();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a/latchkey.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PreferencesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir().mkpath(m_folder->filePath(u"a"_s)));
}

void PreferencesTest::defaults()
{
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QVERIFY(preferences.server().isEmpty());
    QVERIFY(preferences.email().isEmpty());
    QVERIFY(preferences.staySignedIn());
    QVERIFY(preferences.rememberEmail());
    QVERIFY(preferences.windowGeometry().isNull());
    QVERIFY(preferences.pendingDeletes().isEmpty());
    QVERIFY(preferences.settings() == Settings{});
    QVERIFY(preferences.settings().language.isEmpty());
    QCOMPARE(preferences.settings().appearance, Appearance::System);
    QCOMPARE(preferences.settings().textPercent, 100);
    QVERIFY(!preferences.settings().proxy.manual);
    QVERIFY(!preferences.settings().renewWhileClosed);
    QVERIFY(!preferences.settings().qaMode);
    QCOMPARE(preferences.idleSignOutMinutes(), 0);
    QCOMPARE(preferences.lastColourScheme(), LastColourScheme::Unknown);
}

void PreferencesTest::readingWritesNothing()
{
    {
        const Preferences preferences(path());
        QVERIFY(preferences.server().isEmpty());
    }
    QVERIFY(QDir(m_folder->filePath(u"a"_s)).isEmpty());
}

void PreferencesTest::remembers()
{
    const QList<PendingDelete> deletes{{u"session/default/https://a.example"_s},
                                       {u"session/b, c/demo"_s}};
    {
        Preferences preferences(path());
        preferences.setServer(u"https://api.example.com/v1"_s);
        preferences.setEmail(u"john@mail.com"_s);
        preferences.setStaySignedIn(false);
        preferences.setWindowGeometry(QRect(-10, 20, 480, 640));
        preferences.setPendingDeletes(deletes);
        QVERIFY(isFine(preferences));
        const Preferences other(path()); // already on disk
        QCOMPARE(other.email(), u"john@mail.com"_s);
    }
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QCOMPARE(preferences.server(), u"https://api.example.com/v1"_s);
    QCOMPARE(preferences.email(), u"john@mail.com"_s);
    QVERIFY(!preferences.staySignedIn());
    QVERIFY(preferences.rememberEmail());
    QCOMPARE(preferences.windowGeometry(), QRect(-10, 20, 480, 640));
    QVERIFY(!preferences.windowMaximised());
    {
        Preferences writing(path());
        writing.setWindowGeometry(QRect(1, 2, 300, 400), true);
    }
    QVERIFY(Preferences(path()).windowMaximised());
    QCOMPARE(preferences.pendingDeletes(), deletes);
}

void PreferencesTest::forgets()
{
    {
        Preferences preferences(path());
        preferences.setServer(u"https://x.example"_s);
        preferences.setEmail(u"john@mail.com"_s);
        preferences.setWindowGeometry(QRect(1, 2, 3, 4));
        preferences.setPendingDeletes({{u"one"_s}});
        preferences.setServer({});
        Settings settings = preferences.settings();
        settings.rememberEmail = false;
        preferences.setSettings(settings);
        preferences.setWindowGeometry({});
        preferences.setPendingDeletes({});
    }
    const QByteArray content = contentOf(path());
    QVERIFY(!content.contains("john") && !content.contains("one") && !content.contains("Deletes"));
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QVERIFY(preferences.server().isEmpty());
    QVERIFY(preferences.email().isEmpty());
    QVERIFY(!preferences.rememberEmail());
    QVERIFY(preferences.windowGeometry().isNull());
    QVERIFY(preferences.pendingDeletes().isEmpty());
}

void PreferencesTest::savesPlainVersionedText()
{
    Preferences preferences(path());
    preferences.setEmail(u"john@mail.com"_s);
    preferences.setStaySignedIn(true);
    preferences.setWindowGeometry(QRect(1, 2, 30, 40));
    const QByteArray content = contentOf(path());
    QCOMPARE(content,
             "[General]\nversion=1\nbegin=true\nemail=john@mail.com\nstaySignedIn="
             "true\nrememberEmail=true\n"
             "windowGeometry=1, 2, 30, 40\nend=true\n");
    QCOMPARE(QDir(m_folder->filePath(u"a"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"latchkey.ini"_s}); // no lock, no temporary file left
}

void PreferencesTest::settingsComeBack_data()
{
    QTest::addColumn<Settings>("settings");
    const auto row = [](const char *name, auto change) {
        Settings settings;
        change(settings);
        QTest::newRow(name) << settings;
    };
    row("all usual", [](Settings &) {});
    row("language", [](Settings &s) { s.language = u"pt_BR"_s; });
    row("light", [](Settings &s) { s.appearance = Appearance::Light; });
    row("dark", [](Settings &s) { s.appearance = Appearance::Dark; });
    row("text", [](Settings &s) { s.textPercent = 175; });
    row("largest text", [](Settings &s) { s.textPercent = 200; });
    row("proxy", [](Settings &s) { s.proxy = {true, u"proxy.example.com"_s, 3128}; });
    row("proxy's address", [](Settings &s) { s.proxy = {true, u"10.0.0.1"_s, 1}; });
    row("proxy's IPv6 address", [](Settings &s) { s.proxy = {true, u"fe80::1"_s, 65535}; });
    row("not signed in", [](Settings &s) { s.staySignedIn = false; });
    row("no email", [](Settings &s) { s.rememberEmail = false; });
    row("renewed while closed", [](Settings &s) { s.renewWhileClosed = true; });
    row("QA mode", [](Settings &s) { s.qaMode = true; });
}

void PreferencesTest::settingsComeBack()
{
    QFETCH(const Settings, settings);
    {
        Preferences preferences(path());
        preferences.setEmail(u"john@mail.com"_s);
        preferences.setSettings(settings);
        QCOMPARE(preferences.email().isEmpty(), !settings.rememberEmail);
    }
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QVERIFY(preferences.settings() == settings);
    QCOMPARE(preferences.staySignedIn(), settings.staySignedIn);
    QCOMPARE(preferences.rememberEmail(), settings.rememberEmail);
    QCOMPARE(preferences.email().isEmpty(), !settings.rememberEmail);
}

void PreferencesTest::settingsAreSavedInWords()
{
    Preferences preferences(path());
    preferences.setSettings({.proxy = {true, u"::1"_s, 8080},
                             .language = u"de"_s,
                             .appearance = Appearance::Dark,
                             .textPercent = 150,
                             .renewWhileClosed = true,
                             .qaMode = true});
    QCOMPARE(
        contentOf(path()),
        "[General]\nversion=1\nbegin=true\nstaySignedIn=true\nrememberEmail=true\nlanguage=de\n"
        "appearance=dark\ntextPercent=150\nproxy=::1:8080\nrenewWhileClosed=true\nqaMode=true\n"
        "end=true\n");
}

void PreferencesTest::readsWhatIsOnlySetInTheFile()
{
    writeFile(path(), "version=1\nidleSignOutMinutes=10080\nlastColourScheme=light\n");
    Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QCOMPARE(preferences.idleSignOutMinutes(), 10080);
    preferences.setSettings({}); // goes where it came from
    QCOMPARE(Preferences(path()).idleSignOutMinutes(), 10080);
    QCOMPARE(Preferences(path()).lastColourScheme(), LastColourScheme::Light);
}

void PreferencesTest::remembersTheColourScheme()
{
    Preferences preferences(path());
    preferences.setLastColourScheme(LastColourScheme::Unknown);
    QVERIFY(!QFile::exists(path())); // nothing new
    preferences.setLastColourScheme(LastColourScheme::Dark);
    QVERIFY(contentOf(path()).contains("lastColourScheme=dark\n"));
    QCOMPARE(Preferences(path()).lastColourScheme(), LastColourScheme::Dark);
}

void PreferencesTest::awkwardTextsComeBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("comma") << u"a, b"_s;
    QTest::newRow("quote") << u"a\"b;c=d"_s;
    QTest::newRow("backslash") << u"a\\b\\x41"_s;
    QTest::newRow("at first") << u"@mail"_s;
    QTest::newRow("like an object") << u"@Variant(x)"_s;
    QTest::newRow("not ASCII") << u"j\u00f6hn\U0001F511"_s;
    QTest::newRow("line end") << u"a\nb"_s;
    QTest::newRow("percent") << u"a%20b"_s;
    QTest::newRow("blanks") << u" a "_s;
    QTest::newRow("true") << u"true"_s;
    QTest::newRow("in quotes") << u"\"a\""_s;
    QTest::newRow("in apostrophes") << u"'a'"_s;
    QTest::newRow("begins with an apostrophe") << u"'a"_s;
    QTest::newRow("begins like a comment") << u"#a"_s;
    QTest::newRow("control characters") << u"a\t\u0001\u007f"_s;
    QTest::newRow("a blank") << u" "_s;
}

void PreferencesTest::awkwardTextsComeBack()
{
    QFETCH(const QString, text);
    {
        Preferences preferences(path());
        preferences.setEmail(text);
        preferences.setPendingDeletes({{text}, {u"b"_s}, {text, PendingDelete::Means::This}});
    }
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QCOMPARE(preferences.email(), text);
    QCOMPARE(preferences.pendingDeletes(),
             QList<PendingDelete>({{text}, {u"b"_s}, {text, PendingDelete::Means::This}}));
}

// Each knows its own, and looks after what the other has made of it.
void PreferencesTest::s80FollowingLosesNothing()
{
    const QString file = path();
    const auto moment = [](int ms) { return WallTime(Milliseconds(ms)); };
    const PendingDelete johns{u"john"_s, PendingDelete::Means::This, moment(1)};
    const PendingDelete marias{u"maria"_s, PendingDelete::Means::This, moment(2)};
    const PendingDelete anybodys{u"any"_s};
    Preferences one(file);
    one.setPendingDeletes({johns, anybodys});
    Preferences other(file);
    other.setPendingDeletes({johns, anybodys, marias});
    one.followPendingDeletes();
    one.setServer(u"https://api.example.com"_s);
    QCOMPARE(Preferences(file).pendingDeletes(), QList({johns, anybodys, marias}));
    QCOMPARE(one.pendingDeletes(), QList({johns, anybodys})); // hers is the other's to see to

    const PendingDelete older{anybodys.key, PendingDelete::Means::UpTo, moment(3)};
    other.setPendingDeletes({older, marias}); // John's has been deleted
    one.followPendingDeletes();
    QCOMPARE(one.pendingDeletes(), QList({older}));
    one.setServer(u"https://api.example.org"_s);
    QCOMPARE(Preferences(file).pendingDeletes(), QList({marias, older}));
    one.setPendingDeletes({});
    QCOMPARE(Preferences(file).pendingDeletes(), QList({marias}));
}

// It has read the file, and is slow: what this process saves meanwhile is written over.
void PreferencesTest::s80SavedWhileAnotherIsSaving()
{
    const PendingDelete johns{u"john"_s, PendingDelete::Means::This, WallTime(Milliseconds(1))};
    Preferences one(path());
    one.setServer(u"https://api.example.com"_s);
    const auto meanwhile = [&](const QList<PendingDelete> &pending) {
        QLockFile lock(path() + u".lock"_s);
        QVERIFY(lock.tryLock());
        const QByteArray read = contentOf(path());
        one.setPendingDeletes(pending);
        QCOMPARE(Preferences(path()).pendingDeletes(), pending); // nobody waits for long
        writeFile(path(), read);
    };
    for (const QList<PendingDelete> &pending : {QList{johns}, QList<PendingDelete>()}) {
        meanwhile(pending);
        one.followPendingDeletes();
        QCOMPARE(one.pendingDeletes(), pending);
        QCOMPARE(Preferences(path()).pendingDeletes(), pending);
    }
}

LATCHKEY_TEST(PreferencesTest, QCoreApplication)
#include "tst_preferences.moc"
