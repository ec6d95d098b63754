#include "app/base/savefile.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace latchkey;

// A save leaves the old file or the new one, never something else (security.md D6).
class TestSaveFile : public QObject
{
    Q_OBJECT
private slots:
    void savesAndReplaces_data();
    void savesAndReplaces();
    void failsWithThePath_data();
    void failsWithThePath();
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();

private:
    QTemporaryDir m_folder;
};

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

#ifdef Q_OS_UNIX
// A disk that is full after `bytes`, without a mount: writes past it fail with EFBIG.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
    void (*m_handler)(int);
};
#endif

} // namespace

void TestSaveFile::savesAndReplaces_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray("a\0b\r\n", 5);
    QTest::newRow("over Qt's buffer") << QByteArray(100'000, 'x');
}

void TestSaveFile::savesAndReplaces()
{
    QFETCH(QByteArray, content);
    const QString path = m_folder.filePath(QStringLiteral("file"));
    QCOMPARE(saveFile(path, "old"), QString());
    QCOMPARE(saveFile(path, content), QString());
    QCOMPARE(contentOf(path), content);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("file")});
}

void TestSaveFile::failsWithThePath_data()
{
    QTest::addColumn<QString>("path");
    const QString file = m_folder.filePath(QStringLiteral("plain"));
    QVERIFY(saveFile(file, "x").isEmpty());
    QTest::newRow("no folder") << m_folder.filePath(QStringLiteral("none/file"));
    QTest::newRow("a file as folder") << file + QStringLiteral("/file");
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("no name") << QString();
    QTest::newRow("name too long") << m_folder.filePath(QString(300, u'n'));
}

void TestSaveFile::failsWithThePath()
{
    QFETCH(QString, path);
    const QString problem = saveFile(path, "new");
    QVERIFY(!problem.isEmpty());
    QVERIFY2(problem.contains(path), qPrintable(problem));
    QVERIFY2(!problem.contains(u"Unknown error"), qPrintable(problem));
}

void TestSaveFile::fullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("size");
    // Below 16 KiB QSaveFile only fills its own buffer, and says that all is well (P12).
    for (const int size : {1, 100, 9'000, 16'383, 16'384, 16'385, 50'000, 200'000}) {
        for (const int room : {0, size / 2, size - 1})
            QTest::addRow("%d bytes, room for %d", size, room) << room << size;
    }
}

void TestSaveFile::fullDiskKeepsTheOldFile()
{
#ifdef Q_OS_UNIX
    QFETCH(int, room);
    QFETCH(int, size);
    const QString path = m_folder.filePath(QStringLiteral("kept"));
    QVERIFY(saveFile(path, "old content").isEmpty());
    QString problem;
    {
        const FileSizeLimit limit(static_cast<rlim_t>(room));
        problem = saveFile(path, QByteArray(size, 'x'));
    }
    QVERIFY(!problem.isEmpty());
    QVERIFY2(problem.contains(path), qPrintable(problem));
    QCOMPARE(contentOf(path), "old content");
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("kept?*")}, QDir::Files).isEmpty());
#endif
}

LATCHKEY_TEST(TestSaveFile, QCoreApplication)
#include "tst_savefile.moc"
