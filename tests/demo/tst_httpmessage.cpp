#include "app/demo/httpmessage.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey::demo;

class tst_HttpMessage : public QObject
{
    Q_OBJECT

private slots:
    void sizes_data();
    void sizes();
    void closes_data();
    void closes();
};

// -1: not known yet, or only the connection's end tells.
void tst_HttpMessage::sizes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("head");
    QTest::addColumn<int>("request");
    QTest::addColumn<int>("reply");
    QTest::addColumn<int>("replyToHead");
    const auto row
        = [](const char *name, const QByteArray &bytes, int head, int request, int reply,
             int toHead) { QTest::newRow(name) << bytes << head << request << reply << toHead; };
    row("nothing", "", -1, -1, -1, -1);
    row("half a head", "GET / HTTP/1.1\r\nA: b\r\n", -1, -1, -1, -1);
    row("no length", "A 200 B\r\nC: d\r\n\r\nmore", 17, 17, -1, 17);
    row("length", "A 200 B\r\nContent-Length: 5\r\n\r\n12", 30, 35, 35, 30);
    row("any spelling", "A 200 B\r\ncontent-LENGTH:5 \r\n\r\n", 30, 35, 35, 30);
    row("zero", "A 200 B\r\nContent-Length: 0\r\n\r\n", 30, 30, 30, 30);
    row("negative", "A 200 B\r\nContent-Length: -5\r\n\r\n", 31, 31, -1, 31);
    row("no number", "A 200 B\r\nContent-Length: 5x\r\n\r\n", 31, 31, -1, 31);
    row("in the body", "A 200 B\r\n\r\nContent-Length: 5\r\n\r\n", 11, 11, -1, 11);
    row("another name", "A 200 B\r\nX-Content-Length: 5\r\n\r\n", 32, 32, -1, 32);
    row("204", "A 204 B\r\nContent-Length: 5\r\n\r\n", 30, 35, 30, 30);
    row("304", "A 304 B\r\nContent-Length: 5\r\n\r\n", 30, 35, 30, 30);
}

void tst_HttpMessage::sizes()
{
    QFETCH(QByteArray, bytes);
    QTEST(static_cast<int>(headSize(bytes).value_or(-1)), "head");
    QTEST(static_cast<int>(requestSize(bytes).value_or(-1)), "request");
    QTEST(static_cast<int>(replySize(bytes, false).value_or(-1)), "reply");
    QTEST(static_cast<int>(replySize(bytes, true).value_or(-1)), "replyToHead");
}

void tst_HttpMessage::closes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("closes");
    QTest::newRow("close") << QByteArray("Connection: close") << true;
    QTest::newRow("any spelling") << QByteArray("connection:Close ") << true;
    QTest::newRow("keep-alive") << QByteArray("Connection: keep-alive") << false;
    QTest::newRow("another header") << QByteArray("X: close") << false;
}

void tst_HttpMessage::closes()
{
    QFETCH(QByteArray, line);
    QTEST(saysClose("A 200 B\r\n" + line + "\r\n\r\n"), "closes");
}

LATCHKEY_TEST(tst_HttpMessage, NoApplication)
#include "tst_httpmessage.moc"
