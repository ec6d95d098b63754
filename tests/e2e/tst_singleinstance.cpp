#include "app/runtimefolder.h"
#include "app/singleinstance.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace latchkey;

class tst_SingleInstance : public QObject
{
    Q_OBJECT
private slots:
    void firstThenSecond();
    void passesTheActivationTokenOn_data();
    void passesTheActivationTokenOn();
    void oneForEachProfile();
    void whoIsThereCanBeAsked();
    void noFolderMeansAlone();
    void deadSocketIsTakenOver();
    void badMessages_data();
    void badMessages();
    void slowClientsAreDropped();
    void s72WhoLeavesIsNotAsked();
    void s72WhoLeavesWhileItIsAsked();
    void runtimeFolder_data();
    void runtimeFolder();
};

namespace
{

// Another process: here another thread, since the first must answer meanwhile.
void inAnotherProcess(const std::function<void()> &act)
{
    std::unique_ptr<QThread> thread(QThread::create(act));
    thread->start();
    [[maybe_unused]] const bool done
        = QTest::qWaitFor([&] { return thread->isFinished(); }, 10'000);
    thread->wait();
}

SingleInstance::Role roleOfAnotherStart(const QString &folder, const QString &profile)
{
    SingleInstance::Role role{};
    inAnotherProcess([&] { role = SingleInstance(folder, profile).role(); });
    return role;
}

bool isTakenForAnother(const QString &folder, const QString &profile)
{
    bool isTaken = false;
    inAnotherProcess([&] { isTaken = SingleInstance::isTaken(folder, profile); });
    return isTaken;
}

} // namespace

void tst_SingleInstance::firstThenSecond()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path(), QStringLiteral("default"));
    QCOMPARE(first.role(), SingleInstance::Role::First);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(roleOfAnotherStart(folder.path(), QStringLiteral("default")),
             SingleInstance::Role::Second);
    QCOMPARE(raised.size(), 1);
    struct stat info {
    };
    QCOMPARE(stat(qPrintable(folder.filePath(QStringLiteral("default.socket"))), &info), 0);
    QVERIFY((info.st_mode & 0077) == 0);
}

void tst_SingleInstance::whoIsThereCanBeAsked()
{
    const QTemporaryDir folder;
    const QString profile = QStringLiteral("default");
    QVERIFY(!SingleInstance::isTaken({}, profile));
    QVERIFY(!SingleInstance::isTaken(folder.path(), profile));
    SingleInstance first(folder.path(), profile);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QVERIFY(isTakenForAnother(folder.path(), profile));
    QVERIFY(!isTakenForAnother(folder.path(), QStringLiteral("work")));
    QVERIFY(raised.isEmpty());
    QVERIFY(!SingleInstance::isTaken(folder.path(), profile)); // it does not move meanwhile
    first.leave();
    QVERIFY(!isTakenForAnother(folder.path(), profile));
    QVERIFY(raised.isEmpty());
}

void tst_SingleInstance::passesTheActivationTokenOn_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("arrives");
    const auto row = [](const char *name, const QByteArray &given, const QByteArray &arrives) {
        QTest::newRow(name) << given << arrives;
    };
    row("none", {}, {});
    row("a token", "gnome-shell/Files/1234-0-host_TIME42", "gnome-shell/Files/1234-0-host_TIME42");
    row("the longest", QByteArray(256, 't'), QByteArray(256, 't'));
    row("too long", QByteArray(257, 't'), {});
    row("a blank", "two words", {});
    row("a line break", "one\nraise", {});
    row("not ASCII", "t\xC3\xB6ken", {});
    row("NUL", QByteArray("a\0b", 3), {});
}

void tst_SingleInstance::passesTheActivationTokenOn()
{
    QFETCH(QByteArray, given);
    const QTemporaryDir folder;
    SingleInstance first(folder.path(), QStringLiteral("default"));
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    SingleInstance::Role role{};
    inAnotherProcess(
        [&] { role = SingleInstance(folder.path(), QStringLiteral("default"), given).role(); });
    QCOMPARE(role, SingleInstance::Role::Second);
    QCOMPARE(raised.size(), 1);
    QTEST(raised.first().first().toByteArray(), "arrives");
}

void tst_SingleInstance::oneForEachProfile()
{
    const QTemporaryDir folder;
    const SingleInstance a(folder.path(), QStringLiteral("a"));
    const SingleInstance b(folder.path(), QStringLiteral("b"));
    QCOMPARE(a.role(), SingleInstance::Role::First);
    QCOMPARE(b.role(), SingleInstance::Role::First);
}

void tst_SingleInstance::noFolderMeansAlone()
{
    QCOMPARE(SingleInstance(QString(), QStringLiteral("default")).role(),
             SingleInstance::Role::Alone);
}

void tst_SingleInstance::deadSocketIsTakenOver()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("default.socket"));
    QFile file(path); // what a killed program leaves, as far as connect() can tell
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(SingleInstance(folder.path(), QStringLiteral("default")).role(),
             SingleInstance::Role::First);
}

