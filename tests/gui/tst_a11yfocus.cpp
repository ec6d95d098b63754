#include "tests/gui/a11ysupport.h"
#include "tests/gui/looks.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screenrows.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/button.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace latchkey;
using namespace latchkey::test;

// Where the focus goes, that it is always in view, and that it can be seen: checks 5, 9 and 10 of
// screens.md section 9.

namespace
{

// A focus that is told by a faint line.
class FaintButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;
    QColor ring = QColor(0xDDDDDD);
    int width = 3;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        if (!hasFocus())
            return;
        painter.setPen(QPen(ring, width));
        painter.drawRect(rect().adjusted(4, 4, -5, -5));
    }
};

} // namespace

class TestA11yFocus : public QObject
{
    Q_OBJECT

private slots:
    void signInOrder_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<bool>("cancel");
        QTest::newRow("idle") << QStringLiteral("sign-in") << false;
        QTest::newRow("with a fault") << QStringLiteral("V1") << false;
    }
    void signInOrder()
    {
        QFETCH(QString, screen);
        const Staged staged(screenNamed(screen));
        QStringList order{
            QStringLiteral("Email address"), QStringLiteral("Password"),
            QStringLiteral("Show password"), QStringLiteral("Stay signed in on this computer"),
            QStringLiteral("Sign in"),       QStringLiteral("Try the built-in demo server"),
            QStringLiteral("Settings"),      QStringLiteral("Server")};
        QWidget *email = part(staged.run, "emailEdit");
        QCOMPARE(tabStops(email), order);
        std::reverse(order.begin() + 1, order.end());
        QCOMPARE(tabStops(email, true), order);
    }

    void busyOrder()
    {
        const Staged staged(screenNamed(QStringLiteral("S1-1s")));
        QCOMPARE(tabStops(part(staged.run, "emailEdit")),
                 QStringList({QStringLiteral("Email address"), QStringLiteral("Password"),
                              QStringLiteral("Show password"), QStringLiteral("Sign in"),
                              QStringLiteral("Cancel")}));
    }

    void theOrderCheckCatches()
    {
        QWidget bad;
        auto *column = new QVBoxLayout(&bad);
        auto *first = new QPushButton(QStringLiteral("First"), &bad);
        auto *trap = new QLineEdit(&bad);
        auto *last = new QPushButton(QStringLiteral("Last"), &bad);
        for (QWidget *widget : QList<QWidget *>{first, trap, last})
            column->addWidget(widget);
        bad.show();
        bad.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bad));
        QCOMPARE(orderFaults(&bad), QStringList());
        TabEater eater;
        trap->installEventFilter(&eater);
        QVERIFY(!orderFaults(&bad).isEmpty());
    }

    void comesRound_data() { everyScreen(); }
    void comesRound()
    {
        QFETCH(Screen, screen);
        const Staged staged(screen);
        QCOMPARE(orderFaults(staged.top()).join(u'\n'), QString());
    }

    void stepsIntoView_data() { everyScreen(); }
    void stepsIntoView()
    {
        QFETCH(Screen, screen);
        const Staged staged(screen, {640, 480});
        QCOMPARE(hiddenFocus(staged.top()).join(u'\n'), QString());
    }

    void stepsIntoViewWhenLarge_data() { everyScreen(); }
    void stepsIntoViewWhenLarge()
    {
        QFETCH(Screen, screen);
        const Dress dress({.name = QStringLiteral("large"), .text = 2.0});
        const Staged staged(screen, {1280, 800});
        QCOMPARE(hiddenFocus(staged.top()).join(u'\n'), QString());
    }

    void theRingCheckCatches()
    {
        QWidget bad;
        bad.setPalette(QPalette(Qt::white, Qt::white));
        auto *column = new QVBoxLayout(&bad);
        auto *other = new QPushButton(QStringLiteral("Other"), &bad);
        other->setFocusPolicy(Qt::NoFocus);
        auto *button = new FaintButton(QStringLiteral("Faint"), &bad);
        button->setFixedSize(120, 40);
        column->addWidget(other);
        column->addWidget(button);
        bad.show();
        bad.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bad));
        QCOMPARE(weakRings(&bad).size(), 2); // to both sides
        button->ring = QColor(0x0B57D0);
        QCOMPARE(weakRings(&bad), QStringList());
        button->width = 1;
        QCOMPARE(weakRings(&bad).size(), 1);
        button->width = 0;
        button->ring = Qt::white;
        QVERIFY(weakRings(&bad).first().startsWith(QStringLiteral("focus not to be seen")));
    }

    void theRingShows_data() { addScreenRows(screensOfEachKind(), schemeLooks()); }
    void theRingShows()
    {
        QFETCH(Screen, screen);
        QFETCH(Look, look);
        const Dress dress(look);
        const Staged staged(screen);
        QCOMPARE(weakRings(staged.top()).join(u'\n'), QString());
    }

private:
    class TabEater final : public QObject
    {
        bool eventFilter(QObject *, QEvent *event) override
        {
            return event->type() == QEvent::KeyPress
                && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab;
        }
    };

    static void everyScreen() { addScreenRows(allScreens()); }

    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestA11yFocus, QApplication)
#include "tst_a11yfocus.moc"
