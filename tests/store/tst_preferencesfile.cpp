#include "tests/store/preferencesfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

using Kind = SettingsProblem::Kind;

constexpr auto ownerOnly
    = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

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

// The file itself: damaged, foreign, on a full disk, in a place that nobody may write to.
class PreferencesFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void badFileIsSetAside_data();
    void badFileIsSetAside();
    void goodFileIsKept_data();
    void goodFileIsKept();
    void renewalsAreReadAsSaved();
    void hugeFileIsNotRead();
    void whatCannotBeSetAsideIsNotUsed();
    void isPrivateWhateverTheUmask();
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();
    void namedPipeDoesNotBlock();
    void missingFolderThatCannotBeMade();
    void s77CountsComeBack_data();
    void s77CountsComeBack();
    void s77OldestCountGivesWay();
    void s77TwoProcessesCount();
    void s77AsManyAsCanMatterAreKept();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a/latchkey.ini"_s); }
    [[nodiscard]] QString badPath() const { return path() + u".bad"_s; }
    // Of renewals, one a second, the oldest first.
    [[nodiscard]] static QStringList moments(qsizetype count, qint64 first = 1790000000)
    {
        QStringList texts;
        for (qint64 i = 0; i < count; ++i)
            texts.append(QString::number(first + i));
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PreferencesFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir().mkpath(m_folder->filePath(u"a"_s)));
}

void PreferencesFileTest::badFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const QByteArray &content, Kind kind = Kind::Damaged) {
        QTest::newRow(name) << content << kind;
    };
    const QByteArray head("[General]\nversion=1\nemail=kept@example.com\n");
    row("empty", "");
    row("blank", "\n\n");
    row("comments only", "[General]\n; renewAtPercent=25\n# email=a@b\n");
    row("heading only", "[General]\n");
    row("version only", "[General]\nversion=1\n");
    row("version text", "[General]\nversion=one\nemail=a@b\n");
    row("version empty", "[General]\nversion=\nemail=a@b\n");
    row("version 0", "[General]\nversion=0\nemail=a@b\n");
    row("version negative", "[General]\nversion=-1\n");
    row("version list", "[General]\nversion=1, 1\n");
    row("newer version", "[General]\nversion=2\nemail=a@b\n", Kind::Newer);
    row("far newer version", "[General]\nversion=2000000000\n", Kind::Newer);
    row("version out of range", "[General]\nversion=99999999999\n", Kind::Newer);
    row("prose", "This is not a settings file.\n");
    row("binary", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"));
    row("NUL", head + QByteArray("server=a\0b\n", 11));
    row("version twice", "version=1\nversion=2\nemail=a@b\n");
    row("version without a closing quote", "version=\"1\nemail=a@b\n");
    row("begin without end", "[General]\nversion=1\nbegin=true\nemail=a@b\n");
    row("end without begin", "email=a@b\nend=true\n");
    row("keys of nobody", "[General]\na=1\nb=2\n");
    row("another program's section", "[window]\nx=1\n");
    row("more bad lines than settings", "email=a@b\nnonsense\nmore of it\n");
    row("UTF-16", QByteArray("\xff\xfe[\0G\0]\0\n\0", 10));
    row("UTF-16, big end first", QByteArray("\xfe\xff\0[\0G\0]\0\n", 10));
    row("zeroes in place of its end", head + QByteArray(100, '\0'));
    row("65 KiB", head + QByteArray(65 * 1024, ';'));
}

void PreferencesFileTest::badFileIsSetAside()
{
    QFETCH(const QByteArray, content);
    QFETCH(const Kind, kind);
    writeFile(path(), content);
    writeFile(badPath(), "an older one");
    Preferences preferences(path());
    QVERIFY(preferences.problem() == (SettingsProblem{kind, path()}));
    QVERIFY(preferences.email().isEmpty());
    QVERIFY(preferences.server().isEmpty());
    QVERIFY(preferences.staySignedIn());
    QVERIFY(preferences.windowGeometry().isNull());
    QVERIFY(preferences.pendingDeletes().isEmpty());
    QVERIFY(preferences.settings() == Settings{});
    QCOMPARE(contentOf(badPath()), content);

    preferences.setEmail(u"new@example.com"_s);
    QVERIFY(!isFine(preferences)); // the person has not been told less for it
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.email(), u"new@example.com"_s);
    QCOMPARE(contentOf(badPath()), content);
}

