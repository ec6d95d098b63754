#include "app/notifier.h"
#include "tests/e2e/mocknotifications.h"
#include "tests/e2e/mockportal.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

Notifier::News news()
{
    return {QStringLiteral("Your session ended at 14:02."),
            QStringLiteral("Sign in as <b>ana</b>@example.com & go on."),
            QStringLiteral("Sign in")};
}

} // namespace

// Each test puts its own services on a private bus.
class tst_Notifier : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void showsAndIsClicked_data();
    void showsAndIsClicked();
    void othersClicksAreNotOurs();
    void markup_data();
    void markup();
    void theNextTakesItsPlace();
    void theNextComesBeforeTheFirstsNumber();
    void withdraws();
    void withdrawnBeforeItsNumberIsKnown();
    void goneByItself();
    void withoutAService();
    void serviceStartsAnew();
    void handsOnTheActivationToken();
    void sandboxed();

private:
    const PrivateBus m_bus;
    void settle(const QDBusConnection &service) const
    {
        roundTrip(service);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] Notifier::Setup setup(bool sandboxed = false) const
    {
        return {m_bus.address(), sandboxed};
    }
};

void tst_Notifier::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_Notifier::showsAndIsClicked_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("activations");
    QTest::newRow("the whole") << QStringLiteral("default") << 1;
    QTest::newRow("its button") << QStringLiteral("sign-in") << 1;
    QTest::newRow("unknown") << QStringLiteral("delete-everything") << 0;
}

void tst_Notifier::showsAndIsClicked()
{
    QFETCH(QString, action);
    MockNotifications service(m_bus.address());
    Notifier notifier(setup());
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);
    const auto &shown = service.shown.constFirst();
    QCOMPARE(shown.title, news().title);
    QCOMPARE(shown.body, news().body); // plain, for this service takes it as it is
    QCOMPARE(shown.icon, QStringLiteral("org.latchkey.latchkey"));
    QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")),
             QStringLiteral("org.latchkey.latchkey"));
    QCOMPARE(shown.hints.value(QStringLiteral("urgency")).toInt(), 1);
    const auto words = QStringLiteral("Sign in");
    QCOMPARE(shown.actions,
             QStringList({QStringLiteral("default"), words, QStringLiteral("sign-in"), words}));
    QFETCH(int, activations);
    service.act(shown.id, action);
    service.act(shown.id, QStringLiteral("default")); // in order: when it is here, so is the first
    QTRY_COMPARE(activated.size(), activations + 1);
}

void tst_Notifier::othersClicksAreNotOurs()
{
    MockNotifications service(m_bus.address());
    Notifier notifier(setup());
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);
    const uint ours = service.shown.constFirst().id;
    service.act(0, QStringLiteral("default"));
    service.act(ours + 1, QStringLiteral("default"));
    service.act(ours, QStringLiteral("default"));
    QTRY_COMPARE(activated.size(), 1);
}

void tst_Notifier::markup_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::newRow("plain") << QStringList{QStringLiteral("body"), QStringLiteral("actions")}
                           << news().body;
    QTest::newRow("markup") << QStringList{QStringLiteral("body-markup"), QStringLiteral("body")}
                            << QStringLiteral(
                                   "Sign in as &lt;b&gt;ana&lt;/b&gt;@example.com &amp; go on.");
}

void tst_Notifier::markup()
{
    QFETCH(QStringList, capabilities);
    MockNotifications service(m_bus.address(), capabilities);
    Notifier notifier(setup());
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);
    QTEST(service.shown.constFirst().body, "body");
}

void tst_Notifier::theNextTakesItsPlace()
{
    MockNotifications service(m_bus.address());
    Notifier notifier(setup());
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);
    const uint first = service.shown.constFirst().id;
    service.act(first, QStringLiteral("default"));
    QTRY_COMPARE(activated.size(), 1); // so its number is known
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(service.shown.constLast().replaces, first);
}

void tst_Notifier::theNextComesBeforeTheFirstsNumber()
{
    MockNotifications service(m_bus.address());
    service.holdNotify = true;
    Notifier notifier(setup());
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);
    const uint first = service.shown.constFirst().id;
    notifier.show(news());
    service.answerLate(); // on its way before the answer to the second's question
    service.holdNotify = false;
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(service.shown.constLast().replaces, first);
}

