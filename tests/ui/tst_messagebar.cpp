#include "tests/support/activation.h"
#include "tests/support/testprogram.h"
#include "ui/button.h"
#include "ui/messagebar.h"
#include "ui/sessiontext.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace latchkey;

namespace
{

QList<QAccessible::Event> events;

void listen(QAccessibleEvent *event)
{
    if (qobject_cast<MessageBar *>(event->object()))
        events += event->type();
}

struct Page : QWidget {
    MessageBar *bar = new MessageBar(this);
    Page()
    {
        (new QVBoxLayout(this))->addWidget(bar);
        show();
    }
    Button *button(const QString &text) const
    {
        for (auto *button : bar->findChildren<Button *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
};

} // namespace

class TestMessageBar : public QObject
{
    Q_OBJECT

private slots:
    // Its buttons are still there, and what they were for is not.
    void clearedBarFollowsTheLanguage()
    {
        const Page page;
        page.bar->showMessage(makeMessage(MessageId::E22));
        page.bar->clear();
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(page.bar, &change);
        QVERIFY(!page.bar->isVisible());
    }

    void isHiddenWithNothingToSay()
    {
        const Page page;
        QVERIFY(!page.bar->isVisible());
        page.bar->showMessage(makeMessage(MessageId::E1));
        QVERIFY(page.bar->isVisible());
        page.bar->clear();
        QVERIFY(!page.bar->isVisible());
        QVERIFY(!page.bar->hasMessage());
    }

    void standsOnScreenAsPlainText()
    {
        const Page page;
        Message message;
        message.headline = QStringLiteral("<b>Bold</b>");
        message.body = QStringLiteral("<img src='/etc/passwd'>");
        message.details = QStringLiteral("<a href='x'>x</a>");
        page.bar->showMessage(message);
        QStringList shown;
        for (const auto *label : page.bar->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            if (label->isVisible())
                shown += label->text();
        }
        QCOMPARE(shown, QStringList({message.headline, message.body}));
        QCOMPARE(page.bar->accessibleName(), message.text());
    }

    void isAnnouncedEachTime()
    {
        test::activateAccessibility();
        const Page page;
        const auto before = QAccessible::installUpdateHandler(listen);
        page.bar->showMessage(makeMessage(MessageId::E1));
        QVERIFY(events.contains(QAccessible::ObjectShow));
        events.clear();
        page.bar->showMessage(makeMessage(MessageId::E1));
        const auto hide = events.indexOf(QAccessible::ObjectHide);
        const auto show = events.indexOf(QAccessible::ObjectShow);
        QVERIFY(hide >= 0 && hide < show);
        events.clear();
        page.bar->updateMessage(makeMessage(MessageId::E1)); // a countdown's number
        QVERIFY(!events.contains(QAccessible::ObjectShow));
        QAccessible::installUpdateHandler(before);
    }

    void offersItsActions()
    {
        const Page page;
        QSignalSpy spy(page.bar, &MessageBar::actionTriggered);
        page.bar->showMessage(makeMessage(MessageId::E10));
        QVERIFY(page.button(QStringLiteral("Change server")));
        QTest::mouseClick(page.button(QStringLiteral("Try again")), Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().at(0).value<MessageId>(), MessageId::E10);
        QCOMPARE(spy.first().at(1).value<MessageAction>(), MessageAction::TryAgain);
        page.bar->setActionEnabled(MessageAction::TryAgain, false);
        QVERIFY(!page.button(QStringLiteral("Try again"))->isEnabled());
        page.bar->showMessage(makeMessage(MessageId::E1));
        QVERIFY(!page.button(QStringLiteral("Try again")));
        QVERIFY(!page.button(QStringLiteral("Details")));
    }

    void opensDetails()
    {
        const Page page;
        Message message = makeMessage(MessageId::E7);
        message.details = QStringLiteral("Code: ServerFault");
        page.bar->showMessage(message);
        auto *details = page.bar->findChild<QLabel *>(QStringLiteral("detailsLabel"));
        QVERIFY(!details->isVisible());
        QTest::keyClick(page.button(QStringLiteral("Details")), Qt::Key_Space);
        QVERIFY(details->isVisible());
        QCOMPARE(details->text(), message.details);
        QTest::mouseClick(page.button(QStringLiteral("Copy details")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(message.details));
        page.bar->showMessage(message);
        QVERIFY(!details->isVisible());
        page.bar->openDetails(QStringLiteral("why"));
        QVERIFY(details->isVisible());
        QCOMPARE(details->text(), QStringLiteral("why"));
    }

    void tellsTheReasonOnACard()
    {
        const Page page;
        const auto because = [] {
            return WhyWords{.cause = QStringLiteral("The server refused it."),
                            .facts = {},
                            .steps = {},
                            .text = QStringLiteral("to be copied")};
        };
        const auto isTold = [&] {
            for (const QLabel *label : page.bar->findChildren<QLabel *>())
                if (label->isVisible() && label->text() == because().cause)
                    return true;
            return false;
        };
        page.bar->showMessage(makeMessage(MessageId::X2));
        QVERIFY(!isTold());
        page.bar->toggleReason(because);
        QVERIFY(isTold());
        QTest::keyClick(page.button(QStringLiteral("Copy details")), Qt::Key_Space);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(because().text));
        QVERIFY(copied.startsWith(page.bar->message().text()));
        page.bar->toggleReason(because);
        QVERIFY(!isTold());
        page.bar->toggleReason(because);
        page.bar->showMessage(makeMessage(MessageId::E7)); // another matter
        QVERIFY(!isTold());
    }
};

LATCHKEY_TEST(TestMessageBar, QApplication)
#include "tst_messagebar.moc"
