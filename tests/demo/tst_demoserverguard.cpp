#include "app/demo/demoserver.h"
#include "tests/demo/rawhttp.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <memory>

using namespace latchkey;
using namespace latchkey::demo;
using namespace latchkey::test;

namespace
{

const QByteArray kForbidden
    = R"({"message":"Forbidden resource","error":"Forbidden","statusCode":403})";

} // namespace

// Who may ask at all: nobody by another name than the server's own, and no page of another origin.
class TestDemoServerGuard : public QObject
{
    Q_OBJECT

    DemoServer m_server{DemoServer::Options{}};

    [[nodiscard]] quint16 port() const { return m_server.port(); }

private slots:
    void initTestCase() { QVERIFY(m_server.start()); }

    void refusesForeignHostsAndOrigins_data()
    {
        QTest::addColumn<QByteArrayList>("headers"); // PORT stands for the server's
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArrayList &headers, int status) {
            QTest::newRow(name) << headers << status;
        };
        row("our address", {"Host: 127.0.0.1:PORT"}, 401);
        row("our name", {"Host: localhost:PORT"}, 401);
        row("our name in capitals", {"host: LocalHost:PORT"}, 401);
        row("our origin", {"Host: 127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT"}, 401);
        row("no host", {}, 403);
        row("empty host", {"Host:"}, 403);
        row("foreign host", {"Host: evil.example:PORT"}, 403);
        row("rebound host", {"Host: 127.0.0.1.evil.example:PORT"}, 403);
        row("no port", {"Host: 127.0.0.1"}, 403);
        row("another port", {"Host: 127.0.0.1:1"}, 403);
        row("two hosts", {"Host: 127.0.0.1:PORT", "Host: evil.example"}, 403);
        row("foreign origin", {"Host: 127.0.0.1:PORT", "Origin: https://evil.example"}, 403);
        row("null origin", {"Host: 127.0.0.1:PORT", "Origin: null"}, 403);
        row("other spelling's origin", {"Host: 127.0.0.1:PORT", "Origin: http://localhost:PORT"},
            403);
        row("https origin", {"Host: 127.0.0.1:PORT", "Origin: https://127.0.0.1:PORT"}, 403);
        row("two origins",
            {"Host: 127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT",
             "Origin: https://evil.example"},
            403);
    }

    void refusesForeignHostsAndOrigins()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(int, status);
        for (const QByteArray &line : {"GET " + kProfile, "POST " + kLogin, QByteArray("OPTIONS /"),
                                       QByteArray("GET /nope")}) {
            const QByteArray bytes
                = line + " HTTP/1.1\r\nConnection: close\r\n" + headers.join("\r\n") + "\r\n\r\n";
            const RawReply reply
                = exchange(port(), QByteArray(bytes).replace("PORT", QByteArray::number(port())));
            QCOMPARE(reply.status == 403, status == 403);
            QCOMPARE(reply.body == kForbidden, status == 403);
        }
    }
};

LATCHKEY_TEST(TestDemoServerGuard, QCoreApplication)
#include "tst_demoserverguard.moc"
