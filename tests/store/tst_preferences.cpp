#include "app/store/preferences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;

namespace
{

constexpr auto ownerOnly
    = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// No file of this process may grow over `bytes`: what a full disk does to a write, on any machine
// and without being root (EFBIG instead of ENOSPC).
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

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
    void awkwardTextsComeBack_data();
    void awkwardTextsComeBack();
    void badFileIsSetAside_data();
    void badFileIsSetAside();
    void goodFileIsKept_data();
    void goodFileIsKept();
    void hugeFileIsNotRead();
    void whatCannotBeSetAsideIsNotUsed();
    void isPrivateWhateverTheUmask();
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();
    void namedPipeDoesNotBlock();
    void missingFolderThatCannotBeMade();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a/latchkey.ini"_s); }
    [[nodiscard]] QString badPath() const { return path() + u".bad"_s; }

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
    QVERIFY(preferences.problem().isEmpty());
    QVERIFY(preferences.server().isEmpty());
    QVERIFY(preferences.email().isEmpty());
    QVERIFY(preferences.staySignedIn());
    QVERIFY(preferences.rememberEmail());
    QVERIFY(preferences.windowGeometry().isNull());
    QVERIFY(preferences.pendingDeletes().isEmpty());
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
    const QStringList deletes{u"session/default/https://a.example"_s, u"session/b, c/demo"_s};
    {
        Preferences preferences(path());
        preferences.setServer(u"https://api.example.com/v1"_s);
        preferences.setEmail(u"john@mail.com"_s);
        preferences.setStaySignedIn(false);
        preferences.setWindowGeometry(QRect(-10, 20, 480, 640));
        preferences.setPendingDeletes(deletes);
        QVERIFY(preferences.problem().isEmpty());
        const Preferences other(path()); // already on disk
        QCOMPARE(other.email(), u"john@mail.com"_s);
    }
    const Preferences preferences(path());
    QVERIFY(preferences.problem().isEmpty());
    QCOMPARE(preferences.server(), u"https://api.example.com/v1"_s);
    QCOMPARE(preferences.email(), u"john@mail.com"_s);
    QVERIFY(!preferences.staySignedIn());
    QVERIFY(preferences.rememberEmail());
    QCOMPARE(preferences.windowGeometry(), QRect(-10, 20, 480, 640));
    QCOMPARE(preferences.pendingDeletes(), deletes);
}

void PreferencesTest::forgets()
{
    {
        Preferences preferences(path());
        preferences.setServer(u"https://x.example"_s);
        preferences.setEmail(u"john@mail.com"_s);
        preferences.setWindowGeometry(QRect(1, 2, 3, 4));
        preferences.setPendingDeletes({u"one"_s});
        preferences.setServer({});
        preferences.setRememberEmail(false);
        preferences.setWindowGeometry({});
        preferences.setPendingDeletes({});
    }
    const QByteArray content = contentOf(path());
    QVERIFY(!content.contains("john") && !content.contains("one") && !content.contains("Deletes"));
    const Preferences preferences(path());
    QVERIFY(preferences.problem().isEmpty());
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
             "[General]\nversion=1\nemail=john@mail.com\nstaySignedIn=true\nrememberEmail=true\n"
             "windowGeometry=1, 2, 30, 40\n");
    QCOMPARE(QDir(m_folder->filePath(u"a"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"latchkey.ini"_s}); // no lock, no temporary file left
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
    QTest::newRow("a blank") << u" "_s;
}

void PreferencesTest::awkwardTextsComeBack()
{
    QFETCH(const QString, text);
    {
        Preferences preferences(path());
        preferences.setEmail(text);
        preferences.setPendingDeletes({text, u"b"_s, text});
    }
    const Preferences preferences(path());
    QCOMPARE(preferences.problem(), QString());
    QCOMPARE(preferences.email(), text);
    QCOMPARE(preferences.pendingDeletes(), QStringList({text, u"b"_s, text}));
}

