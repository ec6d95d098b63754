#include "tests/gui/a11ysupport.h"
#include "tests/gui/looks.h"
#include "tests/gui/pixels.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screenrows.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/fieldstyle.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace latchkey;
using namespace latchkey::test;

// What is read and seen, measured on rendered pixels: checks 8, 11, 12 and 29 of screens.md section
// 9, on every screen and in every theme.

class TestA11yContrast : public QObject
{
    Q_OBJECT

private slots:
    void theFormulaIsWcags()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.005);
    }

    void theChecksCatch()
    {
        QWidget bad;
        bad.setPalette(QPalette(Qt::white, Qt::white));
        auto *column = new QVBoxLayout(&bad);
        auto *text = new QLabel(QStringLiteral("A line of text to read"), &bad);
        auto *edit = new QLineEdit(&bad);
        auto *sign = new SeverityGlyph(&bad);
        FieldStyle::dress(edit);
        for (QWidget *widget : QList<QWidget *>{text, edit, sign})
            column->addWidget(widget);
        const auto paint = [&](QRgb ink, QRgb border) {
            QPalette palette(Qt::white, Qt::white);
            palette.setColor(QPalette::WindowText, QColor(ink));
            text->setPalette(palette);
            sign->setSeverity(Severity::Warning, QColor(border));
        };
        bad.show();
        paint(0xFF7A7A7A, 0xFFA0A0A0); // 4.3 and 2.6
        QCOMPARE(weakTexts(&bad).size(), 1);
        QCOMPARE(weakShapes(&bad).size(), 1);
        paint(0xFF757575, 0xFF909090); // 4.6 and 3.2
        QCOMPARE(weakTexts(&bad), QStringList());
        QCOMPARE(weakShapes(&bad), QStringList());
        QFont large = text->font();
        large.setPointSizeF(24);
        text->setFont(large);
        paint(0xFF7A7A7A, 0xFF909090);
        QCOMPARE(weakTexts(&bad), QStringList()); // large may be weaker
        paint(0xFFA0A0A0, 0xFF909090);
        QCOMPARE(weakTexts(&bad).size(), 1);
        text->setEnabled(false);
        QCOMPARE(weakTexts(&bad), QStringList()); // and disabled does not count
    }

    void theEdgeCheckCatches()
    {
        QWidget bad;
        bad.setPalette(QPalette(QColor(0x767E8A), QColor(0x767E8A))); // as dark as the frame
        auto *column = new QVBoxLayout(&bad);
        auto *edit = new QCheckBox(QStringLiteral("Box"), &bad);
        column->addWidget(edit);
        QPalette palette(QColor(0x767E8A), QColor(0x767E8A));
        palette.setColor(QPalette::Base, QColor(0x767E8A));
        bad.setPalette(palette);
        bad.show();
        QCOMPARE(weakShapes(&bad).size(), 1);
    }

    void everyScreen_data() { addScreenRows(allScreens(), schemeLooks()); }
    void everyScreen()
    {
        QFETCH(Screen, screen);
        QFETCH(Look, look);
        const Dress dress(look);
        const Staged staged(screen);
        QCOMPARE(weakTexts(staged.top()).join(u'\n'), QString());
        QCOMPARE(weakShapes(staged.top()).join(u'\n'), QString());
    }

    // Seen in grey: the shape of the sign and the words tell, not the colour.
    void severitiesDifferInShape()
    {
        QList<QImage> signs;
        for (const auto severity :
             {Severity::Info, Severity::Success, Severity::Warning, Severity::Error}) {
            SeverityGlyph glyph;
            glyph.resize(24, 24);
            glyph.setSeverity(severity, Qt::black);
            const QImage sign = glyph.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
            QVERIFY2(!signs.contains(sign), qPrintable(QString::number(int(severity))));
            signs += sign;
        }
    }

    // A field at fault has another frame, whether it has the focus or not.
    void aFaultShowsAtItsField_data()
    {
        QTest::addColumn<bool>("focused");
        QTest::newRow("focused") << true;
        QTest::newRow("elsewhere") << false;
    }
    void aFaultShowsAtItsField()
    {
        QFETCH(bool, focused);
        const Staged staged(screenNamed(QStringLiteral("V1")));
        QWidget *edit = part(staged.run, "emailEdit");
        part(staged.run, focused ? "emailEdit" : "passwordEdit")->setFocus();
        const QImage with = pictureOf(edit, edit->rect());
        edit->setProperty("fault", false);
        edit->repaint();
        const auto frame = ringBetween(pictureOf(edit, edit->rect()), with);
        QVERIFY(frame);
        QVERIFY2(frame->width >= 1, qPrintable(QString::number(frame->width)));
        QVERIFY(contrast(frame->colour, coloursOf(edit).window) >= 3);
    }

    void everyErrorHasASignAndWords_data()
    {
        QTest::addColumn<Screen>("screen");
        for (const Screen &screen : errorScreens())
            QTest::newRow(qPrintable(screen.name)) << screen;
    }
    void everyErrorHasASignAndWords()
    {
        QFETCH(Screen, screen);
        const Staged staged(screen);
        auto *bar = staged.run.page()->findChild<MessageBar *>();
        QVERIFY(bar->isVisible());
        const auto *sign = bar->findChild<SeverityGlyph *>();
        QVERIFY(sign->isVisible() && sign->width() >= 12);
        QVERIFY(visibleTexts(bar).contains(bar->message().headline));
    }

    // No colour of the old theme stays behind when the system changes to the other one.
    void aThemeArrivesWhole_data()
    {
        QTest::addColumn<Screen>("screen");
        for (const char *name :
             {"sign-in", "V1", "V2", "E1", "S1-1s", "profile", "profile-panel-toggled", "X1-why",
              "K1", "server", "V5", "settings"})
            QTest::newRow(name) << screenNamed(QString::fromLatin1(name));
    }
    void aThemeArrivesWhole()
    {
        QFETCH(Screen, screen);
        const Look darkLook{.name = QStringLiteral("dark"), .scheme = Scheme::Dark};
        QImage wanted;
        {
            const Dress dress(darkLook);
            const Staged staged(screen);
            const Dress again(darkLook); // both retranslate, and the time they tell goes on
            QCoreApplication::processEvents();
            wanted = staged.top()->grab().toImage();
        }
        const Dress light(Look{.name = QStringLiteral("light")});
        const Staged staged(screen);
        const QImage before = staged.top()->grab().toImage();
        const Dress dark(darkLook);
        QCoreApplication::processEvents();
        const QImage now = staged.top()->grab().toImage();
        QVERIFY(before != wanted);
        if (now != wanted) {
            QCOMPARE(now.size(), wanted.size());
            QRegion stale;
            for (int y = 0; y < now.height(); ++y) {
                for (int x = 0; x < now.width(); ++x) {
                    if (now.pixel(x, y) != wanted.pixel(x, y))
                        stale |= QRect(x, y, 1, 1);
                }
            }
            const QRect place = stale.boundingRect();
            const QWidget *there = staged.top()->childAt(place.center());
            QFAIL(qPrintable(QStringLiteral("stale at %1,%2 %3x%4: %5")
                                 .arg(place.x())
                                 .arg(place.y())
                                 .arg(place.width())
                                 .arg(place.height())
                                 .arg(there ? there->objectName() : QString())));
        }
    }

private:
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestA11yContrast, QApplication)
#include "tst_a11ycontrast.moc"
