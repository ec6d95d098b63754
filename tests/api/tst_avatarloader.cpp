#include "app/api/avatarloader.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

class TestAvatarLoader : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void asksWithoutSecrets();
    void refusedAddressAnswersLater();
    void answers_data();
    void answers();
    void followsThreeRedirects();
    void checksEachRedirect_data();
    void checksEachRedirect();
    void contextGoneMeansSilence();

private:
    void load(const QString &url, bool loopbackAllowed = false);

    FakeClock m_clock;
    std::unique_ptr<FakeHttp> m_http;
    std::unique_ptr<QObject> m_context;
    QList<QByteArray> m_pictures;
};

namespace
{

HttpReply picture(int status = 200, const QByteArray &type = "image/jpeg")
{
    HttpReply reply;
    reply.status = status;
    reply.headers.insert("content-type", type);
    reply.body = "JPEG";
    return reply;
}

HttpReply redirect(const QByteArray &location, int status = 302)
{
    HttpReply reply;
    reply.status = status;
    if (!location.isNull())
        reply.headers.insert("location", location);
    reply.headers.insert("content-type", "image/png");
    reply.body = "not this";
    return reply;
}

} // namespace

void TestAvatarLoader::init()
{
    m_http = std::make_unique<FakeHttp>();
    m_context = std::make_unique<QObject>();
    m_pictures.clear();
}

void TestAvatarLoader::load(const QString &url, bool loopbackAllowed)
{
    AvatarLoader loader(*m_http, m_clock); // may go before the answer comes
    loader.load(QUrl(url), loopbackAllowed, m_context.get(),
                [this](const QByteArray &bytes) { m_pictures.append(bytes); });
}

void TestAvatarLoader::asksWithoutSecrets()
{
    load(QStringLiteral("https://i.example/a.jpg"));
    QCOMPARE(m_http->sentCount(), 1);
    const HttpRequest request = m_http->lastSent();
    QCOMPARE(request.verb, HttpRequest::Verb::Get);
    QCOMPARE(request.url, QUrl(QStringLiteral("https://i.example/a.jpg")));
    QVERIFY(request.bearer.isEmpty());
    QVERIFY(request.body.isEmpty());
    QCOMPARE(request.accept, "image/*");
    QCOMPARE(request.byteCap, 2 * 1024 * 1024);
    QVERIFY(request.deadline > 15s && request.deadline <= 30s);
    m_http->answerNext(picture());
    QCOMPARE(m_pictures, QList<QByteArray>{"JPEG"});
}

void TestAvatarLoader::refusedAddressAnswersLater()
{
    load(QStringLiteral("http://i.example/a.jpg"));
    load(QStringLiteral("https://127.0.0.1/a.jpg"));
    load({});
    QCOMPARE(m_pictures.size(), 0);
    settle();
    QCOMPARE(m_pictures, (QList<QByteArray>{{}, {}, {}}));
    QCOMPARE(m_http->sentCount(), 0);
    load(QStringLiteral("http://127.0.0.1:8080/a.jpg"), true);
    QCOMPARE(m_http->sentCount(), 1);
}

void TestAvatarLoader::answers_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("good");
    QTest::newRow("jpeg") << picture() << true;
    QTest::newRow("png, with a parameter") << picture(200, "Image/PNG; x=y") << true;
    QTest::newRow("html") << picture(200, "text/html") << false;
    QTest::newRow("no type") << picture(200, "") << false;
    QTest::newRow("partial") << picture(206) << false;
    QTest::newRow("forbidden") << picture(403) << false;
    QTest::newRow("not found") << picture(404) << false;
    QTest::newRow("server fault") << picture(500) << false;
    QTest::newRow("too large") << failedReply(TransportFailure::TooLarge) << false;
    QTest::newRow("bad TLS") << failedReply(TransportFailure::Tls) << false;
    QTest::newRow("timed out") << failedReply(TransportFailure::TimedOut) << false;
    QTest::newRow("redirect to nowhere") << redirect({}) << false;
    QTest::newRow("304") << redirect("https://i.example/b", 304) << false;
}

void TestAvatarLoader::answers()
{
    QFETCH(HttpReply, reply);
    QFETCH(bool, good);
    load(QStringLiteral("https://i.example/a.jpg"));
    m_http->answerNext(reply);
    settle();
    QCOMPARE(m_pictures, QList<QByteArray>{good ? "JPEG" : ""});
    QCOMPARE(m_http->sentCount(), 1);
}

void TestAvatarLoader::followsThreeRedirects()
{
    load(QStringLiteral("https://i.example/a/0.jpg"));
    const auto firstDeadline = m_http->lastSent().deadline;
    m_http->answerNext(redirect("1.jpg", 301));
    QCOMPARE(m_http->lastSent().url, QUrl(QStringLiteral("https://i.example/a/1.jpg")));
    m_http->answerNext(redirect("//cdn.example/2.jpg", 307));
    QCOMPARE(m_http->lastSent().url, QUrl(QStringLiteral("https://cdn.example/2.jpg")));
    m_http->answerNext(redirect("https://far.example/3.jpg", 308));
    QCOMPARE(m_http->lastSent().url, QUrl(QStringLiteral("https://far.example/3.jpg")));
    QVERIFY(m_http->lastSent().deadline <= firstDeadline);
    QCOMPARE(m_pictures.size(), 0);
    m_http->answerNext(redirect("https://far.example/4.jpg", 303));
    settle();
    QCOMPARE(m_pictures, QList<QByteArray>{""});
    QCOMPARE(m_http->sentCount(), 4);
}

void TestAvatarLoader::checksEachRedirect_data()
{
    QTest::addColumn<QByteArray>("location");
    for (const auto *location :
         {"http://i.example/b.jpg", "https://127.0.0.1/b.jpg", "https://localhost/",
          "https://169.254.169.254/", "https://user:word@i.example/", "//10.0.0.1/",
          "file:///etc/passwd", "data:image/png,x", "https://", "https://a b/"})
        QTest::newRow(location) << QByteArray(location);
}

void TestAvatarLoader::checksEachRedirect()
{
    QFETCH(QByteArray, location);
    load(QStringLiteral("https://i.example/a.jpg"));
    m_http->answerNext(redirect(location));
    settle();
    QCOMPARE(m_pictures, QList<QByteArray>{""});
    QCOMPARE(m_http->sentCount(), 1);
}

void TestAvatarLoader::contextGoneMeansSilence()
{
    load(QStringLiteral("https://i.example/a.jpg"));
    load(QStringLiteral("http://refused.example/"));
    m_context.reset();
    settle();
    QCOMPARE(m_http->pendingCount(), 0);
    QCOMPARE(m_pictures.size(), 0);
}

LATCHKEY_TEST(TestAvatarLoader, QCoreApplication)
#include "tst_avatarloader.moc"
