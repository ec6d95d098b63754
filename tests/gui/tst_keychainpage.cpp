#include "tests/gui/looks.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/announcer.h"
#include "ui/glyphs.h"
#include "ui/profilepage.h"
#include "ui/signinpage.h"
#include "ui/waitpages.h"

using namespace latchkey;
using namespace latchkey::test;
using std::chrono::seconds;

// What the person is told of the password store as it changes under the page, and what becomes of
// who goes on without it. That each state has its words and buttons is the catalogue's.

namespace
{

const QString unlock = QStringLiteral("Unlock…");

QStringList shownButtons(const Run &run)
{
    QStringList texts;
    for (const auto *button : run.page()->findChildren<QPushButton *>()) {
        if (button->isVisible())
            texts += button->text();
    }
    return texts;
}

QString shownText(const Run &run)
{
    return visibleTexts(run.page()).join(u' ');
}

QAbstractButton *stayBox(const Run &run)
{
    return qobject_cast<QAbstractButton *>(part(run, "staySignedInCheckBox"));
}

} // namespace

class TestKeychainPage : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsCalledLockedWhileItAsks();
    void theFocusLeavesAButtonThatGoes_data();
    void theFocusLeavesAButtonThatGoes();
    void theFocusStaysWhereNothingChanged();
    void aChangeIsAnnouncedOnce();
    void allowingLateNeedsNoClick();
    void goingOnWithoutItIsForThisTime();
    void whoSignsInWithoutStayingIsToldCalmly();
    void memoryOnlyIsTheirOwnChoice();
    void savingGoesOnWhenTheStoreComesBack();
    void removedIsSaidOnlyOfWhatWasStored();
    void theProfileSaysThatItAsks();

private:
    Accessibility m_accessibility;
    Dress m_dress{plainLook()};
};

void TestKeychainPage::nothingIsCalledLockedWhileItAsks()
{
    Staged staged(screenNamed(QStringLiteral("K1")));
    QCOMPARE(shownButtons(staged.run), (QStringList{unlock, QStringLiteral("Sign in without it")}));
    staged.world.store.readMode = FakeStore::Mode::Held;
    QTest::mouseClick(named(staged.run.page(), unlock), Qt::LeftButton);
    staged.world.store.setState(KeychainState::Asking);
    QVERIFY2(!shownText(staged.run).contains(QStringLiteral("locked")),
             qPrintable(shownText(staged.run)));
    QCOMPARE(shownButtons(staged.run), QStringList{QStringLiteral("Sign in without it")});
}

void TestKeychainPage::theFocusLeavesAButtonThatGoes_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<QString>("button");
    QTest::newRow("unlock, and it asks") << QStringLiteral("K1") << unlock;
    QTest::newRow("again, and it asks") << QStringLiteral("K6") << unlock;
    QTest::newRow("no answer, and it asks") << QStringLiteral("K8") << QStringLiteral("Try again");
}

void TestKeychainPage::theFocusLeavesAButtonThatGoes()
{
    QFETCH(QString, screen);
    QFETCH(QString, button);
    Staged staged(screenNamed(screen));
    staged.world.store.readMode = FakeStore::Mode::Held;
    named(staged.run.page(), button)->setFocus(Qt::TabFocusReason);
    staged.run.press(Qt::Key_Space, Qt::NoModifier);
    staged.world.store.setState(KeychainState::Asking);
    // The button that is left does the opposite: a second press must not reach it.
    QVERIFY(qobject_cast<Heading *>(QApplication::focusWidget()));
    staged.run.press(Qt::Key_Space, Qt::NoModifier);
    QVERIFY(staged.run.on<KeychainPage>());
}

void TestKeychainPage::theFocusStaysWhereNothingChanged()
{
    Staged staged(screenNamed(QStringLiteral("K1")));
    QPushButton *without = staged.run.button("Sign in without it");
    without->setFocus(Qt::TabFocusReason);
    staged.world.store.readMode = FakeStore::Mode::Held;
    staged.run.session.openKeychain();
    staged.world.store.setState(KeychainState::Asking);
    QCOMPARE(QApplication::focusWidget(), without);
}

