#include "app/demo/demoserver.h"
#include "tests/demo/rawhttp.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <future>
#include <memory>
#include <semaphore>
#include <vector>

using namespace latchkey;
using namespace latchkey::demo;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

constexpr int kLifePatienceMs = 5000;
// Far below the library's keep-alive and read time-outs of five seconds.
constexpr int kAtOnceMs = 1000;

std::unique_ptr<QTcpSocket> connectedTo(quint16 port)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(QStringLiteral("127.0.0.1"), port);
    return socket->waitForConnected(kLifePatienceMs) ? std::move(socket) : nullptr;
}

QByteArray readUntil(QTcpSocket &socket, const QByteArray &end)
{
    QByteArray all;
    while (!all.endsWith(end) && socket.waitForReadyRead(kLifePatienceMs))
        all += socket.readAll();
    return all;
}

} // namespace

// Connections, threads and ports: what goes on below the API.
class TestDemoServerLife : public QObject
{
    Q_OBJECT

private slots:
    void listensOnLoopbackOnly()
    {
        DemoServer server;
        QVERIFY(server.start());
        QVERIFY(server.isRunning());
        QCOMPARE(server.url(), QStringLiteral("http://127.0.0.1:%1/api/v1").arg(server.port()));
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
                continue;
            QTcpSocket socket;
            socket.setProxy(QNetworkProxy::NoProxy);
            socket.connectToHost(address, server.port());
            QVERIFY2(!socket.waitForConnected(kLifePatienceMs), qPrintable(address.toString()));
        }
    }

    void twoServersDoNotShareAPort()
    {
        DemoServer first;
        QVERIFY(first.start());
        DemoServer::Options options;
        options.port = first.port();
        DemoServer second(options);
        QVERIFY(!second.start());
        QVERIFY(!second.isRunning());
        DemoServer third;
        QVERIFY(third.start());
        QVERIFY(third.port() != first.port());
        QCOMPARE(get(first.port(), "/").status, 404);
        QCOMPARE(get(third.port(), "/").status, 404);
    }

    void startIsNotFooledByAListenerOfAnotherProgram()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        DemoServer::Options options;
        options.port = other.serverPort();
        DemoServer server(options);
        QVERIFY(!server.start());
    }

    void stopsAtOnceWithIdleConnections()
    {
        DemoServer server;
        QVERIFY(server.start());
        const auto silent = connectedTo(server.port());
        const auto half = connectedTo(server.port());
        const auto kept = connectedTo(server.port());
        QVERIFY(silent && half && kept);
        half->write("POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
        half->flush();
        kept->write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(!readUntil(*kept, "}").isEmpty());

        QElapsedTimer timer;
        timer.start();
        server.stop();
        QVERIFY2(timer.elapsed() < kAtOnceMs, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!server.isRunning());
        QVERIFY(kept->state() == QAbstractSocket::UnconnectedState
                || kept->waitForDisconnected(kLifePatienceMs));
        QVERIFY(!connectedTo(server.port()));
    }

    // What a client sees when a server dies between acting and answering.
    void stoppingLosesTheAnswerNotTheAction()
    {
        std::binary_semaphore arrived{0};
        std::binary_semaphore released{0};
        DemoServer::Options options;
        options.tokens.remember = true;
        options.onRequest = [&](Endpoint) {
            arrived.release();
            released.acquire();
        };
        DemoServer server(options);
        QVERIFY(server.start());
        const auto socket = connectedTo(server.port());
        QVERIFY(socket);
        socket->write(
            rawRequest(server.port(), "POST", kLogin, {"Content-Type: application/json"}, kJohn));
        socket->flush();
        arrived.acquire();
        auto stopped = std::async(std::launch::async, [&] { server.stop(); });
        const bool cut = socket->waitForDisconnected(kLifePatienceMs);
        released.release();
        stopped.get();
        QVERIFY(cut);
        QCOMPARE(socket->readAll(), QByteArray());
        QCOMPARE(server.issuedTokens().size(), 2);
    }

    void comesBackOnTheSamePortWithTheSameKeys()
    {
        DemoServer::Options options;
        options.tokens.remember = true;
        DemoServer server(options);
        QVERIFY(server.start());
        const quint16 port = server.port();
        QCOMPARE(postJson(port, kLogin, kJohn).status, 201);
        const QByteArray access = server.issuedTokens().value(0);
        server.stop();
        server.stop();
        QVERIFY(server.start());
        QVERIFY(server.start());
        QCOMPARE(server.port(), port);
        QCOMPARE(get(port, "/api/v1/auth/profile", {"Authorization: Bearer " + access}).status,
                 200);
        QCOMPARE(server.counts().login, 1);
    }

    void startsAndStopsFast()
    {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i) {
            DemoServer server;
            QVERIFY(server.start());
        }
        QVERIFY2(timer.elapsed() < 50 * 100, qPrintable(QString::number(timer.elapsed())));
    }

    void keepsConnectionsAlive()
    {
        DemoServer server;
        QVERIFY(server.start());
        const auto socket = connectedTo(server.port());
        QVERIFY(socket);
        const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(server.port()) + "\r\n";
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) {
            socket->write("POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: "
                          "application/json\r\nContent-Length: "
                          + QByteArray::number(kJohn.size()) + "\r\n" + host + "\r\n" + kJohn);
            QVERIFY(readUntil(*socket, "\"}").startsWith("HTTP/1.1 201"));
        }
        QCOMPARE(server.counts().login, 20);
        // With TCP's delays each answer takes 40 ms.
        QVERIFY2(timer.elapsed() < 20 * 20, qPrintable(QString::number(timer.elapsed())));
    }

    // The library bounds a body by its Content-Length alone, and waits for one without.
    void takesBodiesOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto chunk = [](const QByteArray &data) {
            return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
        };
        const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
        QTest::newRow("no length") << QByteArray() << QByteArray() << 401;
        QTest::newRow("chunked") << chunked
                                 << chunk(kJohn.left(9)) + chunk(kJohn.mid(9)) + chunk({}) << 201;
        QTest::newRow("chunked, too large")
            << chunked << chunk(QByteArray(33000, ' ')).repeated(2) + chunk({}) << 413;
        QTest::newRow("broken chunks") << chunked << QByteArray("zz\r\n\r\n") << 400;
        QTest::newRow("form")
            << QByteArray("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 60\r\n")
            << QByteArray("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--\r\n")
                   .leftJustified(60, ' ')
            << 401;
    }

    void takesBodiesOfEveryKind()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        DemoServer server;
        QVERIFY(server.start());
        QElapsedTimer timer;
        timer.start();
        const QByteArray type = headers.contains("Content-Type")
            ? QByteArray()
            : "Content-Type: application/json\r\n";
        const RawReply reply = exchange(
            server.port(),
            "POST " + kLogin + " HTTP/1.1\r\nConnection: close\r\nHost: 127.0.0.1:"
                + QByteArray::number(server.port()) + "\r\n" + type + headers + "\r\n" + body);
        QCOMPARE(reply.status, status);
        QVERIFY(timer.elapsed() < kLifePatienceMs);
    }

    void survivesGarbage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10);
        QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\n\r\n");
        QTest::newRow("zeros") << QByteArray(5000, '\0') + "\r\n\r\n";
        QTest::newRow("bad length")
            << "POST " + kLogin + " HTTP/1.1\r\nContent-Length: abc\r\nConnection: close\r\n\r\n";
        QTest::newRow("two lengths") << "POST " + kLogin
                + " HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: "
                  "close\r\n\r\nx";
        QTest::newRow("long header")
            << "GET / HTTP/1.1\r\nX: " + QByteArray(100000, 'x') + "\r\nConnection: close\r\n\r\n";
        QTest::newRow("broken escapes")
            << QByteArray("GET /%zz%u12%00?%= HTTP/1.1\r\nConnection: close\r\n\r\n");
    }

    void survivesGarbage()
    {
        QFETCH(QByteArray, bytes);
        DemoServer server;
        QVERIFY(server.start());
        const auto socket = connectedTo(server.port());
        QVERIFY(socket);
        socket->write(bytes);
        socket->waitForReadyRead(kLifePatienceMs);
        const QByteArray answer = socket->readAll();
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer.constData());
        QCOMPARE(get(server.port(), "/").status, 404);
    }

    void servesManyAtOnce()
    {
        DemoServer server;
        QVERIFY(server.start());
        QElapsedTimer timer;
        timer.start();
        std::vector<std::future<int>> clients;
        for (int i = 0; i < 40; ++i)
            clients.push_back(std::async(
                std::launch::async, [&] { return postJson(server.port(), kLogin, kJohn).status; }));
        for (auto &client : clients)
            QCOMPARE(client.get(), 201);
        QCOMPARE(server.counts().login, 40);
        // A full backlog costs a client a second.
        QVERIFY2(timer.elapsed() < kAtOnceMs, qPrintable(QString::number(timer.elapsed())));
    }
};

LATCHKEY_TEST(TestDemoServerLife, QCoreApplication)
#include "tst_demoserverlife.moc"
