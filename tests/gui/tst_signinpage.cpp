#include "tests/gui/guisupport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/errormessage.h"
#include "ui/messagebar.h"
#include "ui/passwordedit.h"
#include "ui/signinpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace
{

const QString host = QStringLiteral("api.example.com");

struct Form {
    FakeClock clock;
    SignInPage *page = new SignInPage(clock);
    QSignalSpy asked{page, &SignInPage::signInRequested};
    QSignalSpy cancelled{page, &SignInPage::cancelRequested};
    Window window; // last: the page dies with it, before the clock

    explicit Form(const QSize &size = {720, 680})
        : window(page, size)
    {
        page->setServer(host);
        page->setKeychain(QStringLiteral("GNOME Keyring"), std::nullopt);
        page->focusFirst();
    }
    template <typename T = QPushButton>
    T *find(const char *name) const
    {
        return qobject_cast<T *>(named(page, QString::fromLatin1(name)));
    }
    QLineEdit *email() const { return find<QLineEdit>("Email address"); }
    PasswordEdit *password() const { return find<PasswordEdit>("Password"); }
    MessageBar *bar() const { return page->findChild<MessageBar *>(); }
    void type(const char *who, const char *secret) const
    {
        email()->setFocus();
        QTest::keyClicks(email(), QString::fromLatin1(who));
        QTest::keyClick(email(), Qt::Key_Tab);
        QTest::keyClicks(password(), QString::fromLatin1(secret));
    }
    bool shows(const QString &text) const { return visibleTexts(page).contains(text); }
};

Error failure(ErrorCode code)
{
    Error error;
    error.code = code;
    return error;
}

} // namespace

class TestSignInPage : public QObject
{
    Q_OBJECT

private slots:
    void hasTheNamesOfTheContract()
    {
        const Form form;
        for (const char *name :
             {"Email address", "Password", "Show password", "Stay signed in on this computer",
              "Sign in", "Server", "Try the built-in demo server", "Settings"})
            QVERIFY2(form.find<QWidget>(name), name);
        QVERIFY(!form.find<QWidget>("Cancel"));
        QCOMPARE(nameFaults(form.page).join(u'|'), QString());
        QVERIFY(form.shows(host));
    }

    void goesRoundWithTab()
    {
        const Form form;
        const QStringList order{
            QStringLiteral("Email address"), QStringLiteral("Password"),
            QStringLiteral("Show password"), QStringLiteral("Stay signed in on this computer"),
            QStringLiteral("Sign in"),       QStringLiteral("Try the built-in demo server"),
            QStringLiteral("Settings"),      QStringLiteral("Server")};
        QCOMPARE(tabStops(form.email()), order);
        QStringList back{order.first()};
        for (qsizetype i = order.size() - 1; i > 0; --i)
            back += order.at(i);
        QCOMPARE(tabStops(form.email(), true), back);

        form.page->setReturnable(true);
        const QStringList withCancel = tabStops(form.email());
        QCOMPARE(withCancel.indexOf(QStringLiteral("Cancel")), 5);
    }

    void startsAtTheFirstEmptyField()
    {
        const Form form;
        QCOMPARE(QApplication::focusWidget(), form.email());
        form.page->setEmail(QStringLiteral("a@b"));
        form.page->focusFirst();
        QCOMPARE(QApplication::focusWidget(), form.password());
    }

