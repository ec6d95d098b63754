#include "tests/gui/a11ysupport.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"
#include "tests/support/activation.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/announcer.h"
#include "ui/glyphs.h"
#include "ui/profilepage.h"
#include "ui/sessiontext.h"

using namespace latchkey;
using namespace latchkey::test;
using std::chrono::seconds;

// What a screen reader is told without asking, as events: checks 7, 17 and 20 of screens.md section
// 9. Orca speaks a notification when it appears, and nothing of a text that merely changes.

namespace
{

struct Told {
    QAccessible::Event type;
    const QObject *object;
    bool isBar;
    bool isAnnouncer;
    QString name; // at that moment
};

// A plain function is all the API takes.
QList<Told> told;

void listen(QAccessibleEvent *event)
{
    auto *interface = QAccessible::queryAccessibleInterface(event->object());
    told += {event->type(), event->object(), qobject_cast<MessageBar *>(event->object()) != nullptr,
             qobject_cast<Announcer *>(event->object()) != nullptr,
             interface ? interface->text(QAccessible::Name) : QString()};
}

// What was read out by itself.
QStringList notices()
{
    QStringList names;
    for (const Told &one : std::as_const(told)) {
        if (one.type == QAccessible::ObjectShow && (one.isBar || one.isAnnouncer))
            names += one.name;
    }
    return names;
}

QStringList announcements()
{
    QStringList names;
    for (const Told &one : std::as_const(told)) {
        if (one.type == QAccessible::ObjectShow && one.isAnnouncer)
            names += one.name;
    }
    return names;
}

QStringList keychainPages()
{
    return {QStringLiteral("K1"), QStringLiteral("K3"), QStringLiteral("K6"),
            QStringLiteral("K7"), QStringLiteral("K8"), QStringLiteral("K9")};
}

bool hasEvent(QAccessible::Event type, const QObject *object)
{
    return std::any_of(told.cbegin(), told.cend(),
                       [&](const Told &one) { return one.type == type && one.object == object; });
}

} // namespace