void PreferencesFileTest::goodFileIsKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("short") << QByteArray("[General]\nversion=1\nemail=a@b\n");
    QTest::newRow("foreign keys") << QByteArray(
        "; by hand\n[General]\nversion=1\nemail=a@b\n\nother=@Variant(\\0\\0\\0\\x7f)\n");
    QTest::newRow("Windows line ends") << QByteArray("[General]\r\nversion=1\r\nemail=a@b\r\n");
}

void PreferencesFileTest::goodFileIsKept()
{
    QFETCH(const QByteArray, content);
    writeFile(path(), content);
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QCOMPARE(preferences.email(), u"a@b"_s);
    QVERIFY(preferences.windowGeometry().isNull());
    QCOMPARE(contentOf(path()), content);
    QVERIFY(!QFile::exists(badPath()));
}

// What is too much is not saved, for it would be damage.
void PreferencesFileTest::renewalsAreReadAsSaved()
{
    QStringList moments;
    for (int i = 0; i < 100; ++i)
        moments.append(QString::number(1790000000 + i));
    Preferences writing(path());
    for (const QString &key : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        writing.setRenewals(key, moments);
    const Preferences preferences(path());
    QVERIFY(isFine(preferences));
    QCOMPARE(preferences.renewalsOf(u"a"_s), QStringList());
    for (const QString &key : {u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        QCOMPARE(preferences.renewalsOf(key), moments.mid(100 - mostMoments));
}

void PreferencesFileTest::hugeFileIsNotRead()
{
    constexpr qint64 size = 50LL * 1024 * 1024;
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nversion=1\nemail=a@b\n");
        QVERIFY(file.resize(size));
    }
    const Preferences preferences(path());
    QVERIFY(!isFine(preferences));
    QVERIFY(preferences.email().isEmpty());
    QCOMPARE(QFileInfo(badPath()).size(), size);
}

void PreferencesFileTest::whatCannotBeSetAsideIsNotUsed()
{
    const QByteArray damage("version=1\nbegin=true\nemail=a@b\n");
    writeFile(path(), damage);
    QVERIFY(QDir().mkpath(badPath() + u"/full"_s)); // nothing can be renamed to that
    Preferences preferences(path());
    QVERIFY(preferences.problem() == (SettingsProblem{Kind::DamagedInPlace, path()}));
    QVERIFY(preferences.email().isEmpty());
    preferences.setEmail(u"new@example.com"_s);
    QCOMPARE(preferences.email(), u"new@example.com"_s); // until the program ends
    QVERIFY(!isFine(preferences));
    QCOMPARE(contentOf(path()), damage);
}

void PreferencesFileTest::isPrivateWhateverTheUmask()
{
    const mode_t before = umask(0);
    const QString folder = m_folder->filePath(u"b/c"_s);
    Preferences preferences(folder + u"/latchkey.ini"_s);
    preferences.setEmail(u"a@b"_s);
    umask(before);
    QVERIFY(isFine(preferences));
    QCOMPARE(QFile::permissions(folder), ownerOnly | QFile::ExeOwner | QFile::ExeUser);
    QCOMPARE(QFile::permissions(folder + u"/latchkey.ini"_s), ownerOnly);
}

void PreferencesFileTest::fullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<int>("room");
    for (const int room : {0, 1, 10, 20, 30, 40, 50, 64, 80, 100, 200, 500})
        QTest::addRow("%d bytes", room) << room;
}

void PreferencesFileTest::fullDiskKeepsTheOldFile()
{
    QFETCH(const int, room);
    Preferences preferences(path());
    preferences.setEmail(u"old@example.com"_s);
    const QByteArray before = contentOf(path());
    const QString longer = u"https://a.example/"_s + QString(600, u'x');
    {
        const FullDisk full(static_cast<rlim_t>(room));
        preferences.setServer(longer);
    }
    QCOMPARE(contentOf(path()), before);
    QCOMPARE(preferences.problem().kind, Kind::NotSaved);
    QCOMPARE(preferences.problem().file, path());
    QVERIFY(preferences.problem().details.contains(path()));
    QCOMPARE(preferences.server(), longer); // until the program ends

    preferences.setStaySignedIn(false); // there is room again: both are saved
    QVERIFY(isFine(preferences));
    const Preferences next(path());
    QCOMPARE(next.server(), longer);
    QVERIFY(!next.staySignedIn());
    QCOMPARE(next.email(), u"old@example.com"_s);
}

void PreferencesFileTest::namedPipeDoesNotBlock()
{
    QCOMPARE(mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    Preferences preferences(path());
    QVERIFY(!isFine(preferences));
    preferences.setEmail(u"a@b"_s);
    QCOMPARE(Preferences(path()).email(), u"a@b"_s);
}

void PreferencesFileTest::missingFolderThatCannotBeMade()
{
    writeFile(m_folder->filePath(u"file"_s), "x");
    Preferences preferences(m_folder->filePath(u"file/b/latchkey.ini"_s));
    QVERIFY(isFine(preferences));
    preferences.setEmail(u"a@b"_s);
    QVERIFY(!isFine(preferences));
    QCOMPARE(preferences.email(), u"a@b"_s);
}

void PreferencesFileTest::s77CountsComeBack_data()
{
    QTest::addColumn<int>("count"); // for each of as many accounts as are kept
    QTest::newRow("77: a day's") << 24;
    QTest::newRow("77: as many as a process remembers") << 32;
    QTest::newRow("77: as many as two of them leave") << 60;
}

// What they fill is no damage, and nothing else is lost for it.
void PreferencesFileTest::s77CountsComeBack()
{
    QFETCH(const int, count);
    const auto key = [](qsizetype i) { return u"session/default/x#"_s + QString::number(i); };
    Preferences preferences(path());
    preferences.setEmail(u"a@b"_s);
    preferences.setPendingDeletes({{u"k"_s}});
    for (qsizetype i = 0; i < mostRenewalKeys; ++i)
        preferences.setRenewals(key(i), moments(count, 1790000000 + i));
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.email(), u"a@b"_s);
    QCOMPARE(next.pendingDeletes(), QList<PendingDelete>({{u"k"_s}}));
    for (qsizetype i = 0; i < mostRenewalKeys; ++i)
        QCOMPARE(next.renewalsOf(key(i)), moments(count, 1790000000 + i));
}

void PreferencesFileTest::s77OldestCountGivesWay()
{
    Preferences preferences(path());
    for (const QString &key : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"a"_s, u"e"_s})
        preferences.setRenewals(
            key, preferences.renewalsOf(key) + moments(1, 1790000000 + key[0].unicode()));
    const Preferences next(path());
    QVERIFY(isFine(next));
    QVERIFY(next.renewalsOf(u"b"_s).isEmpty());
    for (const QString &key : {u"a"_s, u"c"_s, u"d"_s, u"e"_s})
        QVERIFY2(!next.renewalsOf(key).isEmpty(), qPrintable(key));
}

