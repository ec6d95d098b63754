#include "app/session/session.h"
#include "tests/gui/windowfixture.h"
#include "tests/support/testprogram.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

// A window of its own over the run's session, for other values than the run's.
struct Away {
    World world;
    Run run;
    MainWindow window;
    QList<Message> unseen;
    int seen = 0;

    explicit Away(Milliseconds idle = 0ms, const QRect &geometry = {})
        : run(world)
        , window(run.session, world.clock, values(idle, geometry))
    {
        run.window.hide();
        QObject::connect(&window, &MainWindow::sessionEndedUnseen, &window,
                         [this](const Message &message) { unseen.append(message); });
        QObject::connect(&window, &MainWindow::sessionEndSeen, &window, [this] { ++seen; });
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        run.start();
    }
    static MainWindow::Values values(Milliseconds idle, const QRect &geometry)
    {
        MainWindow::Values values;
        values.idleSignOut = idle;
        values.geometry = geometry;
        return values;
    }
    void signIn()
    {
        run.session.signIn({QStringLiteral("john@mail.com"), Secret("changeme")}, true);
        world.clock.advance(1ms);
    }
    [[nodiscard]] SessionState state() const { return run.session.status().state; }
    [[nodiscard]] MessageBar *bar() const
    {
        const auto bars
            = window.findChild<QStackedWidget *>()->currentWidget()->findChildren<MessageBar *>();
        for (MessageBar *bar : bars) {
            if (bar->isVisibleTo(&window))
                return bar;
        }
        return nullptr;
    }
    [[nodiscard]] QString message() const
    {
        return bar() ? messageName(bar()->message().id) : QString();
    }
};

} // namespace

// The window while nobody looks, or nobody is there.
class tst_WindowAway : public QObject
{
    Q_OBJECT
private slots:
    void idleWarningCountsDown();
    void aKeyOrTheButtonStays_data();
    void aKeyOrTheButtonStays();
    void idlenessSignsOut();
    void theWarningIsAnnouncedThrice();
    void noWarningWithoutTheSetting();
    void endsAreToldOnlyUnseen_data();
    void endsAreToldOnlyUnseen();
    void signOutIsNoNews();
    void seenOnce();
    void replacedByAnotherDevice();
    void geometry_data();
    void geometry();
    void maximised();
};

void tst_WindowAway::idleWarningCountsDown()
{
    Away a(10min);
    a.signIn();
    a.world.clock.advance(9min - 1s);
    QVERIFY(a.message() != QStringLiteral("X10"));
    a.world.clock.advance(1s);
    QCOMPARE(a.message(), QStringLiteral("X10"));
    QCOMPARE(a.bar()->message().text(),
             QStringLiteral("Still there? You'll be signed out in 60 s."));
    a.world.clock.advance(17s);
    QCOMPARE(a.bar()->message().text(),
             QStringLiteral("Still there? You'll be signed out in 43 s."));
    QCOMPARE(a.bar()->message().actions, QList<MessageAction>{MessageAction::StaySignedIn});
}

void tst_WindowAway::aKeyOrTheButtonStays_data()
{
    QTest::addColumn<bool>("button");
    QTest::newRow("any key") << false;
    QTest::newRow("the button, as a screen reader presses it") << true;
}

void tst_WindowAway::aKeyOrTheButtonStays()
{
    QFETCH(bool, button);
    Away a(10min);
    a.signIn();
    a.world.clock.advance(9min + 30s);
    QCOMPARE(a.message(), QStringLiteral("X10"));
    if (button) {
        auto *stay = qobject_cast<QPushButton *>(named(a.bar(), QStringLiteral("Stay signed in")));
        QVERIFY(stay);
        stay->click();
    } else {
        QTest::keyClick(&a.window, Qt::Key_Control);
    }
    QVERIFY(a.message() != QStringLiteral("X10"));
    a.world.clock.advance(8min);
    QCOMPARE(a.state(), SessionState::SignedIn);
    a.world.clock.advance(2min);
    QCOMPARE(a.state(), SessionState::SignedOut);
}

void tst_WindowAway::idlenessSignsOut()
{
    Away a(10min);
    a.signIn();
    a.world.clock.advance(10min);
    QCOMPARE(a.state(), SessionState::SignedOut);
    QCOMPARE(a.message(), QStringLiteral("X9"));
    QVERIFY(a.world.store.items.isEmpty());
    QVERIFY(a.unseen.isEmpty()); // whoever looks at the screen reads it there
    a.signIn(); // the watch begins anew
    a.world.clock.advance(9min);
    QCOMPARE(a.message(), QStringLiteral("X10"));
}

void tst_WindowAway::theWarningIsAnnouncedThrice()
{
    Away a(10min);
    a.signIn();
    QList<QString> shown;
    struct Watch final : QObject {
        QList<QString> *shown;
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            auto *bar = qobject_cast<MessageBar *>(watched);
            if (event->type() == QEvent::Show && bar)
                shown->append(bar->message().text().section(u' ', -2, -2));
            return false;
        }
    } watch;
    watch.shown = &shown;
    a.world.clock.advance(9min - 1s);
    for (MessageBar *bar : a.window.findChildren<MessageBar *>())
        bar->installEventFilter(&watch);
    a.world.clock.advance(1min);
    QCOMPARE(shown,
             (QList<QString>{QStringLiteral("60"), QStringLiteral("30"), QStringLiteral("10")}));
}

void tst_WindowAway::noWarningWithoutTheSetting()
{
    Away a;
    a.signIn();
    a.world.clock.advance(2h);
    QCOMPARE(a.state(), SessionState::SignedIn);
    QVERIFY(a.message() != QStringLiteral("X10"));
}