class TestA11yEvents : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        activateAccessibility();
        m_before = QAccessible::installUpdateHandler(listen); // beneath ours
        m_accessibility = std::make_unique<Accessibility>();
    }
    void cleanupTestCase()
    {
        m_accessibility.reset();
        QAccessible::installUpdateHandler(m_before);
    }
    void init() { told.clear(); }

    void everyMessageIsReadOut_data()
    {
        QTest::addColumn<Screen>("screen");
        for (const Screen &screen : errorScreens() + profileScreens() + keychainScreens()) {
            if (screen.name.at(0).isUpper() && !keychainPages().contains(screen.name))
                QTest::newRow(qPrintable(screen.name)) << screen;
        }
    }
    void everyMessageIsReadOut()
    {
        QFETCH(Screen, screen);
        const Staged staged(screen);
        auto *bar = staged.run.page()->findChild<MessageBar *>();
        QVERIFY(bar->isVisible());
        auto *interface = QAccessible::queryAccessibleInterface(bar);
        QCOMPARE(interface->role(), QAccessible::Notification);
        QCOMPARE(interface->text(QAccessible::Name), bar->message().text());
        QVERIFY(hasEvent(QAccessible::ObjectShow, bar));
        // Its number may have counted on since.
        const QString beginning = bar->message().text().left(20);
        QVERIFY2(!notices().filter(beginning).isEmpty(), qPrintable(notices().join(u'|')));
        const QWidget *focus = QApplication::focusWidget();
        const bool asked = screen.name.contains(u"details") || screen.name.contains(u"why")
            || screen.name.contains(u"certificate");
        QVERIFY(focus && (asked || !bar->isAncestorOf(focus)));
    }

    // They are a page of their own: its heading has the focus, and is read with what follows.
    void aKeychainPageIsReadOut_data()
    {
        QTest::addColumn<QString>("screen");
        for (const QString &screen : keychainPages())
            QTest::newRow(qPrintable(screen)) << screen;
    }
    void aKeychainPageIsReadOut()
    {
        QFETCH(QString, screen);
        Staged staged(screenNamed(screen));
        const MessageId id = waitingNotice(staged.run.session.status().keychain);
        QCOMPARE(messageName(id), screen);
        const Message message
            = makeMessage(id, {{QStringLiteral("keychain"), QStringLiteral("Test Keyring")}});
        QWidget *heading = QApplication::focusWidget();
        QVERIFY(qobject_cast<Heading *>(heading));
        QVERIFY(hasEvent(QAccessible::Focus, heading));
        auto *interface = QAccessible::queryAccessibleInterface(heading);
        QCOMPARE(interface->role(), QAccessible::Heading);
        QCOMPARE(interface->text(QAccessible::Name), message.headline);
        QCOMPARE(interface->text(QAccessible::Description), message.body);
        const QStringList shown = visibleTexts(staged.top());
        QVERIFY(shown.contains(message.headline) && shown.contains(message.body));
        // It re-checks by itself, and says nothing of that.
        told.clear();
        pass(staged.run, std::chrono::minutes(1));
        QVERIFY(staged.run.page()->isAncestorOf(heading));
        QVERIFY2(told.isEmpty(), qPrintable(QString::number(told.size())));
    }

    void faultsAreTheirFieldsDescription_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QByteArray>("field");
        const QByteArray email = "emailEdit";
        const QByteArray password = "passwordEdit";
        QTest::newRow("V1") << QStringLiteral("V1") << email;
        QTest::newRow("V2") << QStringLiteral("V2") << email;
        QTest::newRow("V3") << QStringLiteral("V3") << password;
        QTest::newRow("V4") << QStringLiteral("V4") << password;
        QTest::newRow("E1") << QStringLiteral("E1") << password;
        QTest::newRow("V5") << QStringLiteral("V5") << QByteArray("addressEdit");
        QTest::newRow("V6") << QStringLiteral("V6") << QByteArray("addressEdit");
    }
    void faultsAreTheirFieldsDescription()
    {
        QFETCH(QString, screen);
        QFETCH(QByteArray, field);
        const Staged staged(screenNamed(screen));
        QWidget *edit = part(staged.run, field.constData());
        const QString description
            = QAccessible::queryAccessibleInterface(edit)->text(QAccessible::Description);
        QVERIFY(!description.isEmpty());
        // The same words stand on screen.
        QVERIFY2(visibleTexts(staged.top()).join(u' ').contains(description),
                 qPrintable(description));
        QVERIFY(hasEvent(QAccessible::DescriptionChanged, edit));
        QCOMPARE(QApplication::focusWidget(), edit);
    }

    void aWaitIsToldInStages()
    {
        Staged staged(screenNamed(QStringLiteral("S1")));
        told.clear();
        QHash<QString, milliseconds> when;
        for (int second = 1; second <= 25; ++second) {
            pass(staged.run, seconds(1));
            for (const QString &text : announcements()) {
                if (!when.contains(text))
                    when.insert(text, seconds(second));
            }
        }
        const QStringList all = announcements();
        QCOMPARE(all.size(), 3);
        QVERIFY(all.at(0).startsWith(QStringLiteral("Contacting")));
        QVERIFY(all.at(1).startsWith(QStringLiteral("Still waiting")));
        QVERIFY(all.at(2).contains(QStringLiteral("longer than usual")));
        QVERIFY(when.value(all.at(1)) - when.value(all.at(0)) >= Announcer::spacing);
        QVERIFY(when.value(all.at(2)) - when.value(all.at(1)) >= Announcer::spacing);
    }

    void whatWasCopiedIsTold()
    {
        Staged staged(screenNamed(QStringLiteral("profile")));
        told.clear();
        click(staged.run, "copyEmailButton");
        click(staged.run, "copyIdButton");
        QCOMPARE(announcements(), QStringList(QStringLiteral("Copied")));
        pass(staged.run, Announcer::spacing);
        QCOMPARE(announcements().size(), 2);
        pass(staged.run, Announcer::spacing * 4);
        QCOMPARE(announcements().size(), 2);
    }

    // What is taken back is not shown any longer, and yet counts for what comes soon after it.
    void takingBackDoesNotHurryTheNext()
    {
        FakeClock clock;
        QWidget page;
        Announcer announcer(clock, &page);
        page.show();
        announcer.say(QStringLiteral("one"));
        announcer.say(QStringLiteral("waits"));
        announcer.say({});
        QVERIFY(!announcer.isVisible());
        QCOMPARE(clock.activeTimers(), 0);
        clock.advance(seconds(1));
        announcer.say(QStringLiteral("two"));
        QCOMPARE(announcements(), QStringList(QStringLiteral("one")));
        clock.advance(Announcer::spacing - seconds(1));
        QCOMPARE(announcements(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
        clock.advance(Announcer::spacing);
        announcer.say(QStringLiteral("three")); // late enough: at once
        QCOMPARE(announcements().size(), 3);
    }

    void whatWasRenewedIsTold()
    {
        Staged staged(screenNamed(QStringLiteral("profile")));
        told.clear();
        staged.run.press(Qt::Key_F6, Qt::NoModifier);
        pass(staged.run, milliseconds(1));
        QCOMPARE(announcements(), QStringList(QStringLiteral("Renewed")));
        staged.run.world.clock.freeze(hours(7)); // a renewal that nobody asked for
        pass(staged.run, seconds(10));
        QCOMPARE(announcements().size(), 1);
    }

    // "Loading", and then the name: nothing in between that would be read out.
    void theNameComesAtOnce()
    {
        World world;
        Run run(world);
        run.start();
        told.clear();
        run.signIn();
        pass(run, seconds(1));
        QVERIFY(run.on<ProfilePage>());
        QStringList headings;
        for (const Told &one : std::as_const(told)) {
            if (one.type == QAccessible::NameChanged && qobject_cast<const Heading *>(one.object)
                && (headings.isEmpty() || headings.last() != one.name))
                headings += one.name;
        }
        QCOMPARE(headings.last(), QStringLiteral("Jhon"));
        QVERIFY2(headings.filter(QStringLiteral("not available")).isEmpty(),
                 qPrintable(headings.join(u'|')));
    }

    // Of a minute in which only numbers change, at most two events.
    void countingIsQuiet_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<milliseconds>("before");
        QTest::newRow("session") << QStringLiteral("profile") << milliseconds(seconds(30));
        QTest::newRow("session panel")
            << QStringLiteral("profile-panel-toggled") << milliseconds(seconds(30));
        QTest::newRow("ending session") << QStringLiteral("X6") << milliseconds(seconds(5));
        QTest::newRow("slow sign-in") << QStringLiteral("S1-10s") << milliseconds(seconds(5));
    }
    void countingIsQuiet()
    {
        QFETCH(QString, screen);
        QFETCH(milliseconds, before);
        Staged staged(screenNamed(screen));
        pass(staged.run, before);
        told.clear();
        const int span = screen.startsWith(u"S1") ? 10 : 60; // a sign-in is over after 30
        for (int second = 0; second < span; ++second)
            pass(staged.run, seconds(1));
        QStringList events;
        for (const Told &one : std::as_const(told))
            events += QStringLiteral("%1 %2").arg(int(one.type), 0, 16).arg(one.name);
        QVERIFY2(events.size() <= 2, qPrintable(events.join(u'\n')));
    }

    // A notice that was due, and is not any more.
    void anEmptyBarTellsNothing()
    {
        MessageBar bar;
        told.clear();
        bar.clear();
        QVERIFY(told.isEmpty());
    }

    // Read at 60, 30, 10 and 0 seconds, and silent in between.
    void theRateLimitIsReadAtItsMarks()
    {
        Staged staged(screenNamed(QStringLiteral("E6")));
        QStringList readAt;
        for (int left = 94; left >= 0; --left) {
            told.clear();
            pass(staged.run, seconds(1));
            if (!notices().isEmpty())
                readAt += QString::number(left);
            else
                QVERIFY2(told.isEmpty(), qPrintable(QString::number(left)));
        }
        QCOMPARE(readAt.join(u' '), QStringLiteral("60 30 10 0"));
    }

private:
    QAccessible::UpdateHandler m_before = nullptr;
    std::unique_ptr<Accessibility> m_accessibility;
};

LATCHKEY_TEST(TestA11yEvents, QApplication)
#include "tst_a11yevents.moc"