void PreferencesTest::badFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row
        = [](const char *name, const QByteArray &content) { QTest::newRow(name) << content; };
    const QByteArray head("[General]\nversion=1\nemail=kept@example.com\n");
    row("empty", "");
    row("blank", "\n\n");
    row("no version", "[General]\nemail=a@b\n");
    row("version text", "[General]\nversion=one\nemail=a@b\n");
    row("version empty", "[General]\nversion=\nemail=a@b\n");
    row("version 0", "[General]\nversion=0\nemail=a@b\n");
    row("version negative", "[General]\nversion=-1\n");
    row("version list", "[General]\nversion=1, 1\n");
    row("newer version", "[General]\nversion=2\nemail=a@b\n");
    row("far newer version", "[General]\nversion=2000000000\n");
    row("version out of range", "[General]\nversion=99999999999\n");
    row("prose", "This is not a settings file.\n");
    row("broken line", head + "nonsense\n");
    row("binary", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"));
    row("NUL", head + QByteArray("server=a\0b\n", 11));
    row("not UTF-8", head + "server=\xff\xfe\n");
    row("yes or no is a number", head + "staySignedIn=7\n");
    row("yes or no is a list", head + "rememberEmail=true, false\n");
    row("yes or no is empty", head + "rememberEmail=\n");
    row("key twice", head + "email=other@example.com\n");
    row("foreign section", head + "[window]\nx=1\n");
    row("no key", head + "=1\n");
    row("server is long", head + "server=" + QByteArray(5000, 'x') + "\n");
    row("server quoted", head + "server=\"x\"\n");
    row("server not ASCII", head + "server=\xc3\xa9\n");
    row("server half encoded", head + "server=a%2\n");
    row("server encoded needlessly", head + "server=%61\n");
    row("server encodes no UTF-8", head + "server=%FF\n");
    row("@Variant", head + "server=@Variant(\\0\\0\\0\\x1\\x1)\n");
    row("@Variant in a list", head + "pendingDeletes=a, @Variant(\\0\\0\\0\\x7f)\n");
    row("list of empty texts", head + "pendingDeletes=, , \n");
    row("empty list", head + "pendingDeletes=\n");
    row("list too long", head + "pendingDeletes=" + QByteArray("a, ").repeated(100) + "b\n");
    row("geometry text", head + "windowGeometry=1, 2, wide, 4\n");
    row("geometry too short", head + "windowGeometry=1, 2, 3\n");
    row("geometry too long", head + "windowGeometry=1, 2, 3, 4, 5\n");
    row("geometry of no size", head + "windowGeometry=1, 2, 0, 4\n");
    row("geometry fraction", head + "windowGeometry=1.5, 2, 3, 4\n");
    row("geometry out of range", head + "windowGeometry=1, 2, 99999999999, 4\n");
    row("geometry absurd", head + "windowGeometry=1, 2000000000, 3, 4\n");
    row("65 KiB", head + QByteArray(65 * 1024, ';'));
}

void PreferencesTest::badFileIsSetAside()
{
    QFETCH(const QByteArray, content);
    writeFile(path(), content);
    writeFile(badPath(), "an older one");
    Preferences preferences(path());
    QVERIFY(preferences.problem().contains(path()));
    QVERIFY(preferences.email().isEmpty());
    QVERIFY(preferences.server().isEmpty());
    QVERIFY(preferences.staySignedIn());
    QVERIFY(preferences.windowGeometry().isNull());
    QVERIFY(preferences.pendingDeletes().isEmpty());
    QCOMPARE(contentOf(badPath()), content);

    preferences.setEmail(u"new@example.com"_s);
    QVERIFY(!preferences.problem().isEmpty()); // the person has not been told less for it
    const Preferences next(path());
    QVERIFY(next.problem().isEmpty());
    QCOMPARE(next.email(), u"new@example.com"_s);
    QCOMPARE(contentOf(badPath()), content);
}

void PreferencesTest::goodFileIsKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("short") << QByteArray("[General]\nversion=1\nemail=a@b\n");
    QTest::newRow("foreign keys") << QByteArray(
        "; by hand\n[General]\nversion=1\nemail=a@b\n\nother=@Variant(\\0\\0\\0\\x7f)\n");
    QTest::newRow("Windows line ends") << QByteArray("[General]\r\nversion=1\r\nemail=a@b\r\n");
}

