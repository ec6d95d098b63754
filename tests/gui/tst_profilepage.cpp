#include "tests/gui/guisupport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/avatar.h"
#include "ui/messagebar.h"
#include "ui/pill.h"
#include "ui/profilepage.h"
#include "ui/sessiontext.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace
{

struct View {
    FakeClock clock;
    ProfilePage *page = new ProfilePage(clock);
    Window window;

    explicit View(const QSize &size = {720, 680})
        : window(page, size)
    {
        page->setSession(status(), history());
        page->setProfile(ana(), clock.wall());
        settle();
    }
    SessionStatus status(SessionState state = SessionState::SignedIn) const
    {
        SessionStatus s;
        s.state = state;
        s.accessExpiry = clock.wall() + hours(480);
        s.refreshExpiry = clock.wall() + hours(10);
        s.nextRenewal = clock.wall() + hours(2);
        s.saving = Saving::Saved;
        s.keychainName = QStringLiteral("Test Keyring");
        return s;
    }
    SessionHistory history() const
    {
        SessionHistory history;
        PairRecord pair;
        pair.accessIssued = pair.refreshIssued.emplace(clock.wall());
        pair.accessExpiry = clock.wall() + hours(480);
        pair.refreshExpiry = clock.wall() + hours(10);
        history.beginPair(pair, clock.wall(), false);
        SessionEvent event;
        event.at = clock.wall();
        history.add(event);
        return history;
    }
    Profile ana() const
    {
        Profile p;
        p.id = 42;
        p.name = QStringLiteral("Ana Jovanova");
        p.email = QStringLiteral("ana@example.com");
        p.role = QStringLiteral("customer");
        p.createdAt = QDateTime(QDate(2025, 3, 12), QTime(12, 0), Qt::UTC);
        p.updatedAt = toDateTime(clock.wall()).addDays(-2);
        return p;
    }
    QPushButton *find(const char *name) const
    {
        return qobject_cast<QPushButton *>(named(page, QString::fromLatin1(name)));
    }
    bool shows(const char *text) const
    {
        return visibleTexts(page).contains(QString::fromUtf8(text));
    }
};

} // namespace

class TestProfilePage : public QObject
{
    Q_OBJECT

private slots:
    void showsThePerson()
    {
        const View view;
        for (const char *text : {"Ana Jovanova", "ana@example.com", "Customer", "42",
                                 "12 March 2025", "2 days ago", "Test Keyring"})
            QVERIFY2(view.shows(text)
                         || visibleTexts(view.page).join(u'|').contains(QString::fromLatin1(text)),
                     text);
        view.page->focusHeading();
        QWidget *heading = QApplication::focusWidget();
        QCOMPARE(nameOf(heading), QStringLiteral("Ana Jovanova"));
        QCOMPARE(QAccessible::queryAccessibleInterface(heading)->role(), QAccessible::Heading);
        QCOMPARE(nameFaults(view.page).join(u'|'), QString());
        QCOMPARE(layoutFaults(view.page).join(u'|'), QString());
    }

    void goesRoundWithTab()
    {
        const View view;
        const QStringList order{QStringLiteral("Copy email address"),
                                QStringLiteral("Copy user ID"),
                                QStringLiteral("Refresh"),
                                QStringLiteral("Session"),
                                QStringLiteral("Session timeline"),
                                QStringLiteral("Zoom to the whole session"),
                                QStringLiteral("Show as a table"),
                                QStringLiteral("Renew now"),
                                QStringLiteral("Account"),
                                QStringLiteral("Sign out")};
        QCOMPARE(tabStops(view.find("Copy email address")), order);
        QStringList back{order.first()};
        for (qsizetype i = order.size() - 1; i > 0; --i)
            back += order.at(i);
        QCOMPARE(tabStops(view.find("Copy email address"), true), back);
    }

    void asksForWhatThePersonWants()
    {
        const View view;
        QSignalSpy refresh(view.page, &ProfilePage::refreshRequested);
        QSignalSpy renew(view.page, &ProfilePage::renewRequested);
        QSignalSpy out(view.page, &ProfilePage::signOutRequested);
        QSignalSpy switching(view.page, &ProfilePage::switchAccountRequested);
        QTest::mouseClick(view.find("Refresh"), Qt::LeftButton);
        QTest::keyClick(view.find("Renew now"), Qt::Key_Space);
        QTest::mouseClick(view.find("Sign out"), Qt::LeftButton);
        QCOMPARE(refresh.count(), 1);
        QCOMPARE(renew.count(), 1);
        QCOMPARE(out.count(), 1);
        const auto actions = view.find("Account")->menu()->actions();
        actions.first()->trigger();
        QCOMPARE(switching.count(), 1);
        actions.last()->trigger();
        QCOMPARE(out.count(), 2);
    }

