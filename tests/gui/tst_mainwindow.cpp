#include "tests/gui/windowfixture.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/passwordedit.h"
#include "ui/profilepage.h"
#include "ui/signinpage.h"
#include "ui/waitpages.h"

#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;
using std::chrono::minutes;
using std::chrono::seconds;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void startsWithoutAFlashOfTheForm()
    {
        World world;
        world.store.readMode = FakeStore::Mode::Held;
        Run run(world);
        QVERIFY(run.on<RestoringPage>());
        run.start();
        world.clock.advance(milliseconds(198));
        QVERIFY(run.on<RestoringPage>());
        QCOMPARE(visibleTexts(run.page()), QStringList());
        world.clock.advance(milliseconds(10));
        QCOMPARE(visibleTexts(run.page()),
                 QStringList(QStringLiteral("Restoring your session...")));
        world.store.release();
        world.clock.advance(milliseconds(1));
        QVERIFY(run.on<SignInPage>());
        QCOMPARE(QApplication::focusWidget(), run.field("Email address"));
    }

    void signsInAndOut()
    {
        World world;
        Run run(world);
        run.start();
        auto *password = run.window.findChild<PasswordEdit *>();
        run.signIn();
        QVERIFY(run.on<ProfilePage>());
        QCOMPARE(password->text(), QString());
        QCOMPARE(nameOf(QApplication::focusWidget()), QStringLiteral("Jhon"));
        QCOMPARE(run.bar(), QString());
        run.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        world.clock.advance(milliseconds(1));
        QVERIFY(run.on<SignInPage>());
        QCOMPARE(run.bar(), QStringLiteral("X9"));
        QCOMPARE(QApplication::focusWidget(), run.field("Password"));
    }

    void signsOutWhileThePasswordStoreAsks()
    {
        World world;
        Run run(world);
        run.start();
        run.signIn();
        world.store.removeMode = FakeStore::Mode::Held;
        run.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        world.clock.advance(milliseconds(1));
        QCOMPARE(run.bar(), QString()); // nothing is known yet
        world.store.setState(KeychainState::Asking);
        const auto texts = [&run] { return visibleTexts(run.page()).join(u'|'); };
        QVERIFY2(texts().contains(QStringLiteral("asks whether to remove")), qPrintable(texts()));
        QVERIFY(!texts().contains(QStringLiteral("was removed")));
        world.store.setState(KeychainState::Ready);
        world.store.release();
        world.clock.advance(milliseconds(1));
        QCOMPARE(run.bar(), QStringLiteral("X9"));
    }

    void nothingOfThePersonIsLeft()
    {
        World world;
        Run run(world);
        run.start();
        run.signIn();
        world.profileStatus = 500;
        QTest::mouseClick(run.button("Sign out"), Qt::LeftButton);
        run.signIn("other@mail.com");
        QVERIFY(run.on<ProfilePage>());
        QVERIFY(!visibleTexts(run.page()).join(u'|').contains(QStringLiteral("Jhon")));
        QCOMPARE(run.bar(), QStringLiteral("E7"));
    }

    void aRefusedSignInStaysHere()
    {
        World world;
        world.loginStatus = 401;
        Run run(world);
        run.start();
        run.signIn();
        QVERIFY(run.on<SignInPage>());
        QCOMPARE(run.bar(), QStringLiteral("E1"));
        QCOMPARE(run.field("Password")->text(), QStringLiteral("changeme"));
        QVERIFY(!run.field("Password")->isReadOnly());
        run.signIn();
        run.signIn();
        QCOMPARE(run.bar(), QStringLiteral("E2"));
        QCOMPARE(world.http.sentCount(QStringLiteral("login")), 3);
    }

    void cancels()
    {
        World world;
        world.loginStatus = 0;
        Run run(world);
        run.start();
        run.signIn();
        QVERIFY(run.field("Password")->isReadOnly());
        run.press(Qt::Key_Escape, Qt::NoModifier);
        world.clock.advance(milliseconds(1));
        QCOMPARE(run.bar(), QStringLiteral("S2"));
        QVERIFY(!run.field("Password")->isReadOnly());
        QCOMPARE(world.http.pendingCount(), 0);
    }

    void restoresWithoutTheForm()
    {
        World world;
        {
            Run run(world);
            run.start();
            run.signIn();
            world.clock.advance(seconds(1));
        }
        Run run(world);
        QSignalSpy avatar(&run.window, &MainWindow::avatarWanted);
        run.start();
        QVERIFY(run.on<ProfilePage>());
        QCOMPARE(world.http.sentCount(QStringLiteral("login")), 1);
        QCOMPARE(avatar.count(), 1);
    }

    void waitsForTheKeychain()
    {
        World world;
        world.store.setState(KeychainState::Locked);
        Run run(world);
        run.start();
        QVERIFY(run.on<KeychainPage>());
        QVERIFY(visibleTexts(run.page()).contains(QStringLiteral("Test Keyring is locked.")));
        QTest::mouseClick(run.button("Sign in without it"), Qt::LeftButton);
        QVERIFY(run.on<SignInPage>());
    }

    void withoutAStoreItSaysSo()
    {
        World world;
        world.store.setState(KeychainState::Absent);
        Run run(world);
        run.start();
        QVERIFY(run.on<SignInPage>());
        QVERIFY(visibleTexts(run.page()).contains(messageTemplate(MessageId::K2)));
        run.signIn();
        QVERIFY(run.on<ProfilePage>());
    }

    void keepsTheProfileWhenOffline()
    {
        World world;
        Run run(world);
        run.start();
        run.signIn();
        world.offline = true;
        run.press(Qt::Key_F5, Qt::NoModifier);
        world.clock.advance(milliseconds(1));
        QVERIFY(run.on<ProfilePage>());
        QCOMPARE(run.bar(), QStringLiteral("P1"));
        QVERIFY(visibleTexts(run.page()).contains(QStringLiteral("Jhon")));
        world.offline = false;
        QTest::mouseClick(run.button("Try again"), Qt::LeftButton);
        world.clock.advance(milliseconds(1));
        QCOMPARE(run.bar(), QString());
    }

    void notRenewableOffersOneClick()
    {
        World world;
        {
            Run run(world);
            run.start();
            run.signIn();
            world.clock.advance(seconds(1));
        }
        world.clock.advance(hours(11)); // the program was off: the refresh token died
        Run run(world);
        run.start();
        QVERIFY(run.on<ProfilePage>());
        QCOMPARE(run.bar(), QStringLiteral("X6"));
        QTest::mouseClick(run.button("Sign in again"), Qt::LeftButton);
        QVERIFY(run.on<SignInPage>());
        QCOMPARE(run.field("Email address")->text(), QStringLiteral("john@mail.com"));
        QTest::mouseClick(run.button("Cancel"), Qt::LeftButton);
        QVERIFY(run.on<ProfilePage>());
        QVERIFY(visibleTexts(run.page()).contains(QStringLiteral("Jhon")));

        QTest::mouseClick(run.button("Sign in again"), Qt::LeftButton);
        world.loginStatus = 401;
        run.signIn();
        QVERIFY(run.on<SignInPage>());
        QCOMPARE(run.bar(), QStringLiteral("E1"));
        QVERIFY(run.button("Cancel"));
        world.loginStatus = 201;
        run.signIn();
        QVERIFY(run.on<ProfilePage>());
        QCOMPARE(run.bar(), QString());
    }

    void s59SigningInAgainAsAnotherPersonShowsNothingOfTheFirst()
    {
        World world;
        {
            Run run(world);
            run.start();
            run.signIn();
            world.clock.advance(seconds(1));
        }
        world.clock.advance(hours(11));
        Run run(world);
        run.start();
        QTest::mouseClick(run.button("Sign in again"), Qt::LeftButton);
        world.profileStatus = 500;
        run.signIn("other@mail.com");
        QVERIFY(run.on<ProfilePage>());
        QVERIFY(!visibleTexts(run.page()).join(u'|').contains(QStringLiteral("Jhon")));
    }

    void s59SigningInAgainWhereNothingIsRenewable_data()
    {
        QTest::addColumn<QString>("who");
        QTest::newRow("59: the same person") << QStringLiteral("john@mail.com");
        QTest::newRow("59: another person") << QStringLiteral("other@mail.com");
    }

    // A server without refresh tokens: the new session is as little renewable as the last one.
    void s59SigningInAgainWhereNothingIsRenewable()
    {
        QFETCH(QString, who);
        World world;
        world.http.setResponder([&world](const HttpRequest &request) -> std::optional<HttpReply> {
            if (request.url.path().endsWith(QStringLiteral("profile")))
                return world.answer(request);
            const QByteArray token
                = jwt(world.clock.wall(), milliseconds(minutes(4)), ++world.serial);
            return jsonReply(201, R"({"access_token":")" + token + R"("})");
        });
        Run run(world);
        run.start();
        run.signIn();
        world.clock.advance(seconds(1));
        QTest::mouseClick(run.button("Sign in again"), Qt::LeftButton);
        QVERIFY(run.on<SignInPage>());
        world.profileStatus = 500;
        run.signIn(who.toUtf8().constData());
        QVERIFY(run.on<ProfilePage>());
        QVERIFY(!visibleTexts(run.page()).join(u'|').contains(QStringLiteral("Jhon")));
    }

    void s64RestoringTellsWhatIsInTheWay_data()
    {
        QTest::addColumn<bool>("automatic");
        QTest::newRow("64: renewed by itself") << true;
        QTest::newRow("64: renewed for whoever asks") << false;
    }

    // A stored session, and a firewall in the way to it.
    void s64RestoringTellsWhatIsInTheWay()
    {
        QFETCH(bool, automatic);
        World world;
        world.accessLife = hours(1);
        world.refreshLife = hours(480);
        {
            Run run(world);
            run.start();
            run.signIn();
            world.clock.advance(seconds(1));
        }
        world.clock.advance(hours(2));
        bool isBlocked = true;
        world.http.setResponder([&](const HttpRequest &request) {
            return isBlocked ? std::optional(foreignPage(403)) : world.answer(request);
        });
        Run run(world);
        run.session.setRenewalSettings({.lead = {}, .automatic = automatic});
        run.start();
        world.clock.advance(seconds(2));
        QVERIFY(run.on<RestoringPage>());
        QCOMPARE(run.bar(), QString()); // a quick start flashes nothing
        world.clock.advance(seconds(2));
        QCOMPARE(run.bar(), QStringLiteral("E22"));
        QVERIFY(run.button("Change server"));
        isBlocked = false;
        QTest::mouseClick(run.button("Try again"), Qt::LeftButton);
        world.clock.advance(minutes(1));
        QVERIFY(run.on<ProfilePage>());
        QCOMPARE(run.bar(), QString());
    }

    void s4DismissedStaysDismissedUntilItMatters()
    {
        World world;
        world.accessLife = hours(11) + minutes(10);
        {
            Run run(world);
            run.start();
            run.signIn();
            world.clock.advance(seconds(1));
        }
        world.clock.advance(hours(11));
        Run run(world);
        run.start();
        QCOMPARE(run.bar(), QStringLiteral("X6"));
        QTest::mouseClick(run.button("Dismiss"), Qt::LeftButton);
        QCOMPARE(run.bar(), QString());
        world.clock.advance(minutes(2));
        QCOMPARE(run.bar(), QString());
        world.clock.advance(minutes(3) + seconds(10));
        QCOMPARE(run.bar(), QStringLiteral("X6"));
        QTest::mouseClick(run.button("Remind me at 1 minute"), Qt::LeftButton);
        QCOMPARE(run.bar(), QString());
        world.clock.advance(minutes(4));
        QCOMPARE(run.bar(), QStringLiteral("X6"));
        world.clock.advance(minutes(2));
        QVERIFY(run.on<SignInPage>());
        QCOMPARE(run.bar(), QStringLiteral("X1"));
    }

    void explainsWhyItEnded()
    {
        World world;
        Run run(world);
        run.start();
        run.signIn();
        world.profileStatus = 400; // api.md: a good token, but no such user any more
        run.press(Qt::Key_F5, Qt::NoModifier);
        world.clock.advance(minutes(1)); // the renewal is refused too
        QVERIFY(run.on<SignInPage>());
        QCOMPARE(run.bar(), QStringLiteral("X4"));
        QCOMPARE(run.field("Email address")->text(), QStringLiteral("john@mail.com"));
        QVERIFY(run.field("Password")->text().isEmpty());
    }

    void anotherServerForgetsThePassword()
    {
        World world;
        Run run(world);
        run.start();
        run.field("Password")->setText(QStringLiteral("changeme"));
        run.start("https://other.example.com");
        QVERIFY(run.on<SignInPage>());
        QVERIFY(run.field("Password")->text().isEmpty());
        QVERIFY(visibleTexts(run.page()).contains(QStringLiteral("other.example.com")));
    }

    void tellsAboutTheDemoServer()
    {
        World world;
        Run run(world);
        QSignalSpy demo(&run.window, &MainWindow::demoRequested);
        run.start();
        QTest::mouseClick(run.button("Try the built-in demo server"), Qt::LeftButton);
        QCOMPARE(demo.count(), 1);
        run.window.setDemoStarting(true);
        run.start("http://127.0.0.1:8080");
        run.window.showDemoAccount(QStringLiteral("john@mail.com"), QStringLiteral("changeme"));
        QCOMPARE(run.page()->findChild<MessageBar *>()->accessibleName(),
                 QStringLiteral("The demo server is running. Sign in with john@mail.com and "
                                "password changeme."));
        QCOMPARE(run.field("Email address")->text(), QStringLiteral("john@mail.com"));
        QCOMPARE(QApplication::focusWidget(), run.field("Password"));
        QVERIFY(run.button("Try the built-in demo server")->isEnabled());
    }

    void closesWithItsGeometry()
    {
        World world;
        Run run(world);
        run.start();
        QSignalSpy closing(&run.window, &MainWindow::closing);
        run.window.resize(700, 500);
        run.press(Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(closing.count(), 1);
        QCOMPARE(closing.first().first().toRect().size(), QSize(700, 500));
        QVERIFY(!run.window.isVisible());
    }

private:
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestMainWindow, QApplication)
#include "tst_mainwindow.moc"
