#include "app/api/apiclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// How long the next answer is expected to take, by the last ones (scenario 72).
class TestRoundTrips : public QObject
{
    Q_OBJECT
private slots:
    void expects_data();
    void expects();
    void theClientMeasuresEachCall();
    void aRefusedConnectionSaysNothing();
    void aTimeOutCountsUntilTheNextAnswer();
    void anotherServerIsAnotherPace();

private:
    void renew(Milliseconds took, const HttpReply &reply);

    FakeClock m_clock;
    FakeHttp m_http;
    ApiClient m_api{m_http, m_clock};
    QObject m_context;
};

void TestRoundTrips::expects_data()
{
    QTest::addColumn<QList<int>>("took"); // ms; negative: no answer in that time
    QTest::addColumn<int>("expected");
    QTest::newRow("nothing is known") << QList<int>{} << 0;
    QTest::newRow("one") << QList<int>{300} << 300;
    QTest::newRow("the slowest") << QList<int>{300, 900, 200} << 900;
    QTest::newRow("of the last three") << QList<int>{900, 300, 100, 200} << 300;
    QTest::newRow("no answer") << QList<int>{300, -30'000} << 30'000;
    QTest::newRow("an answer after none") << QList<int>{300, -30'000, 200} << 300;
}

void TestRoundTrips::expects()
{
    QFETCH(QList<int>, took);
    QFETCH(int, expected);
    RoundTrips trips;
    for (const int ms : took)
        ms < 0 ? trips.unanswered(Milliseconds(-ms)) : trips.answered(Milliseconds(ms));
    QCOMPARE(trips.expected().count(), expected);
}

void TestRoundTrips::renew(Milliseconds took, const HttpReply &reply)
{
    m_api.refreshToken(Secret(QByteArrayView("r")), &m_context, [](const auto &) {});
    m_clock.advance(took);
    m_http.answerNext(reply);
}

void TestRoundTrips::theClientMeasuresEachCall()
{
    m_api.setServer(*ServerAddress::parse(QStringLiteral("https://a.example/v1")));
    QCOMPARE(m_api.expectedRenewal(), 0ms);
    m_api.login({QStringLiteral("john@mail.com"), Secret(QByteArrayView("x"))}, &m_context,
                [](const auto &) {});
    m_clock.advance(400ms);
    m_http.answerNext(jsonReply(401, "{}"));
    QCOMPARE(m_api.expectedQuestion(), 400ms);
    QCOMPARE(m_api.expectedRenewal(), 400ms); // for want of one
    renew(2s, jsonReply(201, "{}"));
    QCOMPARE(m_api.expectedRenewal(), 2s);
    QCOMPARE(m_api.expectedQuestion(), 400ms);
    m_api.profile(Secret(QByteArrayView("a")), &m_context, [](const auto &) {});
    m_clock.sleep(8h); // is no slow answer
    m_clock.advance(500ms);
    m_http.answerNext(jsonReply(200, profileBody()));
    QCOMPARE(m_api.expectedQuestion(), 500ms);
}

void TestRoundTrips::aRefusedConnectionSaysNothing()
{
    m_api.setServer(*ServerAddress::parse(QStringLiteral("https://b.example/v1")));
    for (const auto failure : {TransportFailure::Offline, TransportFailure::ConnectionRefused,
                               TransportFailure::Interrupted})
        renew(3s, failedReply(failure));
    QCOMPARE(m_api.expectedRenewal(), 0ms);
}

void TestRoundTrips::aTimeOutCountsUntilTheNextAnswer()
{
    m_api.setServer(*ServerAddress::parse(QStringLiteral("https://c.example/v1")));
    renew(30s, failedReply(TransportFailure::TimedOut));
    QCOMPARE(m_api.expectedRenewal(), 30s);
    renew(100ms, jsonReply(503, "{}"));
    QCOMPARE(m_api.expectedRenewal(), 100ms);
}

void TestRoundTrips::anotherServerIsAnotherPace()
{
    m_api.setServer(*ServerAddress::parse(QStringLiteral("https://d.example/v1")));
    renew(5s, jsonReply(201, "{}"));
    m_api.setServer(*ServerAddress::parse(QStringLiteral("https://e.example/v1")));
    QCOMPARE(m_api.expectedRenewal(), 0ms);
}

LATCHKEY_TEST(TestRoundTrips, QCoreApplication)
#include "tst_roundtrips.moc"