    void aRoleItDoesNotKnowIsShownAsItIs()
    {
        const View view;
        Profile person = view.ana();
        person.role = QStringLiteral("auditor");
        view.page->setProfile(person, view.clock.wall());
        QVERIFY(view.shows("auditor"));
        person.role = QStringLiteral("admin");
        view.page->setProfile(person, view.clock.wall());
        QVERIFY(view.shows("Admin"));
    }

    void theBadgeIsAsWideAsItsWords()
    {
        const View view;
        auto *badge = view.page->findChild<Pill *>();
        const auto *words = badge->findChild<QLabel *>();
        const QImage picture = badge->grab().toImage();
        const Colours colours = coloursOf(badge);
        const int middle = badge->height() / 2;
        const int end = words->x() + words->fontMetrics().horizontalAdvance(words->text());
        QVERIFY(badge->width() > end + grid(badge, 4));
        QCOMPARE(picture.pixelColor(end + grid(badge, 0.5), middle),
                 barColours(Severity::Success, colours).ground);
        QCOMPARE(picture.pixelColor(end + grid(badge, 3), middle), colours.window);
    }

    void theTableFindsItsRoom()
    {
        const View view;
        SessionHistory history = view.history();
        SessionEvent renewed;
        renewed.at = view.clock.wall();
        renewed.kind = SessionEvent::Kind::Renewed;
        for (int i = 0; i < 3; ++i)
            history.add(renewed);
        view.page->setSession(view.status(), history);
        auto *toggle = view.find("Show as a table");
        QTest::mouseClick(toggle, Qt::LeftButton);
        settle();
        const auto *table = view.page->findChild<QTableView *>();
        const int rows = table->model()->rowCount() * table->rowHeight(0);
        QVERIFY(table->viewport()->height() >= rows);
        QVERIFY(table->mapTo(view.page, table->rect().bottomLeft()).y()
                < toggle->mapTo(view.page, QPoint()).y());
    }

    void refreshesOnce()
    {
        const View view;
        QSignalSpy refresh(view.page, &ProfilePage::refreshRequested);
        view.page->setRefreshing(true);
        QVERIFY(view.shows("Updating..."));
        QTest::mouseClick(view.find("Refresh"), Qt::LeftButton);
        QCOMPARE(refresh.count(), 0);
    }

    void tellsItsAge()
    {
        View view;
        QVERIFY(visibleTexts(view.page).join(u'|').contains(QStringLiteral("Updated 0")));
        view.clock.advance(minutes(4));
        QVERIFY(!view.shows("Updated 4 minutes ago"));
        view.clock.advance(minutes(2));
        QVERIFY(view.shows("Updated 6 minutes ago"));
    }