void PreferencesFileTest::s77TwoProcessesCount()
{
    Preferences one(path());
    Preferences other(path());
    one.setRenewals(u"a"_s, moments(2, 1001));
    other.setRenewals(u"a"_s, moments(1, 1003));
    other.setRenewals(u"b"_s, moments(1, 1004));
    QCOMPARE(Preferences(path()).renewalsOf(u"a"_s), moments(3, 1001));
    one.setRenewals(u"a"_s, {u"1002"_s, u"1005"_s}); // a day after the first
    const Preferences next(path());
    QVERIFY(isFine(next));
    QCOMPARE(next.renewalsOf(u"a"_s), QStringList({u"1002"_s, u"1003"_s, u"1005"_s}));
    QCOMPARE(next.renewalsOf(u"b"_s), moments(1, 1004));
}

void PreferencesFileTest::s77AsManyAsCanMatterAreKept()
{
    constexpr qsizetype most = 60;
    Preferences one(path());
    Preferences other(path());
    one.setRenewals(u"a"_s, moments(32, 2000));
    other.setRenewals(u"a"_s, moments(32, 2032));
    QCOMPARE(Preferences(path()).renewalsOf(u"a"_s), moments(64, 2000).last(most));
}

LATCHKEY_TEST(PreferencesFileTest, QCoreApplication)
#include "tst_preferencesfile.moc"
