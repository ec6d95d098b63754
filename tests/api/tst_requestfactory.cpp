#include "app/api/requestfactory.h"
#include "tests/support/testprogram.h"

#include <QSslConfiguration>
#include <QTest>

using namespace latchkey;

// Settings whose lack a server on this machine cannot show: its own OpenSSL refuses old TLS, and
// Qt Network has no HTTP/2 server. What can be seen on the wire is in tst_qnamedge*.
class TestRequestFactory : public QObject
{
    Q_OBJECT
private slots:
    void settings_data();
    void settings();
    void tlsIsTwelveOrNewerAndVerified();
};

void TestRequestFactory::settings_data()
{
    QTest::addColumn<QNetworkRequest::Attribute>("attribute");
    QTest::addColumn<QVariant>("value");
    const auto manual = QVariant(static_cast<int>(QNetworkRequest::Manual));
    QTest::newRow("N2") << QNetworkRequest::RedirectPolicyAttribute
                        << QVariant(static_cast<int>(QNetworkRequest::ManualRedirectPolicy));
    QTest::newRow("N3") << QNetworkRequest::DoNotBufferUploadDataAttribute << QVariant(true);
    QTest::newRow("N4") << QNetworkRequest::AuthenticationReuseAttribute << manual;
    QTest::newRow("N5 load") << QNetworkRequest::CookieLoadControlAttribute << manual;
    QTest::newRow("N5 save") << QNetworkRequest::CookieSaveControlAttribute << manual;
    QTest::newRow("N5 cache") << QNetworkRequest::CacheSaveControlAttribute << QVariant(false);
    QTest::newRow("N8") << QNetworkRequest::Http2AllowedAttribute << QVariant(false);
}

void TestRequestFactory::settings()
{
    QFETCH(QNetworkRequest::Attribute, attribute);
    QFETCH(QVariant, value);
    HttpRequest request;
    request.verb = HttpRequest::Verb::Post;
    request.url = QUrl(QStringLiteral("http://127.0.0.1/"));
    const QVariant set = makeNetworkRequest(request).attribute(attribute);
    QVERIFY(set.isValid());
    QCOMPARE(set.toInt(), value.toInt());
}

void TestRequestFactory::tlsIsTwelveOrNewerAndVerified()
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://api.example/"));
    const auto tls = makeNetworkRequest(request).sslConfiguration();
    QCOMPARE(tls.protocol(), QSsl::TlsV1_2OrLater);
    QCOMPARE(tls.peerVerifyMode(), QSslSocket::VerifyPeer);
}

LATCHKEY_TEST(TestRequestFactory, QCoreApplication)
#include "tst_requestfactory.moc"