void tst_Notifier::withdraws()
{
    MockNotifications service(m_bus.address());
    {
        Notifier notifier(setup());
        QSignalSpy activated(&notifier, &Notifier::activated);
        notifier.withdraw(); // nothing is there yet
        notifier.show(news());
        QTRY_COMPARE(service.shown.size(), 1);
        const uint id = service.shown.constFirst().id;
        service.act(id, QStringLiteral("default"));
        QTRY_COMPARE(activated.size(), 1);
        notifier.withdraw();
        notifier.withdraw();
        QTRY_COMPARE(service.closed, QList<uint>{id});
        service.act(id, QStringLiteral("default"));
        notifier.show(news());
        QTRY_COMPARE(service.shown.size(), 2);
        QCOMPARE(service.shown.constLast().replaces, 0U);
        QCOMPARE(activated.size(), 1);
        service.act(service.shown.constLast().id, QStringLiteral("default"));
        QTRY_COMPARE(activated.size(), 2);
    }
    QTRY_COMPARE(service.closed.size(), 2); // the program has ended: nobody would answer a click
}

void tst_Notifier::withdrawnBeforeItsNumberIsKnown()
{
    MockNotifications service(m_bus.address());
    service.holdNotify = true;
    Notifier notifier(setup());
    notifier.show(news());
    notifier.withdraw();
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1); // the first was withdrawn before it was sent
    notifier.withdraw();
    service.answerLate();
    QTRY_COMPARE(service.closed, QList<uint>{service.shown.constFirst().id});
}

void tst_Notifier::goneByItself()
{
    MockNotifications service(m_bus.address());
    Notifier notifier(setup());
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);
    const uint id = service.shown.constFirst().id;
    service.act(id, QStringLiteral("default"));
    QTRY_COMPARE(activated.size(), 1);
    service.expire(id + 1); // not ours
    service.act(id, QStringLiteral("default"));
    QTRY_COMPARE(activated.size(), 2);
    service.expire(id);
    service.act(id, QStringLiteral("default")); // by now another program's
    service.act(0, QStringLiteral("default")); // nobody's
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(service.shown.constLast().replaces, 0U);
}

void tst_Notifier::withoutAService()
{
    Notifier notifier(setup());
    notifier.show(news());
    notifier.withdraw();
    notifier.show(news());
    MockNotifications service(m_bus.address()); // too late: old news are not told
    settle(service.connection());
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);

    Notifier nowhere(Notifier::Setup{QStringLiteral("unix:path=/nonexistent/bus"), false});
    nowhere.show(news());
    nowhere.withdraw();
}

void tst_Notifier::serviceStartsAnew()
{
    Notifier notifier(setup());
    QSignalSpy activated(&notifier, &Notifier::activated);
    {
        MockNotifications service(m_bus.address());
        notifier.show(news());
        QTRY_COMPARE(service.shown.size(), 1);
        service.act(service.shown.constFirst().id, QStringLiteral("default"));
        QTRY_COMPARE(activated.size(), 1);
    }
    MockNotifications service(m_bus.address());
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);
    QCOMPARE(service.shown.constFirst().replaces, 0U);
}

void tst_Notifier::handsOnTheActivationToken()
{
    MockNotifications service(m_bus.address());
    Notifier notifier(setup());
    QByteArray token;
    connect(&notifier, &Notifier::activated, this,
            [&token] { token = qgetenv("XDG_ACTIVATION_TOKEN"); });
    notifier.show(news());
    QTRY_COMPARE(service.shown.size(), 1);
    const uint id = service.shown.constFirst().id;
    service.giveToken(id, QStringLiteral("front-please"));
    service.giveToken(id + 1, QStringLiteral("not-ours"));
    service.act(id, QStringLiteral("default"));
    QTRY_COMPARE(token, QByteArray("front-please"));
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

void tst_Notifier::sandboxed()
{
    MockPortal portal(m_bus.address());
    MockNotifications service(m_bus.address());
    Notifier notifier(setup(true));
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show(news());
    QTRY_COMPARE(portal.notifications.size(), 1);
    const QString id = portal.notifications.constBegin().key();
    const QVariantMap shown = portal.notifications.constBegin().value();
    QCOMPARE(shown.value(QStringLiteral("title")), news().title);
    QCOMPARE(shown.value(QStringLiteral("body")), news().body);
    QCOMPARE(portal.lastButton.value(QStringLiteral("label")), QStringLiteral("Sign in"));
    portal.act(QStringLiteral("another"), QStringLiteral("default"));
    portal.act(id, QStringLiteral("default"));
    QTRY_COMPARE(activated.size(), 1);
    notifier.withdraw();
    QTRY_VERIFY(portal.notifications.isEmpty());
    QVERIFY(service.shown.isEmpty()); // the sandbox would not let us
}

LATCHKEY_TEST(tst_Notifier, QCoreApplication)
#include "tst_notifier.moc"