void tst_WindowAway::endsAreToldOnlyUnseen_data()
{
    QTest::addColumn<int>("window"); // 0 seen, 1 minimised, 2 hidden
    QTest::addColumn<int>("profileStatus"); // 0: it runs out by itself
    QTest::addColumn<QString>("told");
    QTest::newRow("seen: early") << 0 << 401 << QString();
    QTest::newRow("minimised: early") << 1 << 401 << QStringLiteral("X2");
    QTest::newRow("hidden: early") << 2 << 401 << QStringLiteral("X2");
    QTest::newRow("minimised: account gone") << 1 << 400 << QStringLiteral("X4");
    QTest::newRow("minimised: natural end") << 1 << 0 << QStringLiteral("X1");
    QTest::newRow("seen: natural end") << 0 << 0 << QString();
}

void tst_WindowAway::endsAreToldOnlyUnseen()
{
    QFETCH(int, window);
    QFETCH(int, profileStatus);
    Away a;
    if (profileStatus == 0) {
        a.world.accessLife = 4min;
        a.world.refreshLife = 2min;
    }
    a.signIn();
    QCOMPARE(a.state(), SessionState::SignedIn);
    if (window == 1)
        a.window.showMinimized();
    else if (window == 2)
        a.window.hide();
    if (profileStatus == 0) {
        a.world.offline = true;
        a.world.clock.advance(5min);
    } else {
        a.world.http.setResponder(
            [profileStatus](const HttpRequest &) { return refusal(profileStatus); });
        a.run.session.reloadProfile();
        a.world.clock.advance(1min);
    }
    QCOMPARE(a.state(), SessionState::Ended);
    QFETCH(QString, told);
    QCOMPARE(a.unseen.isEmpty() ? QString() : messageName(a.unseen.constFirst().id), told);
    QVERIFY(a.unseen.size() <= 1);
    if (window != 0) {
        QCOMPARE(a.seen, 0);
        a.window.bringToFront();
        QTRY_COMPARE(a.seen, 1);
        QCOMPARE(a.message(), told); // as it would have been
    }
}

void tst_WindowAway::signOutIsNoNews()
{
    Away a;
    a.signIn();
    a.window.showMinimized();
    a.run.session.signOut();
    a.world.clock.advance(1s);
    QVERIFY(a.unseen.isEmpty());
}

void tst_WindowAway::seenOnce()
{
    Away a;
    a.signIn();
    a.window.bringToFront();
    QCOMPARE(a.seen, 0); // there was nothing to see
    a.window.showMinimized();
    a.world.profileStatus = 400;
    a.run.session.reloadProfile();
    a.world.clock.advance(1min);
    QCOMPARE(a.unseen.size(), 1);
    a.world.profileStatus = 200;
    a.signIn(); // by somebody's other means: the end is old news
    QCOMPARE(a.seen, 1);
    a.window.bringToFront();
    QCOMPARE(a.seen, 1);
}

void tst_WindowAway::replacedByAnotherDevice()
{
    Away a;
    a.signIn();
    a.world.http.setResponder([](const HttpRequest &) {
        return jsonReply(
            401, R"({"message":"Session replaced","error":"session_replaced","statusCode":401})");
    });
    a.run.session.reloadProfile();
    a.world.clock.advance(1ms);
    QCOMPARE(a.message(), QStringLiteral("X3"));
    const Message &message = a.bar()->message();
    QVERIFY2(message.body.startsWith(u"This computer was signed out at "),
             qPrintable(message.body));
    QVERIFY(message.details.contains(QStringLiteral("Decided by: the server")));
}

void tst_WindowAway::geometry_data()
{
    QTest::addColumn<QRect>("remembered");
    QTest::addColumn<bool>("taken");
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    QTest::newRow("none") << QRect() << false;
    QTest::newRow("on the screen") << QRect(40, 50, 500, 520) << true;
    QTest::newRow("on a monitor that is gone")
        << QRect(screen.right() + 500, 50, 500, 520) << false;
    QTest::newRow("above the screen") << QRect(40, -2000, 500, 520) << false;
    QTest::newRow("larger than this screen") << screen.adjusted(0, 0, 300, 300) << false;
}

void tst_WindowAway::geometry()
{
    QFETCH(QRect, remembered);
    QFETCH(bool, taken);
    Away a(0ms, remembered);
    const QRect screen = a.window.screen()->availableGeometry();
    QCOMPARE(a.window.geometry() == remembered, taken);
    QVERIFY2(screen.contains(a.window.geometry().center()), "out of sight");
    QVERIFY(a.window.width() <= screen.width() && a.window.height() <= screen.height());
    QSignalSpy closing(&a.window, &MainWindow::closing);
    a.window.close();
    QCOMPARE(closing.constFirst().constFirst().toRect(), a.window.geometry());
}

void tst_WindowAway::maximised()
{
    const QRect usual(40, 50, 500, 520);
    World world;
    Run run(world);
    MainWindow::Values values;
    values.geometry = usual;
    values.maximised = true;
    MainWindow window(run.session, world.clock, values);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(window.isMaximized());
    QSignalSpy closing(&window, &MainWindow::closing);
    window.close();
    QCOMPARE(closing.constFirst().at(0).toRect(), usual); // for when it is made smaller again
    QCOMPARE(closing.constFirst().at(1).toBool(), true);
}

LATCHKEY_TEST(tst_WindowAway, QApplication)
#include "tst_windowaway.moc"