void tst_SingleInstance::badMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("another verb") << QByteArray("quit\n");
    QTest::newRow("no end") << QByteArray("raise token") + QByteArray(8192, 't');
    QTest::newRow("a longer verb") << QByteArray("raised\n");
    QTest::newRow("two tokens") << QByteArray("raise one two\n");
    QTest::newRow("a token too long") << QByteArray("raise ") + QByteArray(257, 't') + '\n';
    QTest::newRow("two verbs") << QByteArray("raise\nraise\n");
    QTest::newRow("empty line") << QByteArray("\n");
    QTest::newRow("too long") << QByteArray(8192, 'r');
    QTest::newRow("binary") << QByteArray("\x00\xff\x01\n", 4);
}

void tst_SingleInstance::badMessages()
{
    QFETCH(QByteArray, message);
    const QTemporaryDir folder;
    SingleInstance first(folder.path(), QStringLiteral("default"));
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QLocalSocket client;
    QSignalSpy gone(&client, &QLocalSocket::disconnected);
    client.connectToServer(folder.filePath(QStringLiteral("default.socket")));
    client.write(message);
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(raised.size(), 0);
    QCOMPARE(roleOfAnotherStart(folder.path(), QStringLiteral("default")),
             SingleInstance::Role::Second); // it still answers
}

void tst_SingleInstance::slowClientsAreDropped()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path(), QStringLiteral("default"));
    std::vector<std::unique_ptr<QLocalSocket>> clients;
    for (int i = 0; i < 6; ++i) {
        clients.push_back(std::make_unique<QLocalSocket>());
        clients.back()->connectToServer(folder.filePath(QStringLiteral("default.socket")));
        clients.back()->write("r");
    }
    for (const auto &client : clients)
        QTRY_COMPARE(client->state(), QLocalSocket::UnconnectedState);
    QCOMPARE(roleOfAnotherStart(folder.path(), QStringLiteral("default")),
             SingleInstance::Role::Second);
}

void tst_SingleInstance::s72WhoLeavesIsNotAsked()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path(), QStringLiteral("default"));
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    first.leave();
    first.leave();
    SingleInstance second(folder.path(), QStringLiteral("default"));
    QCOMPARE(second.role(), SingleInstance::Role::First);
    QCOMPARE(roleOfAnotherStart(folder.path(), QStringLiteral("default")),
             SingleInstance::Role::Second); // the second one's
    first.leave(); // does not touch what is the next one's by now
    QCOMPARE(roleOfAnotherStart(folder.path(), QStringLiteral("default")),
             SingleInstance::Role::Second);
    QCOMPARE(raised.size(), 0);
}

// It has been reached, and leaves instead of answering.
void tst_SingleInstance::s72WhoLeavesWhileItIsAsked()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path(), QStringLiteral("default"));
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    SingleInstance::Role role{};
    std::unique_ptr<QThread> thread(QThread::create(
        [&] { role = SingleInstance(folder.path(), QStringLiteral("default")).role(); }));
    thread->start();
    QVERIFY(!thread->wait(200)); // it is connected, and our event loop stands still
    first.leave();
    QVERIFY(QTest::qWaitFor([&] { return thread->isFinished(); }, 10'000));
    thread->wait();
    QCOMPARE(role, SingleInstance::Role::First);
    QCOMPARE(raised.size(), 0);
}

void tst_SingleInstance::runtimeFolder_data()
{
    QTest::addColumn<QString>("path"); // below a private folder; empty: unset
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("usable");
    QTest::newRow("private") << QStringLiteral("run") << 0700 << true;
    QTest::newRow("others may look") << QStringLiteral("run") << 0755 << false;
    QTest::newRow("others may write") << QStringLiteral("run") << 0777 << false;
    QTest::newRow("unset") << QString() << 0 << false;
    QTest::newRow("missing") << QStringLiteral("nowhere") << 0 << false;
    QTest::newRow("relative") << QStringLiteral("relative") << 0700 << false;
    QTest::newRow("a link") << QStringLiteral("link") << 0700 << false;
}

void tst_SingleInstance::runtimeFolder()
{
    QFETCH(QString, path);
    QFETCH(int, mode);
    QFETCH(bool, usable);
    const QTemporaryDir home;
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    if (mode != 0) {
        const QString target = home.filePath(QStringLiteral("run"));
        QVERIFY(QDir().mkdir(target));
        QCOMPARE(chmod(qPrintable(target), static_cast<mode_t>(mode)), 0);
        QVERIFY(QFile::link(target, home.filePath(QStringLiteral("link"))));
    }
    if (path.isEmpty())
        qunsetenv("XDG_RUNTIME_DIR");
    else if (path == u"relative")
        qputenv("XDG_RUNTIME_DIR", "run");
    else
        qputenv("XDG_RUNTIME_DIR", home.filePath(path).toLocal8Bit());
    const QString folder = privateRuntimeFolder();
    qputenv("XDG_RUNTIME_DIR", before);
    QCOMPARE(!folder.isEmpty(), usable);
    if (usable) {
        struct stat info {
        };
        QCOMPARE(lstat(qPrintable(folder), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0700U);
    }
}

LATCHKEY_TEST(tst_SingleInstance, QCoreApplication)
#include "tst_singleinstance.moc"
