#include "tests/gui/guisupport.h"
#include "tests/gui/screens.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "tests/support/timelinefixture.h"
#include "ui/qatools.h"
#include "ui/sessionpanel.h"
#include "ui/sessiontext.h"
#include "ui/timeline.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

struct PanelView {
    FakeClock clock{begin + 9h};
    SessionPanel *panel = new SessionPanel(clock);
    Window window{panel};

    explicit PanelView(SessionState state = SessionState::SignedIn)
    {
        panel->setSession(status(state), refusedAtLast());
        settle();
    }
    SessionStatus status(SessionState state) const
    {
        SessionStatus s;
        s.state = state;
        s.accessExpiry = begin + 483h;
        s.refreshExpiry = begin + 13h;
        s.serverOffset = 400ms;
        s.saving = Saving::Saved;
        s.keychainName = QStringLiteral("Test Keyring");
        return s;
    }
    void endIn(Milliseconds left) // of renewing
    {
        SessionStatus s = status(SessionState::SignedIn);
        s.refreshExpiry = clock.wall() + left;
        panel->setSession(s, refusedAtLast());
    }
    QPushButton *find(const char *name) const
    {
        return qobject_cast<QPushButton *>(named(panel, QString::fromLatin1(name)));
    }
    QString texts() const { return visibleTexts(panel).join(u'|'); }
};

WhyWords because()
{
    return {QStringLiteral("Because."),
            {{QStringLiteral("Decided by"), QStringLiteral("The server")}},
            {{QStringLiteral("09:00:00"), QStringLiteral("signed in")}},
            QStringLiteral("All of it.")};
}

const QLabel *labelledAfter(const PanelView &view, const char *name)
{
    const auto labels = view.panel->findChildren<QLabel *>();
    for (qsizetype i = 0; i + 1 < labels.size(); ++i) {
        if (labels.at(i)->text() == QLatin1String(name))
            return labels.at(i + 1);
    }
    return nullptr;
}

} // namespace

class TestSessionPanel : public QObject
{
    Q_OBJECT

private slots:
    void tellsThePersonInPlainWords()
    {
        const PanelView view;
        for (const char *words : {"Stays signed in until", "Can renew until", "Test Keyring",
                                  "Clock: server +0.4 s", "Renewal refused"})
            QVERIFY2(view.texts().contains(QString::fromLatin1(words)), qPrintable(view.texts()));
        QVERIFY(!view.texts().contains(QStringLiteral("token")));
        QVERIFY(!view.find("Copy claims"));
        QCOMPARE(nameFaults(view.panel).join(u'|'), QString());
    }

