#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "ui/button.h"
#include "ui/passwordedit.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace latchkey;

namespace
{

struct Form {
    test::FakeClock clock;
    QWidget window; // dies before the clock
    PasswordEdit *edit = new PasswordEdit(&window);
    Button *button = new Button(Button::Kind::Outlined, QStringLiteral("Show"), &window);
    QLineEdit *other = new QLineEdit(&window);

    Form()
    {
        auto *row = new QHBoxLayout(&window);
        row->addWidget(edit);
        row->addWidget(button);
        row->addWidget(other);
        button->setCheckable(true);
        edit->setClock(clock);
        edit->setRevealButton(button);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("Geheim1"));
    }
};

// What Qt's accessibility bridge does: takes each key of the system as it reaches the window.
class Reader final : public QObject
{
public:
    QStringList heard;

private:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress && event->spontaneous() && watched->isWindowType())
            heard += QKeySequence(static_cast<QKeyEvent *>(event)->key()).toString();
        return false;
    }
};

} // namespace

class TestPasswordEdit : public QObject
{
    Q_OBJECT

private slots:
    void aScreenReaderIsNotToldTheKeys()
    {
        Form form;
        Reader reader;
        qApp->installEventFilter(&reader); // after the field: the reader started just now
        form.edit->erase();
        QWindow *window = form.window.windowHandle();
        for (const bool revealed : {false, true}) {
            form.edit->setRevealed(revealed);
            QTest::keyClick(window, 'q');
            QTest::keyClick(window, 'z');
            QTest::keyClick(window, Qt::Key_Backspace); // in its turn, not later
            QTest::keyClick(window, 'x');
        }
        QCOMPARE(form.edit->text(), QStringLiteral("qxqx"));
        QCOMPARE(reader.heard, QStringList());
        QTest::keyPress(window, Qt::Key_Insert); // the reader's own commands
        QTest::keyClick(window, Qt::Key_H);
        QTest::keyRelease(window, Qt::Key_Insert);
        QCOMPARE(reader.heard, QStringList({QStringLiteral("Ins"), QStringLiteral("H")}));
        reader.heard.clear();
        form.other->setFocus();
        QTest::keyClick(window, 'a'); // no secret: as ever
        QCOMPARE(form.other->text(), QStringLiteral("a"));
        QCOMPARE(reader.heard, QStringList(QStringLiteral("A")));
    }

    void keepsWhatIsTyped()
    {
        Form form;
        form.edit->setText(QStringLiteral("  a b "));
        const Secret secret = form.edit->secret();
        QCOMPARE(secret.reveal().toByteArray(), QByteArray("  a b "));
    }

    void hasNoUndoCopyOrCut_data()
    {
        QTest::addColumn<bool>("revealed");
        QTest::addColumn<QKeySequence::StandardKey>("key");
        for (const bool revealed : {false, true}) {
            for (const auto key :
                 {QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Copy, QKeySequence::Cut})
                QTest::addRow("%d %d", int(revealed), int(key)) << revealed << key;
        }
    }
    void hasNoUndoCopyOrCut()
    {
        QFETCH(bool, revealed);
        QFETCH(QKeySequence::StandardKey, key);
        Form form;
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        form.edit->setRevealed(revealed);
        form.edit->selectAll();
        QTest::keySequence(form.edit, QKeySequence(key));
        QCOMPARE(form.edit->text(), QStringLiteral("Geheim1"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    }

    void erasedIsGoneForGood()
    {
        Form form;
        form.edit->erase();
        form.edit->setRevealed(true);
        form.edit->undo();
        QCOMPARE(form.edit->text(), QString());
        QVERIFY(!form.edit->isUndoAvailable());
    }

    void cannotBeDraggedOrPredicted()
    {
        Form form;
        for (const bool revealed : {false, true}) {
            form.edit->setRevealed(revealed);
            QVERIFY(!form.edit->dragEnabled());
            QVERIFY(!form.edit->acceptDrops());
            const auto hints = form.edit->inputMethodHints();
            QVERIFY(hints.testFlag(Qt::ImhHiddenText));
            QVERIFY(hints.testFlag(Qt::ImhSensitiveData));
            QVERIFY(hints.testFlag(Qt::ImhNoPredictiveText));
        }
        form.edit->selectAll();
        form.edit->setRevealed(false);
        form.edit->setRevealed(true);
        QVERIFY(!form.edit->hasSelectedText());
        QTest::mouseDClick(form.edit, Qt::LeftButton);
        QVERIFY(!form.edit->hasSelectedText());
    }

    void pastes()
    {
        Form form;
        form.edit->erase();
        QGuiApplication::clipboard()->setText(QStringLiteral("pasted"));
        QTest::keySequence(form.edit, QKeySequence(QKeySequence::Paste));
        QCOMPARE(form.edit->text(), QStringLiteral("pasted"));
    }

    void menuOffersNoCopy()
    {
        Form form;
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
        QCoreApplication::sendEvent(form.edit, &event);
        const auto *menu = form.edit->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
    }

    void hidesAfterTenSeconds()
    {
        Form form;
        form.button->click();
        QVERIFY(form.edit->isRevealed());
        form.clock.advance(std::chrono::milliseconds(9999));
        QVERIFY(form.edit->isRevealed());
        form.clock.advance(std::chrono::milliseconds(1));
        QVERIFY(!form.edit->isRevealed());
        QVERIFY(!form.button->isChecked());
    }

    void hidesWhenTheFocusLeaves()
    {
        Form form;
        form.edit->setRevealed(true);
        QVERIFY(form.button->isChecked());
        form.button->setFocus(); // its own button is no leaving
        QVERIFY(form.edit->isRevealed());
        form.edit->setFocus();
        QVERIFY(form.edit->isRevealed());
        form.other->setFocus();
        QVERIFY(!form.edit->isRevealed());
        QVERIFY(!form.button->isChecked());
    }

    void hidesWhenErased()
    {
        Form form;
        form.edit->setRevealed(true);
        form.edit->erase();
        QVERIFY(!form.edit->isRevealed());
    }

    void noticesCapsLock()
    {
        Form form;
        QSignalSpy spy(form.edit, &PasswordEdit::capsLockChanged);
        QTest::sendKeyEvent(QTest::Click, form.edit, Qt::Key_A, QStringLiteral("A"),
                            Qt::ShiftModifier);
        QCOMPARE(spy.count(), 0);
        QTest::sendKeyEvent(QTest::Click, form.edit, Qt::Key_A, QStringLiteral("A"),
                            Qt::NoModifier);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.takeFirst().first().toBool(), true);
        QTest::keyClick(form.edit, Qt::Key_1); // tells nothing
        QCOMPARE(spy.count(), 0);
        QTest::keyClick(form.edit, Qt::Key_A);
        QCOMPARE(spy.takeFirst().first().toBool(), false);
    }
};

LATCHKEY_TEST(TestPasswordEdit, QApplication)
#include "tst_passwordedit.moc"
