#include "tests/gui/settingsfixture.h"
#include "tests/support/testprogram.h"

#include <QApplication>

using namespace latchkey;
using namespace latchkey::test;

// The proxy row of the settings.
class TestProxyField : public QObject
{
    Q_OBJECT

private slots:
    void takesAProxy_data();
    void takesAProxy();
    void refusesAProxy_data();
    void refusesAProxy();
    void waitsForAWholeProxy();
    void goesBackToTheSystemsProxy();
};

void TestProxyField::takesAProxy_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("wantedHost");
    QTest::addColumn<int>("wantedPort");
    const auto row
        = [](const char *name, const QString &host, const QString &port, const QString &wantedHost,
             int wantedPort) { QTest::newRow(name) << host << port << wantedHost << wantedPort; };
    row("name", u"proxy.example.com"_s, u"3128"_s, u"proxy.example.com"_s, 3128);
    row("blanks and capitals", u" Proxy.Example.COM "_s, u" 80 "_s, u"proxy.example.com"_s, 80);
    row("address", u"10.1.2.3"_s, u"8080"_s, u"10.1.2.3"_s, 8080);
    row("IPv6", u"::1"_s, u"8080"_s, u"::1"_s, 8080);
    row("beyond ASCII", u"pr\u00f6xy.example"_s, u"1"_s, u"xn--prxy-6qa.example"_s, 1);
    row("name and port in one", u"proxy.example.com:3128"_s, u""_s, u"proxy.example.com"_s, 3128);
    row("as a web address", u"http://proxy.example.com:3128/"_s, u""_s, u"proxy.example.com"_s,
        3128);
}

void TestProxyField::takesAProxy()
{
    QFETCH(const QString, host);
    QFETCH(const QString, port);
    QFETCH(const QString, wantedHost);
    QFETCH(const int, wantedPort);
    Page page;
    QWidget *choice = page.widget(u"This computer's settings"_s);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(page.changed.count(), 0); // not whole yet
    page.edit(u"Port"_s)->setText(port);
    page.edit(u"Proxy host"_s)->setText(host); // pasted
    page.edit(u"Proxy host"_s)->setFocus();
    QTest::keyClick(page.edit(u"Proxy host"_s), Qt::Key_Return);
    QCOMPARE(page.changed.count(), 1);
    QVERIFY(page.last().proxy == (ProxyChoice{true, wantedHost, wantedPort}));
    QVERIFY(page.dialog.isVisible());
    QTest::keyClick(page.edit(u"Port"_s), Qt::Key_Return); // nothing new
    QCOMPARE(page.changed.count(), 1);
}

void TestProxyField::refusesAProxy_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &host, const QString &port,
                        const QString &says) { QTest::newRow(name) << host << port << says; };
    const QString badHost = u"Enter a host name"_s;
    const QString badPort = u"Enter a port between 1 and 65535."_s;
    row("password", u"user:word@proxy.example.com"_s, u"1"_s, u"Leave out the user name"_s);
    row("web address with a password", u"http://user:word@proxy.example.com:1"_s, u"1"_s,
        u"Leave out the user name"_s);
    row("blank", u"my proxy"_s, u"1"_s, badHost);
    row("path", u"proxy.example.com/x"_s, u"1"_s, badHost);
    row("other scheme", u"socks5://proxy.example.com"_s, u"1"_s, badHost);
    row("too long", QString(254, u'a'), u"1"_s, badHost);
    row("port 0", u"proxy.example.com"_s, u"0"_s, badPort);
    row("port too large", u"proxy.example.com"_s, u"65536"_s, badPort);
    row("port negative", u"proxy.example.com"_s, u"-1"_s, badPort);
    row("port a word", u"proxy.example.com"_s, u"http"_s, badPort);
}

void TestProxyField::refusesAProxy()
{
    QFETCH(const QString, host);
    QFETCH(const QString, port);
    QFETCH(const QString, says);
    const Page page({.proxy = {true, u"earlier.example.com"_s, 3128}});
    page.edit(u"Port"_s)->setText(port);
    page.type(u"Proxy host"_s, host);
    QTest::keyClick(page.edit(u"Proxy host"_s), Qt::Key_Return);
    QCOMPARE(page.changed.count(), 0);
    QVERIFY2(page.texts().contains(says), qPrintable(page.texts()));
    const QString field = says.contains(u"port") ? u"Port"_s : u"Proxy host"_s;
    QVERIFY(descriptionOf(page.widget(field)).contains(says));
}

void TestProxyField::waitsForAWholeProxy()
{
    const Page page;
    QTest::mouseClick(page.widget(u"My own proxy"_s), Qt::LeftButton);
    QVERIFY(page.texts().contains(u"Used as soon as both"_s));
    page.type(u"Proxy host"_s, u"proxy.example.com"_s);
    QTest::keyClick(page.edit(u"Proxy host"_s), Qt::Key_Tab);
    QCOMPARE(page.changed.count(), 0);
    QTest::keyClicks(QApplication::focusWidget(), u"3128"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(page.changed.count(), 1);
    QVERIFY(page.last().proxy == (ProxyChoice{true, u"proxy.example.com"_s, 3128}));
    QVERIFY(!page.texts().contains(u"Used as soon as both"_s));
}

void TestProxyField::goesBackToTheSystemsProxy()
{
    const Page page({.proxy = {true, u"proxy.example.com"_s, 3128}});
    page.widget(u"My own proxy"_s)->setFocus();
    QTest::keyClick(page.widget(u"My own proxy"_s), Qt::Key_Up);
    QCOMPARE(page.changed.count(), 1);
    QVERIFY(page.last().proxy == ProxyChoice{});
    QVERIFY(!page.edit(u"Proxy host"_s));
    QTest::keyClick(page.widget(u"This computer's settings"_s), Qt::Key_Down); // it was kept
    QCOMPARE(page.changed.count(), 2);
    QVERIFY(page.last().proxy == (ProxyChoice{true, u"proxy.example.com"_s, 3128}));
}

LATCHKEY_TEST(TestProxyField, QApplication)
#include "tst_proxyfield.moc"
