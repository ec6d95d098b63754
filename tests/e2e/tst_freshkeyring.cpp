#include "app/base/systemclock.h"
#include "app/store/keychainstore.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QApplication>

using namespace latchkey;
using namespace latchkey::test;

// A new user's desktop: there is a password store but no keyring in it, so the first save asks for
// a new password. Here nobody ever answers.
class tst_FreshKeyring : public QObject
{
    Q_OBJECT
public:
    explicit tst_FreshKeyring(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void profileDoesNotWaitForThePrompt();

private:
    PrivateKeyring &m_keyring;
};

void tst_FreshKeyring::profileDoesNotWaitForThePrompt()
{
    QVERIFY(m_keyring.start());
    SystemClock clock;
    KeychainStore keychain(clock);
    ProgramFixture f(keychain);
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.signIn());
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.program->session().status().saving, Saving::Pending); // the prompt is still open
    QVERIFY(f.press(QStringLiteral("Refresh"))); // and everything goes on
    QTRY_COMPARE(f.server->counts().profile, 2);
    QVERIFY(f.press(QStringLiteral("Sign out")));
    QCOMPARE(f.state(), SessionState::SignedOut);
}

static int runFreshkeyring(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Fresh);
    QApplication app(argc, argv);
    tst_FreshKeyring test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runFreshkeyring)
#include "tst_freshkeyring.moc"
