#include "tests/support/testprogram.h"
#include "ui/glyphs.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace latchkey;

namespace
{

class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget *watched) { watched->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

// The time of a few of the spinner's steps, as another timer of this program measures it.
void waitSomeSteps()
{
    constexpr int someSteps = 600; // ms
    QTimer timer;
    timer.setSingleShot(true);
    QSignalSpy over(&timer, &QTimer::timeout);
    timer.start(someSteps);
    QVERIFY(over.wait());
}

} // namespace

class TestGlyphs : public QObject
{
    Q_OBJECT
private slots:
    void init() { QApplication::setEffectEnabled(Qt::UI_General, true); }

    void theSpinnerTurns()
    {
        Spinner spinner;
        const PaintCounter frames(&spinner);
        spinner.show();
        QVERIFY(QTest::qWaitForWindowExposed(&spinner));
        const QImage first = spinner.grab().toImage();
        QTRY_VERIFY(frames.count() > 3);
        QTRY_VERIFY(spinner.grab().toImage() != first);
    }

    // The desktop's wish for less motion, which can change while it turns.
    void theSpinnerStandsStillWithoutEffects()
    {
        QApplication::setEffectEnabled(Qt::UI_General, false);
        Spinner spinner;
        const PaintCounter frames(&spinner);
        spinner.show();
        QVERIFY(QTest::qWaitForWindowExposed(&spinner));
        waitSomeSteps();
        const int still = frames.count();
        waitSomeSteps();
        QCOMPARE(frames.count(), still);

        QApplication::setEffectEnabled(Qt::UI_General, true);
        spinner.update(); // as whoever changes it does with all there is
        QTRY_VERIFY(frames.count() > still + 3);

        QApplication::setEffectEnabled(Qt::UI_General, false);
        waitSomeSteps();
        const int stopped = frames.count();
        waitSomeSteps();
        QCOMPARE(frames.count(), stopped);
    }

    void theSpinnerRestsWhileHidden()
    {
        Spinner spinner;
        spinner.show();
        QVERIFY(QTest::qWaitForWindowExposed(&spinner));
        const PaintCounter frames(&spinner);
        QTRY_VERIFY(frames.count() > 1);
        spinner.hide();
        const int hidden = frames.count();
        waitSomeSteps();
        QCOMPARE(frames.count(), hidden);
    }

    void aLabelKeepsToTheLeadingEdge()
    {
        QLabel label;
        label.setAlignment(Qt::AlignTop);
        label.setLayoutDirection(Qt::RightToLeft);
        alignLeading(&label);
        alignLeading(&label);
        QCOMPARE(label.alignment(), Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignTop);
        label.setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(label.alignment(), Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignTop);
        label.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(label.alignment(), Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignTop);
    }
};

LATCHKEY_TEST(TestGlyphs, QApplication)
#include "tst_glyphs.moc"