    void submits_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("enter") << true;
        QTest::newRow("mouse") << false;
    }
    void submits()
    {
        QFETCH(bool, byKey);
        Form form;
        form.type("  john@mail.com ", " change me ");
        auto *stay = form.find<QCheckBox>("Stay signed in on this computer");
        stay->setFocus();
        QTest::keyClick(stay, Qt::Key_Space);
        if (byKey)
            QTest::keyClick(form.password(), Qt::Key_Return);
        else
            QTest::mouseClick(form.find("Sign in"), Qt::LeftButton);
        QCOMPARE(form.asked.count(), 1);
        const auto credentials = form.asked.first().first().value<Credentials>();
        QCOMPARE(credentials.email, QStringLiteral("john@mail.com"));
        QCOMPARE(credentials.password.reveal().toByteArray(), QByteArray(" change me "));
        QCOMPARE(form.asked.first().at(1).toBool(), false);
    }

    void isSentOnceHoweverOftenItIsAsked()
    {
        Form form;
        form.type("a@b.c", "x");
        QTest::keyClick(form.password(), Qt::Key_Return);
        QTest::keyClick(form.password(), Qt::Key_Return);
        QTest::mouseClick(form.find("Sign in"), Qt::LeftButton);
        QTest::mouseDClick(form.find("Sign in"), Qt::LeftButton);
        QCOMPARE(form.asked.count(), 1);
    }

    void busyKeepsTheFocusAndTheText()
    {
        Form form;
        form.type("a@b.c", "secret");
        QTest::keyClick(form.password(), Qt::Key_Return);
        QVERIFY(form.page->isBusy());
        QCOMPARE(QApplication::focusWidget(), form.password());
        QVERIFY(form.email()->isEnabled() && form.email()->isReadOnly());
        QVERIFY(form.password()->isEnabled() && form.password()->isReadOnly());
        QTest::keyClicks(form.password(), QStringLiteral("more"));
        QCOMPARE(form.password()->text(), QStringLiteral("secret"));
        QCOMPARE(form.find("Sign in")->text(), QStringLiteral("Signing in..."));
        QTest::keyClick(form.password(), Qt::Key_Escape);
        QCOMPARE(form.cancelled.count(), 1);
        form.page->setBusy(false);
        QCOMPARE(form.email()->text(), QStringLiteral("a@b.c"));
        QTest::keyClick(form.password(), Qt::Key_Escape);
        QCOMPARE(form.cancelled.count(), 1);
    }

    void tellsHowLongItTakes()
    {
        Form form;
        form.type("a@b.c", "secret");
        QTest::keyClick(form.password(), Qt::Key_Return);
        form.clock.advance(milliseconds(999));
        QVERIFY(!form.find("Cancel"));
        form.clock.advance(milliseconds(1));
        QVERIFY(form.shows(QStringLiteral("Contacting api.example.com...")));
        QVERIFY(form.find("Cancel"));
        form.clock.advance(seconds(4));
        QVERIFY(form.shows(
            QStringLiteral("Still waiting for api.example.com. You can keep waiting or cancel.")));
        form.clock.advance(seconds(5));
        QVERIFY(form.shows(QStringLiteral("api.example.com is taking longer than usual (10 s).")));
        form.clock.advance(seconds(3));
        QVERIFY(form.shows(QStringLiteral("api.example.com is taking longer than usual (13 s).")));
        QTest::mouseClick(form.find("Cancel"), Qt::LeftButton);
        QCOMPARE(form.cancelled.count(), 1);
        form.page->setBusy(false);
        QVERIFY(!form.find("Cancel"));
        QCOMPARE(form.clock.activeTimers(), 0);
    }

    void explainsInsteadOfGreyingOut()
    {
        Form form;
        QTest::keyClick(form.email(), Qt::Key_Return);
        QCOMPARE(form.asked.count(), 0);
        QVERIFY(form.shows(messageTemplate(MessageId::V1)));
        QVERIFY(form.shows(messageTemplate(MessageId::V3)));
        QCOMPARE(form.email()->accessibleDescription(), messageTemplate(MessageId::V1));
        QCOMPARE(QApplication::focusWidget(), form.email());

        QTest::keyClicks(form.email(), QStringLiteral("john"));
        QTest::keyClick(form.email(), Qt::Key_Return);
        QVERIFY(form.shows(messageTemplate(MessageId::V2)));
        QCOMPARE(QApplication::focusWidget(), form.email());
        QTest::keyClick(form.email(), Qt::Key_Return); // the second submit passes the hint
        QCOMPARE(form.asked.count(), 0);
        QCOMPARE(QApplication::focusWidget(), form.password());
        QTest::keyClicks(form.password(), QStringLiteral("x"));
        QTest::keyClick(form.password(), Qt::Key_Return);
        QCOMPARE(form.asked.count(), 1);
    }

    void checksOnLeavingButNotWhileTyping()
    {
        const Form form;
        QTest::keyClicks(form.email(), QStringLiteral("john"));
        QVERIFY(!form.shows(messageTemplate(MessageId::V2)));
        QTest::keyClick(form.email(), Qt::Key_Tab);
        QVERIFY(form.shows(messageTemplate(MessageId::V2)));
        QVERIFY(!form.shows(messageTemplate(MessageId::V3))); // untouched: nothing to say yet
    }

    void hintsDoNotMoveTheForm()
    {
        Form form;
        settle();
        const int before = form.password()->mapTo(form.page, QPoint()).y();
        QTest::keyClick(form.email(), Qt::Key_Return);
        settle();
        QCOMPARE(form.password()->mapTo(form.page, QPoint()).y(), before);
    }

    void noticesCapsLock()
    {
        const Form form;
        form.password()->setFocus();
        QTest::sendKeyEvent(QTest::Click, form.password(), Qt::Key_A, QStringLiteral("A"),
                            Qt::NoModifier);
        QVERIFY(form.shows(messageTemplate(MessageId::V4)));
        QTest::keyClick(form.password(), Qt::Key_A);
        QVERIFY(!form.shows(messageTemplate(MessageId::V4)));
    }

    void theEyeTellsWhatItWillDo()
    {
        const Form form;
        auto *toggle = form.find("Show password");
        const auto picture = [&] { return toggle->grab().toImage(); };
        const QImage hidden = picture();
        form.password()->setRevealed(true);
        QVERIFY(picture() != hidden);
        form.password()->setRevealed(false);
        QCOMPARE(picture(), hidden);
    }

    void s63WrongPasswordIsSelected()
    {
        Form form;
        form.type("a@b.c", "wrong");
        QTest::keyClick(form.email(), Qt::Key_Return);
        form.page->setBusy(false);
        form.page->showError(failure(ErrorCode::InvalidCredentials), milliseconds(0));
        QCOMPARE(form.bar()->accessibleName(), makeMessage(MessageId::E1).text());
        QCOMPARE(QApplication::focusWidget(), form.password());
        QCOMPARE(form.password()->selectionLength(), 5);
        form.page->showError(failure(ErrorCode::InvalidCredentials), milliseconds(0));
        QCOMPARE(form.bar()->message().id, MessageId::E1);
        form.page->showError(failure(ErrorCode::InvalidCredentials), milliseconds(0));
        QCOMPARE(form.bar()->message().id, MessageId::E2);
        form.page->forgetAttempts();
        form.page->showError(failure(ErrorCode::InvalidCredentials), milliseconds(0));
        QCOMPARE(form.bar()->message().id, MessageId::E1);
    }

    void countsARateLimitDown()
    {
        Form form;
        form.type("a@b.c", "x");
        Error error = failure(ErrorCode::TooManyRequests);
        error.retryAfter = seconds(61);
        form.page->showError(error, milliseconds(0));
        QVERIFY(form.shows(QStringLiteral("You can try again in 1:01.")));
        form.clock.advance(seconds(3));
        QVERIFY(form.shows(QStringLiteral("You can try again in 0:58.")));
        QVERIFY(!form.find("Try again")->isEnabled());
        QTest::keyClick(form.password(), Qt::Key_Return);
        QCOMPARE(form.asked.count(), 0); // nothing is sent before the server's time
        form.clock.advance(seconds(57));
        QVERIFY(!form.find("Try again")->isEnabled());
        form.clock.advance(seconds(1));
        QTest::mouseClick(form.find("Try again"), Qt::LeftButton);
        QCOMPARE(form.asked.count(), 1);
    }

    void offersWhatAnErrorNeeds()
    {
        Form form;
        QSignalSpy change(form.page, &SignInPage::serverChangeRequested);
        QSignalSpy other(form.page, &SignInPage::actionTriggered);
        form.page->showError(failure(ErrorCode::HostNotFound), milliseconds(0));
        QTest::mouseClick(form.find("Change server"), Qt::LeftButton);
        QCOMPARE(change.count(), 1);
        Error tls = failure(ErrorCode::Tls);
        tls.tls = TlsFault{TlsFault::Kind::Untrusted, {}, {}, QStringLiteral("PEM-TEXT")};
        form.page->showError(tls, milliseconds(0));
        QTest::mouseClick(form.find("View certificate"), Qt::LeftButton);
        QVERIFY(!visibleTexts(form.page).join(u' ').contains(QStringLiteral("PEM-TEXT")));
        QTest::mouseClick(form.find("Go back"), Qt::LeftButton);
        QVERIFY(!form.bar()->isVisible());
        form.page->showError(failure(ErrorCode::CaptivePortal), milliseconds(0));
        QTest::mouseClick(form.find("Open browser"), Qt::LeftButton);
        QCOMPARE(other.count(), 1);
    }

    void anotherServerEmptiesThePassword()
    {
        const Form form;
        form.type("a@b.c", "secret");
        form.page->setServer(host);
        QCOMPARE(form.password()->text(), QStringLiteral("secret"));
        form.page->setServer(QStringLiteral("evil.example"));
        QCOMPARE(form.password()->text(), QString());
    }

    void withoutAStoreItSaysWhy()
    {
        Form form;
        auto *stay = form.find<QCheckBox>("Stay signed in on this computer");
        QVERIFY(stay->isChecked());
        form.page->setKeychain({}, MessageId::K2);
        QVERIFY(!stay->isEnabled() && !stay->isChecked());
        QVERIFY(form.shows(messageTemplate(MessageId::K2)));
        QCOMPARE(stay->accessibleDescription(), messageTemplate(MessageId::K2));
        form.page->setKeychain(QStringLiteral("Test Keyring"), std::nullopt);
        QVERIFY(stay->isEnabled() && stay->isChecked());
        QVERIFY(form.shows(QStringLiteral(
            "Your session is kept in Test Keyring. Your password is never stored.")));
    }

    void hasNamesInEveryState_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= int(ErrorCode::InsecureAddress); ++code)
            QTest::newRow(qPrintable(errorName(ErrorCode(code)))) << code;
    }
    void hasNamesInEveryState()
    {
        QFETCH(int, code);
        Form form({640, 480});
        Error error = failure(ErrorCode(code));
        error.tls = TlsFault{TlsFault::Kind::Untrusted, {}, {}, QStringLiteral("PEM")};
        form.page->showError(error, milliseconds(0));
        settle();
        QVERIFY(form.bar()->isVisible());
        QCOMPARE(nameFaults(form.page).join(u'|'), QString());
        QCOMPARE(layoutFaults(form.page).join(u'|'), QString());
        form.page->openDetails(errorDetails(error));
        settle();
        QCOMPARE(nameFaults(form.page).join(u'|'), QString());
        QCOMPARE(layoutFaults(form.page).join(u'|'), QString());
    }

    void fitsWithTextOfTwiceTheSize()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        {
            const Form form({640, 480});
            form.page->showMessage(makeMessage(MessageId::X9, {}, Variant::Main));
            settle();
            QCOMPARE(layoutFaults(form.page).join(u'|'), QString());
        }
        QApplication::setFont(before);
    }

    void mirrors()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            const Form form;
            settle();
            const QRect field = form.password()->geometry();
            const QWidget *button = form.find("Show password");
            QVERIFY(isToggleInField(form.password(), button));
            QVERIFY(button->geometry().center().x() < field.center().x());
            QCOMPARE(layoutFaults(form.page).join(u'|'), QString());
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestSignInPage, QApplication)
#include "tst_signinpage.moc"