void TestKeychainPage::aChangeIsAnnouncedOnce()
{
    Staged staged(screenNamed(QStringLiteral("K1")));
    auto *announcer = staged.run.page()->findChild<Announcer *>();
    QVERIFY(!announcer->isVisible());
    staged.world.store.readMode = FakeStore::Mode::Fails;
    staged.world.store.failure = StoreFailure::StillLocked;
    staged.run.session.openKeychain();
    pass(staged.run, milliseconds(1));
    QVERIFY(announcer->isVisible());
    QVERIFY(announcer->accessibleName().startsWith(QStringLiteral("Still locked.")));
    pass(staged.run, Announcer::spacing);
    QVERIFY(!announcer->isVisible());
    staged.run.session.openKeychain(); // the same again
    pass(staged.run, milliseconds(1));
    QVERIFY(!announcer->isVisible());
}

void TestKeychainPage::allowingLateNeedsNoClick()
{
    Staged staged(screenNamed(QStringLiteral("K7")));
    pass(staged.run, std::chrono::minutes(10));
    QVERIFY(staged.run.on<KeychainPage>());
    staged.world.store.release();
    pass(staged.run, seconds(1));
    QVERIFY(staged.run.on<ProfilePage>());
}

void TestKeychainPage::goingOnWithoutItIsForThisTime()
{
    Staged staged(screenNamed(QStringLiteral("sign-in-without-it")));
    Run &run = staged.run;
    QVERIFY(stayBox(run)->isEnabled() && !stayBox(run)->isChecked());
    signIn(run);
    QCOMPARE(run.bar(), QStringLiteral("K11"));
    QVERIFY(run.preferences.staySignedIn());
    staged.world.store.readMode = FakeStore::Mode::Works;
    run.session.signOut();
    pass(run, milliseconds(1));
    QVERIFY(stayBox(run)->isChecked());
}

void TestKeychainPage::whoSignsInWithoutStayingIsToldCalmly()
{
    Staged staged(screenNamed(QStringLiteral("sign-in")));
    Run &run = staged.run;
    stayBox(run)->click();
    signIn(run);
    auto *bar = run.page()->findChild<MessageBar *>();
    QCOMPARE(run.bar(), QStringLiteral("K11"));
    QCOMPARE(bar->message().severity, Severity::Info);
    QVERIFY(!run.preferences.staySignedIn());
}

void TestKeychainPage::memoryOnlyIsTheirOwnChoice()
{
    Staged staged(screenNamed(QStringLiteral("K10")));
    QVERIFY(!stayBox(staged.run)->isEnabled());
    signIn(staged.run);
    QCOMPARE(staged.run.bar(), QString());
    QVERIFY(!shownText(staged.run).contains(QStringLiteral("no password store")));
}

void TestKeychainPage::savingGoesOnWhenTheStoreComesBack()
{
    Staged staged(screenNamed(QStringLiteral("K12")));
    QCOMPARE(staged.run.bar(), QStringLiteral("K12"));
    staged.world.store.setState(KeychainState::Ready);
    pass(staged.run, seconds(1));
    QCOMPARE(staged.run.bar(), QString());
    QCOMPARE(staged.run.session.status().saving, Saving::Saved);
}

void TestKeychainPage::removedIsSaidOnlyOfWhatWasStored()
{
    Staged staged(screenNamed(QStringLiteral("X9-nothing")));
    QCOMPARE(staged.run.bar(), QStringLiteral("X9"));
    const QString text = shownText(staged.run);
    QVERIFY2(text.contains(QStringLiteral("signed out")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("removed")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("no remote sign-out")), qPrintable(text));
}

// As about what an earlier sign-out has left of somebody else.
void TestKeychainPage::theProfileSaysThatItAsks()
{
    Staged staged(screenNamed(QStringLiteral("profile")));
    QVERIFY(!shownText(staged.run).contains(QStringLiteral("asking you")));
    staged.world.store.setState(KeychainState::Asking);
    pass(staged.run, seconds(1));
    const QString text = shownText(staged.run);
    QVERIFY2(text.contains(QStringLiteral("Test Keyring, which is asking you")), qPrintable(text));
    staged.world.store.setState(KeychainState::Ready);
    pass(staged.run, seconds(1));
    QVERIFY(!shownText(staged.run).contains(QStringLiteral("asking you")));
}

LATCHKEY_TEST(TestKeychainPage, QApplication)
#include "tst_keychainpage.moc"
