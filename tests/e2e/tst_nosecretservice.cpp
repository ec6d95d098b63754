#include "app/base/systemclock.h"
#include "app/store/keychainstore.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QApplication>

using namespace latchkey;
using namespace latchkey::test;

// A desktop without a password store: the real keychain code finds nobody to talk to (scenario 48).
class tst_NoSecretService : public QObject
{
    Q_OBJECT
public:
    explicit tst_NoSecretService(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void s48WorksInMemoryAndSaysSo();

private:
    PrivateKeyring &m_keyring;
};

void tst_NoSecretService::s48WorksInMemoryAndSaysSo()
{
    QVERIFY(m_keyring.start());
    SystemClock clock;
    KeychainStore keychain(clock);
    ProgramFixture f(keychain);
    f.open();
    QVERIFY(f.program->window().isVisible()); // at once, before the keychain has answered
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.program->session().status().keychain, KeychainTrouble::Absent);
    QTRY_VERIFY(f.shows(QStringLiteral("This computer has no password store.")));
    const auto *stay = f.button(QStringLiteral("Stay signed in on this computer"));
    QVERIFY(stay);
    QVERIFY(!stay->isChecked());
    QVERIFY(f.signIn());
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(f.program->session().status().saving, Saving::NoStore);
    f.close();
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
}

static int runNosecretservice(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::None);
    QApplication app(argc, argv);
    tst_NoSecretService test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runNosecretservice)
#include "tst_nosecretservice.moc"
