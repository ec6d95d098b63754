#include "app/api/avatarurl.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;

class TestAvatarUrl : public QObject
{
    Q_OBJECT
private slots:
    void judges_data();
    void judges();
};

void TestAvatarUrl::judges_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("fromRemoteApi");
    QTest::addColumn<bool>("fromLocalApi");
    const auto row = [](const char *url, bool remote, bool local) {
        QTest::newRow(url) << QString::fromLatin1(url) << remote << local;
    };
    row("https://i.example/a.jpg", true, true);
    row("https://i.example:8443/a.jpg?x=1", true, true);
    row("https://93.184.216.34/a.jpg", true, true);
    row("https://[2606:2800:220:1::1]/a.jpg", true, true);
    row("https://172.32.0.1/", true, true);
    row("https://xn--80ak6aa92e.example/", true, true);
    row("http://i.example/a.jpg", false, false);
    row("http://127.0.0.1:8080/a.jpg", false, true);
    row("http://localhost/a.jpg", false, true);
    row("http://[::1]/a.jpg", false, true);
    row("http://192.168.0.1/", false, false);
    row("https://127.0.0.1/", false, true);
    row("https://127.1/", false, true);
    row("https://2130706433/", false, true);
    row("https://0x7f.1/", false, true);
    row("https://localhost/", false, true);
    row("https://LOCALHOST./", false, true);
    row("https://a.localhost/", false, true);
    row("https://0.0.0.0/", false, true);
    row("https://10.1.2.3/", false, true);
    row("https://172.16.0.1/", false, true);
    row("https://172.31.255.255/", false, true);
    row("https://192.168.1.1/", false, true);
    row("https://169.254.169.254/latest/meta-data", false, true);
    row("https://100.64.0.1/", false, true);
    row("https://100.127.255.255/", false, true);
    row("https://100.128.0.1/", true, true);
    row("https://192.0.0.8/", false, true);
    row("https://192.0.1.1/", true, true);
    row("https://198.18.0.1/", false, true);
    row("https://198.19.255.255/", false, true);
    row("https://198.20.0.1/", true, true);
    row("https://240.0.0.1/", false, true);
    row("https://224.0.0.1/", false, true);
    row("https://255.255.255.255/", false, true);
    row("https://[::1]/", false, true);
    row("https://[::]/", false, true);
    row("https://[fe80::1]/", false, true);
    row("https://[fd00::1]/", false, true);
    row("https://[ff02::1]/", false, true);
    row("https://[::ffff:10.0.0.1]/", false, true);
    row("https://[::ffff:127.0.0.1]/", false, true);
    row("https://[64:ff9b::a00:1]/", false, true);
    row("https://[64:ff9b:1::1]/", false, true);
    row("https://[64:ff9b:2::1]/", true, true);
    row("https://[2002:a00:1::1]/", false, true);
    row("https://[2003::1]/", true, true);
    row("https://[fec0::1]/", false, true);
    row("https://[::10.0.0.1]/", false, true);
    row("https://user@i.example/", false, false);
    row("https://user:word@i.example/", false, false);
    row("https://", false, false);
    row("https:///a.jpg", false, false);
    row("file:///etc/passwd", false, false);
    row("ftp://i.example/a.jpg", false, false);
    row("data:image/png;base64,AAAA", false, false);
    row("javascript:alert(1)", false, false);
    row("qrc:/a.png", false, false);
    row("/a.jpg", false, false);
    row("", false, false);
    QTest::newRow("too long") << QStringLiteral("https://i.example/") + QString(2048, u'a') << false
                              << false;
}

void TestAvatarUrl::judges()
{
    QFETCH(QString, url);
    QFETCH(bool, fromRemoteApi);
    QFETCH(bool, fromLocalApi);
    QCOMPARE(isAvatarUrlAllowed(QUrl(url), false), fromRemoteApi);
    QCOMPARE(isAvatarUrlAllowed(QUrl(url), true), fromLocalApi);
}

LATCHKEY_TEST(TestAvatarUrl, QCoreApplication)
#include "tst_avatarurl.moc"
