#include "app/store/secretserviceround.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QDBusVirtualObject>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QLatin1String ownConnection("fakesecretservice");
constexpr int many = 5; // rounds; the fake gives in then, so that a failing test ends

// A Secret Service that answers each of its calls with the same error: one that leaves, dies or
// refuses each time it is asked.
class FailingService final : public QDBusVirtualObject
{
    Q_OBJECT
public:
    QString error;
    int asked = 0; // ReadAlias, once a round

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        asked += message.member() == u"ReadAlias" ? 1 : 0;
        const QString name
            = asked > many ? QStringLiteral("org.freedesktop.DBus.Error.AccessDenied") : error;
        bus.send(message.createErrorReply(name, QStringLiteral("as the test says")));
        return true;
    }
};

} // namespace

// How a walk through the Secret Service's state ends when the service fails it.
class SecretServiceRoundTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void looksAgainOnce_data();
    void looksAgainOnce();

private:
    FailingService m_service;
};

void SecretServiceRoundTest::initTestCase()
{
    auto bus = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                                             ownConnection);
    QVERIFY(bus.registerVirtualObject(QStringLiteral("/org/freedesktop/secrets"), &m_service,
                                      QDBusConnection::SubPath));
    QVERIFY(bus.registerService(SecretServiceRound::service));
}

void SecretServiceRoundTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(ownConnection);
}

void SecretServiceRoundTest::looksAgainOnce_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("rounds");
    QTest::addColumn<KeychainState>("state");
    const auto row = [](const char *name, const char *error, int rounds, KeychainState state) {
        QTest::newRow(name) << QString::fromLatin1(error) << rounds << state;
    };
    row("left", "org.freedesktop.DBus.Error.ServiceUnknown", 2, KeychainState::Absent);
    row("has no owner", "org.freedesktop.DBus.Error.NameHasNoOwner", 2, KeychainState::Absent);
    row("died over it", "org.freedesktop.DBus.Error.NoReply", 2, KeychainState::Unknown);
    row("refuses", "org.freedesktop.DBus.Error.AccessDenied", 1, KeychainState::Unknown);
    row("does not know it", "org.freedesktop.DBus.Error.UnknownMethod", 1, KeychainState::Unknown);
}

void SecretServiceRoundTest::looksAgainOnce()
{
    QFETCH(const QString, error);
    QFETCH(const int, rounds);
    QFETCH(const KeychainState, state);
    m_service.error = error;
    m_service.asked = 0;
    QList<SecretServiceRound::Finding> findings;
    (new SecretServiceRound(
         QDBusConnection::sessionBus(), SecretServiceRound::Activation::Never,
         [&](const SecretServiceRound::Finding &finding) { findings.append(finding); }, this))
        ->start();
    QTRY_COMPARE(findings.size(), 1);
    QCOMPARE(m_service.asked, rounds);
    QVERIFY(findings.first().state == state);
    QVERIFY(!findings.first().detail.isEmpty());
}

static int runSecretserviceround(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::NoService);
    QCoreApplication app(argc, argv);
    SecretServiceRoundTest test;
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runSecretserviceround)
#include "tst_secretserviceround.moc"
