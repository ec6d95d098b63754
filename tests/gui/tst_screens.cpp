#include "tests/gui/looks.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screenrows.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/messagebar.h"
#include "ui/profilepage.h"
#include "ui/signinpage.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTextLayout>

using namespace latchkey;
using namespace latchkey::test;

// Every screen in the whole window: in its usual size, in a small one, with text of twice the size,
// mirrored, on dark. To look at them, build the target `gallery`.

namespace
{

constexpr QSize smallWindow{640, 480};

QList<Look> testedLooks()
{
    return {
        {.name = QStringLiteral("usual")},
        {.name = QStringLiteral("dark"), .scheme = Scheme::Dark},
        {.name = QStringLiteral("mirrored"), .mirrored = true},
        {.name = QStringLiteral("small"), .size = smallWindow},
        {.name = QStringLiteral("large"), .text = 2.0},
        {.name = QStringLiteral("large-small-mirrored-contrast"),
         .scheme = Scheme::HighContrast,
         .text = 2.0,
         .mirrored = true,
         .size = smallWindow},
    };
}

// The lines of a wrapped label, as it draws them.
QStringList linesOf(const QLabel &label)
{
    QTextLayout text(label.text(), label.font());
    QStringList lines;
    const int indent = std::max(0, label.indent());
    text.beginLayout();
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(label.contentsRect().width() - indent);
        lines += label.text().mid(line.textStart(), line.textLength()).trimmed();
    }
    text.endLayout();
    return lines;
}

QStringList lonelyWords(const QWidget *root)
{
    QStringList found;
    const auto *bar = root->findChild<MessageBar *>();
    for (const auto *label : root->findChildren<QLabel *>()) {
        const bool ownWords = !bar || !bar->isAncestorOf(label);
        if (!label->isVisible() || !label->wordWrap() || !ownWords) // a message ends in any name
            continue;
        const QStringList lines = linesOf(*label);
        const bool alone = !lines.last().contains(u' ') && !lines.last().contains(QChar::Nbsp);
        if (lines.size() > 1 && alone)
            found += lines.last() + QStringLiteral(" of ") + label->text();
    }
    return found;
}

// A scroll bar where there is nothing to scroll, or content that hangs in a corner.
QStringList placeFaults(const QWidget *page)
{
    auto *area = page->findChild<QScrollArea *>();
    QWidget *column = area->widget();
    const QMargins margins = column->layout()->contentsMargins();
    const int needed
        = column->layout()->totalHeightForWidth(column->width()) - margins.top() - margins.bottom();
    QStringList faults;
    if (area->verticalScrollBar()->maximum() > 0 && needed + 2 * 8 <= area->viewport()->height())
        faults += QStringLiteral("scrolls for nothing");
    if (area->verticalScrollBar()->maximum()
        > margins.bottom() + margins.top() + std::max(0, needed - area->viewport()->height()))
        faults += QStringLiteral("scrolls into nothing");
    if (margins.top() > margins.bottom() + 1)
        faults += QStringLiteral("hangs low");
    if (std::abs(margins.left() - margins.right()) > 1)
        faults += QStringLiteral("stands aside");
    return faults;
}

} // namespace

class TestScreens : public QObject
{
    Q_OBJECT

private slots:
    void namesAreUnique()
    {
        QStringList names;
        for (const Screen &screen : allScreens())
            names += screen.name;
        QCOMPARE(QStringList(names).removeDuplicates(), 0);
    }

    void looksRight_data() { addScreenRows(allScreens(), testedLooks()); }
    void looksRight()
    {
        QFETCH(Screen, screen);
        QFETCH(Look, look);
        const Dress dress(look);
        const Staged staged(screen, look.size);
        const Run &run = staged.run;
        const bool usual = look.text == 1.0 && !look.size.isValid();
        if (const QDialog *dialog = openDialog(run)) { // the page's scroll area is behind it
            QCOMPARE(reachFaults(staged).join(u'|'), QString());
            if (usual && screen.roomy)
                QCOMPARE(dialog->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
            return;
        }
        QCOMPARE(placeFaults(run.page()).join(u'|'), QString());
        // A message above the profile may push it further down than the window reaches.
        const bool pushed = run.on<ProfilePage>() && !run.bar().isEmpty();
        if (usual && screen.roomy && !pushed)
            QCOMPARE(run.page()->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
        if (usual)
            QCOMPARE(lonelyWords(run.page()).join(u'|'), QString());
        QCOMPARE(layoutFaults(run.page()).join(u'|'), QString());
    }

    // No layout that asks for another one for ever: nothing burns in a window that rests.
    void comesToRest_data() { addScreenRows(allScreens()); }
    void comesToRest()
    {
        QFETCH(Screen, screen);
        const Dress dress(plainLook());
        const Staged staged(screen);
        for (int round = 0; round < 5; ++round)
            QCoreApplication::processEvents();
        const Unrest unrest;
        for (int round = 0; round < 5; ++round)
            QCoreApplication::processEvents();
        QCOMPARE(unrest.layouts, 0);
    }

    void theHelpOfStayingIsOneLine_data()
    {
        QTest::addColumn<QString>("keychain");
        QTest::newRow("GNOME") << QStringLiteral("GNOME Keyring");
        QTest::newRow("KDE") << QStringLiteral("KWallet");
        QTest::newRow("any") << QStringLiteral("Secret Service");
    }
    void theHelpOfStayingIsOneLine()
    {
        QFETCH(QString, keychain);
        const Staged staged(screenNamed(QStringLiteral("sign-in")));
        auto *page = qobject_cast<SignInPage *>(staged.run.page());
        page->setKeychain(keychain, std::nullopt);
        QCoreApplication::processEvents();
        const auto *help = page->findChild<QLabel *>(QStringLiteral("stayHelpLabel"));
        QVERIFY(help->heightForWidth(help->width()) < 2 * help->fontMetrics().height());
    }

    // All of it on one ground over one line, also where the columns leave a gap.
    void theTablesHeadIsWhole()
    {
        const Dress dress({.name = QStringLiteral("ar"), .language = QStringLiteral("ar")});
        const Staged staged(screenNamed(QStringLiteral("profile-qa-table")));
        auto *table = staged.run.page()->findChild<QTableView *>(QStringLiteral("timelineTable"));
        const QImage head = table->horizontalHeader()->grab().toImage();
        const QRgb ground = coloursOf(table).card.rgb();
        const QRgb line = coloursOf(table).border.rgb();
        for (int x = 0; x < head.width(); ++x) {
            QCOMPARE(head.pixel(x, 0), ground);
            QCOMPARE(head.pixel(x, head.height() - 1), line);
        }
    }

private:
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestScreens, QApplication)
#include "tst_screens.moc"