    void tellsQaInTokens()
    {
        const PanelView view;
        view.panel->setQaMode(true);
        QVERIFY(view.texts().contains(QStringLiteral("Access token|#2, issued")));
        QSignalSpy claims(view.panel, &SessionPanel::claimsRequested);
        QTest::mouseClick(view.find("Copy claims"), Qt::LeftButton);
        QCOMPARE(claims.count(), 1);
        view.panel->copyClaims(QStringLiteral("{}"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("{}"));
    }

    void qaToolsAreForQa()
    {
        const PanelView view;
        for (const char *name : {"Expire access", "Expire refresh", "Revoke"})
            QVERIFY2(!view.find(name), name);
        view.panel->setQaMode(true);
        settle();
        for (const char *name : {"Expire access", "Expire refresh", "Revoke"}) {
            auto *button = view.find(name);
            QVERIFY2(button, name);
            QVERIFY2(button->width() >= 24 && button->height() >= 24, name);
            QVERIFY2(!button->accessibleDescription().isEmpty(), name);
        }
        QCOMPARE(nameFaults(view.panel).join(u'|'), QString());
        view.panel->setQaMode(false);
        QVERIFY(!view.find("Revoke"));
    }

    void expiresAndRestores_data()
    {
        QTest::addColumn<TokenKind>("token");
        QTest::addColumn<QString>("expire");
        QTest::addColumn<QString>("restore");
        QTest::addColumn<bool>("byKey");
        for (const bool byKey : {false, true}) {
            const char *how = byKey ? "key" : "mouse";
            QTest::addRow("access, %s", how) << TokenKind::Access << QStringLiteral("Expire access")
                                             << QStringLiteral("Restore access") << byKey;
            QTest::addRow("refresh, %s", how)
                << TokenKind::Refresh << QStringLiteral("Expire refresh")
                << QStringLiteral("Restore refresh") << byKey;
        }
    }
    void expiresAndRestores()
    {
        QFETCH(TokenKind, token);
        QFETCH(QString, expire);
        QFETCH(QString, restore);
        QFETCH(bool, byKey);
        const PanelView view;
        view.panel->setQaMode(true);
        QSignalSpy wanted(&view.panel->qaTools(), &QaTools::expireRequested);
        const auto press = [&](const QString &name) {
            auto *button = view.find(qPrintable(name));
            if (byKey) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
            } else {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        };
        press(expire);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.last().at(0).value<TokenKind>(), token);
        QCOMPARE(wanted.last().at(1).toBool(), true);
        SessionStatus status = view.status(SessionState::NotRenewable);
        const bool access = token == TokenKind::Access;
        (access ? status.accessExpiry : status.refreshExpiry) = begin + 8h;
        (access ? status.accessExpiredByHand : status.refreshExpiredByHand) = true;
        view.panel->setSession(status, refusedAtLast());
        QVERIFY(!view.find(qPrintable(expire)));
        press(restore);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.last().at(0).value<TokenKind>(), token);
        QCOMPARE(wanted.last().at(1).toBool(), false);
        view.panel->setSession(view.status(SessionState::SignedIn), refusedAtLast());
        QVERIFY(view.find(qPrintable(expire))->isEnabled());
    }

    void whatIsDeadCannotExpire()
    {
        const PanelView view(SessionState::NotRenewable); // refused: its time is not over
        view.panel->setQaMode(true);
        QVERIFY(view.find("Expire access")->isEnabled());
        QVERIFY(!view.find("Expire refresh")->isEnabled());
        SessionStatus dead = view.status(SessionState::SignedIn);
        dead.accessExpiry = begin + 1h;
        dead.refreshExpiry.reset();
        view.panel->setSession(dead, refusedAtLast());
        QVERIFY(!view.find("Expire access")->isEnabled());
        QVERIFY(!view.find("Expire refresh")->isEnabled());
    }

    void revokesWhereItCan()
    {
        const PanelView view;
        view.panel->setQaMode(true);
        QaTools &tools = view.panel->qaTools();
        QSignalSpy wanted(&tools, &QaTools::revokeRequested);
        auto *button = view.find("Revoke");
        QVERIFY(!button->isEnabled());
        QVERIFY(button->accessibleDescription().contains(QStringLiteral("Only a demo server")));
        QVERIFY(button->toolTip().contains(QStringLiteral("Only a demo server")));
        tools.setRevocable(true);
        QVERIFY(button->isEnabled());
        QVERIFY(!button->accessibleDescription().contains(QStringLiteral("Only")));
        QTest::mouseClick(button, Qt::LeftButton);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(wanted.size(), 2);
        tools.setRevocable(false);
        QVERIFY(!button->isEnabled());
    }

    // In the window, to the session and back.
    void qaToolsReachTheSession()
    {
        const Staged staged(screenNamed(QStringLiteral("profile-qa")));
        auto &run = const_cast<Run &>(staged.run);
        QTest::mouseClick(run.button("Expire refresh"), Qt::LeftButton);
        settle();
        QCOMPARE(run.session.status().state, SessionState::NotRenewable);
        QVERIFY(visibleTexts(run.page())
                    .join(u'|')
                    .contains(QStringLiteral("Refresh token expired by hand")));
        QTest::mouseClick(run.button("Restore refresh"), Qt::LeftButton);
        settle();
        QCOMPARE(run.session.status().state, SessionState::SignedIn);
        QSignalSpy revoke(&run.window, &MainWindow::revokeRequested);
        run.window.setRevocable(true);
        QTest::mouseClick(run.button("Revoke"), Qt::LeftButton);
        QCOMPARE(revoke.size(), 1);
    }

    void followsTheSettingOfQa()
    {
        const Staged staged(screenNamed(QStringLiteral("profile-qa")));
        const auto isTechnical = [&staged] {
            return visibleTexts(staged.run.page())
                .join(u'|')
                .contains(QStringLiteral("Access token"));
        };
        QVERIFY(isTechnical());
        emit const_cast<MainWindow &>(staged.run.window).settingsChanged(Settings());
        QVERIFY(!isTechnical());
    }

    void offersANewSignInWhereRenewingIsOver()
    {
        const PanelView view(SessionState::NotRenewable);
        QVERIFY(!view.find("Renew now")->isEnabled());
        QSignalSpy again(view.panel, &SessionPanel::signInAgainRequested);
        QTest::mouseClick(view.find("Sign in again for a new session"), Qt::LeftButton);
        QCOMPARE(again.count(), 1);
        view.panel->setSession(view.status(SessionState::SignedIn), renewedOnce());
        QVERIFY(!view.find("Sign in again for a new session"));
        QVERIFY(view.find("Renew now")->isEnabled());
    }

    void saysWhy()
    {
        PanelView view(SessionState::NotRenewable);
        connect(view.panel, &SessionPanel::whyRequested, view.panel,
                [&view] { view.panel->showWhy(&because); });
        auto *why = view.find("Why can't the session be renewed?");
        QTest::mouseClick(why, Qt::LeftButton);
        QVERIFY(view.texts().contains(QStringLiteral("Because.")));
        QVERIFY(view.texts().contains(QStringLiteral("Decided by|The server")));
        QVERIFY(view.texts().contains(QStringLiteral("09:00:00|signed in")));
        QTest::mouseClick(view.find("Copy the reason"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("All of it."));
        QCOMPARE(view.find("Copy the reason")->text(), QStringLiteral("Copied"));
        view.clock.advance(2s);
        QCOMPARE(view.find("Copy the reason")->text(), QStringLiteral("Copy details"));
        QTest::mouseClick(why, Qt::LeftButton);
        QVERIFY(!view.texts().contains(QStringLiteral("Because.")));
    }

    void theTableTakesThePlotsPlace()
    {
        const PanelView view;
        auto *plot = view.panel->findChild<Timeline *>();
        auto *table = view.panel->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 5);
        QVERIFY(table->isVisible()); // to a screen reader; the plot stands over it
        QVERIFY(table->focusPolicy() == Qt::NoFocus);
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(view.panel->showsTable());
        QVERIFY(!plot->isVisible());
        QVERIFY(table->hasFocus());
        settle();
        auto *toggle = view.find("Show as a table");
        const auto inPanel = [&view](QWidget *widget) {
            return QRect(widget->mapTo(view.panel, QPoint()), widget->size());
        };
        QVERIFY(!inPanel(table).intersects(inPanel(toggle)));
        QTest::keyClick(table, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(plot->isVisible() && plot->hasFocus());
    }

    void ticksOnlyWhileSomebodySeesIt()
    {
        PanelView view;
        const auto ticksIn = [&view](Milliseconds time) {
            const int before = view.clock.wakeUps();
            view.clock.advance(time);
            return view.clock.wakeUps() - before;
        };
        QCOMPARE(ticksIn(10min), 10); // four hours left: each minute
        view.window.hide();
        QCOMPARE(ticksIn(10min), 0);
        view.window.show();
        settle();
        view.window.showMinimized();
        settle();
        QCOMPARE(ticksIn(10min), 0);
        view.window.showNormal();
        settle();
        view.endIn(30min);
        const int inAMinute = ticksIn(1min); // less than an hour left: each second
        QVERIFY2(inAMinute >= 59 && inAMinute <= 61, qPrintable(QString::number(inAMinute)));
        QTest::mouseClick(view.find("Session"), Qt::LeftButton);
        QCOMPARE(ticksIn(1min), 0);
    }

    // A whole page laid out each second would be heard from the fan.
    void aTickMovesNothing()
    {
        PanelView view;
        view.endIn(30min);
        view.clock.advance(1s);
        settle();
        const QString shown = view.texts();
        const Unrest unrest;
        for (int second = 0; second < 20; ++second) {
            view.clock.advance(1s);
            settle();
        }
        QCOMPARE(unrest.layouts, 0);
        QVERIFY(view.texts() != shown);
    }

    // Another size is another matter.
    void aTextOfAnotherSizeIsLaidOut()
    {
        PanelView view;
        view.window.resize(190, 600);
        view.endIn(2h);
        settle();
        const auto *until = labelledAfter(view, "Can renew until");
        const int before = until->height();
        view.clock.advance(2h + 1min); // "ended ..." takes fewer lines
        settle();
        QVERIFY2(
            until->height() < before,
            qPrintable(
                QStringLiteral("%1: %2 at %3").arg(until->text()).arg(before).arg(until->width())));
        QCOMPARE(until->height(), until->heightForWidth(until->width()));
    }

    // Screen readers hear of the end at five minutes, one minute and zero, not at each tick.
    void isQuietWhileItCounts()
    {
        PanelView view;
        const auto spoken = [&view] {
            QStringList names;
            for (const auto *label : view.panel->findChildren<QLabel *>())
                names += label->accessibleName();
            return names.join(u'|');
        };
        view.endIn(10min);
        const QString before = spoken();
        const QString shown = view.texts();
        view.clock.advance(1min);
        QCOMPARE(spoken(), before);
        QVERIFY(view.texts() != shown);
        view.clock.advance(4min + 1s);
        QVERIFY(spoken().contains(QStringLiteral("less than five minutes left")));
        view.clock.advance(4min + 9s);
        QVERIFY(spoken().contains(QStringLiteral("less than a minute left")));
        view.clock.advance(1min);
        QVERIFY(spoken().contains(QStringLiteral("ended")));
    }
};

LATCHKEY_TEST(TestSessionPanel, QApplication)
#include "tst_sessionpanel.moc"