    void hostileTextIsInert()
    {
        const View view;
        Profile profile = view.ana();
        profile.name = QStringLiteral("<img src='/etc/passwd'>\u202Eevil\n") + QString(500, u'w');
        profile.role = QStringLiteral("\u2067<b>admin</b>");
        profile.email = QString(5000, u'e');
        view.page->setProfile(profile, view.clock.wall());
        settle();
        QCOMPARE(layoutFaults(view.page).join(u'|'), QString());
        for (const auto *label : view.page->findChildren<QLabel *>()) {
            QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty()
                    || !label->text().contains(u'<'));
            QVERIFY(!label->text().contains(QChar(0x202E)));
            QVERIFY(!label->text().contains(u'\n'));
            QVERIFY(!label->toolTip().contains(QStringLiteral("<img")));
        }
        QVERIFY(view.shows("<b>admin</b>"));
    }

    void aNamelessPersonIsToldSo()
    {
        const View view;
        Profile profile = view.ana();
        profile.name.clear();
        profile.createdAt = {};
        view.page->setProfile(profile, view.clock.wall());
        QVERIFY(view.shows("Name not provided"));
        profile.name = QStringLiteral("\u200B\u202E "); // nothing to see either
        view.page->setProfile(profile, view.clock.wall());
        QVERIFY(view.shows("Name not provided"));
    }

    void clearLeavesNothing()
    {
        const View view;
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::red);
        view.page->setAvatar(picture);
        view.page->showMessage(makeMessage(MessageId::X5));
        view.page->clear();
        const QString all = visibleTexts(view.page).join(u'|');
        for (const char *text : {"Ana", "ana@", "Customer", "42", "2025", "days ago"})
            QVERIFY2(!all.contains(QString::fromLatin1(text)), text);
        for (const auto *label : view.page->findChildren<QLabel *>()) {
            QVERIFY(!label->toolTip().contains(QStringLiteral("Ana")));
            QVERIFY(!label->accessibleName().contains(QStringLiteral("Ana")));
        }
        QVERIFY(!view.page->findChild<Avatar *>()->hasImage());
        QVERIFY(!view.page->findChild<MessageBar *>()->isVisible());
        QVERIFY(!view.page->profileTime());
    }

    // Two messages without an id of their own, and with the same buttons.
    void anotherMessageIsNotTheSameAnew()
    {
        const View view;
        Message first;
        first.severity = Severity::Warning;
        first.headline = QStringLiteral("First");
        first.details = QStringLiteral("of the first");
        first.actions = {MessageAction::Dismiss};
        Message second = first;
        second.severity = Severity::Error;
        second.headline = QStringLiteral("Second");
        second.details = QStringLiteral("of the second");
        view.page->showMessage(first);
        view.page->showMessage(second);
        const auto *bar = view.page->findChild<MessageBar *>();
        QCOMPARE(bar->message().headline, second.headline);
        QCOMPARE(bar->message().details, second.details);
        QCOMPARE(bar->message().severity, second.severity);
    }

    void saysWhetherOneIsComing()
    {
        const View view;
        view.page->clear();
        QVERIFY(view.shows("Loading your profile..."));
        view.page->setRefreshing(false); // the answer was no
        QVERIFY(view.shows("Profile not available"));
        view.page->setRefreshing(true);
        QVERIFY(view.shows("Loading your profile..."));
        view.page->setProfile(view.ana(), view.clock.wall());
        view.page->setRefreshing(false);
        QVERIFY(view.shows("Ana Jovanova"));
    }

    void copies()
    {
        View view;
        QTest::mouseClick(view.find("Copy user ID"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("42"));
        QTest::mouseClick(view.find("Copy email address"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ana@example.com"));
        QCOMPARE(view.find("Copy email address")->text(), QStringLiteral("Copied"));
        view.clock.advance(seconds(2));
        QVERIFY(view.find("Copy email address")->text().isEmpty()); // the sign alone again
    }

    void theSessionPanelFolds()
    {
        const View view;
        QVERIFY(view.find("Renew now"));
        QTest::keyClick(view.find("Session"), Qt::Key_Space);
        QVERIFY(!view.find("Renew now"));
        QTest::keyClick(view.find("Session"), Qt::Key_Space);
        view.page->setSession(view.status(SessionState::Renewing));
        QVERIFY(!view.find("Renew now")->isEnabled());
        QVERIFY(view.shows("Signed in, renewing now..."));
        view.page->setSession(view.status(SessionState::NotRenewable));
        QVERIFY(view.shows("Signed in, cannot be renewed"));
        QVERIFY(!view.shows("Next renewal"));
        QVERIFY(view.shows("Next step"));
    }

    void theSameNoticeIsNotAnnouncedAgain()
    {
        const View view;
        auto *bar = view.page->findChild<MessageBar *>();
        view.page->showMessage(
            makeMessage(MessageId::X7, {{QStringLiteral("n"), QStringLiteral("9")}}));
        auto *button = bar->findChild<QPushButton *>(
            QStringLiteral("action%1Button").arg(int(MessageAction::TryNow)));
        button->setFocus();
        view.page->showMessage(
            makeMessage(MessageId::X7, {{QStringLiteral("n"), QStringLiteral("8")}}));
        QVERIFY(bar->accessibleName().contains(QStringLiteral("in 8 s")));
        QCOMPARE(QApplication::focusWidget(), button); // still there, still focused
    }

    void fitsWithTextOfTwiceTheSize()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        {
            const View view({640, 480});
            view.page->showMessage(makeMessage(MessageId::X6));
            settle();
            QCOMPARE(layoutFaults(view.page).join(u'|'), QString());
        }
        QApplication::setFont(before);
    }

    void mirrors()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            const View view;
            settle();
            const auto *avatar = view.page->findChild<Avatar *>();
            QVERIFY(avatar->mapTo(view.page, QPoint()).x() > view.page->width() / 2);
            QVERIFY(view.find("Sign out")->mapTo(view.page, QPoint()).x() < view.page->width() / 2);
            QCOMPARE(layoutFaults(view.page).join(u'|'), QString());
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestProfilePage, QApplication)
#include "tst_profilepage.moc"
