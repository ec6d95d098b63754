#include "app/api/oneshotbody.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;

class TestOneShotBody : public QObject
{
    Q_OBJECT
private slots:
    void readsOnceInPieces();
    void s34CannotBeReadAgain();
    void emptyBodyIsAtItsEnd();
    void cannotBeWritten();
};

void TestOneShotBody::readsOnceInPieces()
{
    OneShotBody body(Secret(QByteArrayView("0123456789")));
    QVERIFY(body.isSequential());
    QCOMPARE(body.bytesAvailable(), 10);
    QCOMPARE(body.read(4), "0123");
    QCOMPARE(body.bytesAvailable(), 6);
    QVERIFY(!body.atEnd());
    QCOMPARE(body.read(100), "456789");
    QVERIFY(body.atEnd());
    QCOMPARE(body.bytesAvailable(), 0);
    QVERIFY(body.read(1).isEmpty());
}

void TestOneShotBody::s34CannotBeReadAgain()
{
    OneShotBody body(Secret(QByteArrayView("0123456789")));
    QCOMPARE(body.read(4), "0123");
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.readAll(), "456789");
}

void TestOneShotBody::emptyBodyIsAtItsEnd()
{
    OneShotBody body{Secret()};
    QVERIFY(body.atEnd());
    QVERIFY(body.readAll().isEmpty());
}

void TestOneShotBody::cannotBeWritten()
{
    OneShotBody body(Secret(QByteArrayView("0")));
    QVERIFY(!body.isWritable());
}

LATCHKEY_TEST(TestOneShotBody, QCoreApplication)
#include "tst_oneshotbody.moc"