void PreferencesTest::goodFileIsKept()
{
    QFETCH(const QByteArray, content);
    writeFile(path(), content);
    const Preferences preferences(path());
    QVERIFY(preferences.problem().isEmpty());
    QCOMPARE(preferences.email(), u"a@b"_s);
    QVERIFY(preferences.windowGeometry().isNull());
    QCOMPARE(contentOf(path()), content);
    QVERIFY(!QFile::exists(badPath()));
}

void PreferencesTest::hugeFileIsNotRead()
{
    constexpr qint64 size = 50LL * 1024 * 1024;
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nversion=1\nemail=a@b\n");
        QVERIFY(file.resize(size));
    }
    const Preferences preferences(path());
    QVERIFY(!preferences.problem().isEmpty());
    QVERIFY(preferences.email().isEmpty());
    QCOMPARE(QFileInfo(badPath()).size(), size);
}

void PreferencesTest::whatCannotBeSetAsideIsNotUsed()
{
    const QByteArray damage("version=1\nstaySignedIn=maybe\nemail=a@b\n");
    writeFile(path(), damage);
    QVERIFY(QDir().mkpath(badPath() + u"/full"_s)); // nothing can be renamed to that
    Preferences preferences(path());
    QVERIFY(!preferences.problem().isEmpty());
    QVERIFY(preferences.email().isEmpty());
    preferences.setEmail(u"new@example.com"_s);
    QCOMPARE(preferences.email(), u"new@example.com"_s); // until the program ends
    QVERIFY(!preferences.problem().isEmpty());
    QCOMPARE(contentOf(path()), damage);
}

void PreferencesTest::isPrivateWhateverTheUmask()
{
    const mode_t before = umask(0);
    const QString folder = m_folder->filePath(u"b/c"_s);
    Preferences preferences(folder + u"/latchkey.ini"_s);
    preferences.setEmail(u"a@b"_s);
    umask(before);
    QVERIFY(preferences.problem().isEmpty());
    QCOMPARE(QFile::permissions(folder), ownerOnly | QFile::ExeOwner | QFile::ExeUser);
    QCOMPARE(QFile::permissions(folder + u"/latchkey.ini"_s), ownerOnly);
}

void PreferencesTest::fullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<int>("room");
    for (const int room : {0, 1, 10, 20, 30, 40, 50, 64, 80, 100, 200, 500})
        QTest::addRow("%d bytes", room) << room;
}

void PreferencesTest::fullDiskKeepsTheOldFile()
{
    QFETCH(const int, room);
    Preferences preferences(path());
    preferences.setEmail(u"old@example.com"_s);
    const QByteArray before = contentOf(path());
    const QString longer = u"https://"_s + QString(600, u'x');
    {
        const FullDisk full(static_cast<rlim_t>(room));
        preferences.setServer(longer);
    }
    QCOMPARE(contentOf(path()), before);
    QVERIFY(preferences.problem().contains(path()));
    QCOMPARE(preferences.server(), longer); // until the program ends

    preferences.setStaySignedIn(false); // there is room again: both are saved
    QCOMPARE(preferences.problem(), QString());
    const Preferences next(path());
    QCOMPARE(next.server(), longer);
    QVERIFY(!next.staySignedIn());
    QCOMPARE(next.email(), u"old@example.com"_s);
}

void PreferencesTest::namedPipeDoesNotBlock()
{
    QCOMPARE(mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    Preferences preferences(path());
    QVERIFY(!preferences.problem().isEmpty());
    preferences.setEmail(u"a@b"_s);
    QCOMPARE(Preferences(path()).email(), u"a@b"_s);
}

void PreferencesTest::missingFolderThatCannotBeMade()
{
    writeFile(m_folder->filePath(u"file"_s), "x");
    Preferences preferences(m_folder->filePath(u"file/b/latchkey.ini"_s));
    QVERIFY(preferences.problem().isEmpty());
    preferences.setEmail(u"a@b"_s);
    QVERIFY(!preferences.problem().isEmpty());
    QCOMPARE(preferences.email(), u"a@b"_s);
}

QTEST_GUILESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
