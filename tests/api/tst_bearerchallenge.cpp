#include "app/api/bearerchallenge.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;

// RFC 9110 section 11.6.1 and RFC 6750 section 3, and what only looks like them.
class TestBearerChallenge : public QObject
{
    Q_OBJECT
private slots:
    void fields_data();
    void fields();
};

void TestBearerChallenge::fields_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("challenges");
    const auto row = [](bool challenges, const char *field) {
        QTest::newRow(field[0] ? field : "(empty)") << QByteArray(field) << challenges;
    };
    // Legal ones.
    row(true, "Bearer");
    row(true, "bearer");
    row(true, "BEARER realm=x");
    row(true, "bEaReR realm=\"api\"");
    row(true, "Bearer realm=\"api\", error=\"invalid_token\", error_description=\"a, b\"");
    row(true, "  Bearer  ");
    row(true, "Bearer   realm=\"api\"");
    row(true, "Bearer realm = \"api\"");
    row(true, "Bearer abc==");
    row(true, "Bearer,");
    row(true, ",, ,Bearer");
    row(true, "Bearer, Basic realm=\"x\"");
    row(true, "Basic realm=\"x\", Bearer");
    row(true, "Basic realm=\"x\",Bearer realm=\"y\"");
    row(true, "Basic realm=\"x\" , \tBearer realm=\"y\"");
    row(true, "Basic realm=\"x\", charset=\"UTF-8\", Bearer realm=\"y\"");
    row(true, "Negotiate, Bearer");
    row(true, "Negotiate YII=, Bearer");
    row(true, "Digest realm=\"a \\\" b\", qop=\"auth, auth-int\", Bearer");
    row(true, "Newauth realm=\"a\\\\\", Bearer");
    // Others.
    row(false, "");
    row(false, ",");
    row(false, "Basic realm=\"x\"");
    row(false, "Bearerx");
    row(false, "Bearerx realm=\"y\"");
    row(false, "Bearer-Token realm=\"y\"");
    row(false, "XBearer");
    row(false, "X-Bearer realm=\"y\"");
    row(false, "Basic Bearer");
    row(false, "Basic realm=Bearer");
    row(false, "Basic realm=\"Bearer\"");
    row(false, "Basic realm=\"a, Bearer\"");
    row(false, "Basic realm=\"a, Bearer realm=b\"");
    row(false, "Basic realm=\"\\\", Bearer\"");
    row(false, "Basic realm=\"x\", Bearer=\"y\"");
    row(false, "Basic realm=\"x\", bearer = \"y\"");
    row(false, "Basic realm=\"x\", bearer=y");
    row(false, "\"Bearer\"");
    row(false, "Basic, \"Bearer realm=x\"");
    row(false, "Bearer/1.0");
    row(false, "Bearer; realm=x");
    row(false, "DPoP algs=\"ES256\"");
    row(false, "Basic realm=\"never closed, Bearer");
    row(false, "Bearer realm=\"never closed");
    row(false, "Bearer realm=\"escaped to the end\\\"");
    row(false, "Basic realm=\"x\\");
}

void TestBearerChallenge::fields()
{
    QFETCH(QByteArray, field);
    QTEST(challengesBearer(field), "challenges");
}

LATCHKEY_TEST(TestBearerChallenge, QCoreApplication)
#include "tst_bearerchallenge.moc"
