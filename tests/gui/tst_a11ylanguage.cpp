#include "tests/gui/a11ysupport.h"
#include "tests/gui/looks.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screenrows.h"
#include "tests/support/testprogram.h"
#include "ui/accessibility.h"
#include "ui/announcer.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

using namespace latchkey;
using namespace latchkey::test;

// Every screen in every language, changed while it is shown: checks 22 and 27 of screens.md section
// 9.

namespace
{

Look spoken(const QString &language)
{
    return {.name = language, .language = language};
}

void letItSettle()
{
    for (int round = 0; round < 3; ++round)
        QCoreApplication::processEvents();
}

// Qt's own parts say nothing, and what was announced is over when the language changes.
bool speaks(const QWidget *widget)
{
    return !widget->objectName().startsWith(u"qt_") && !qobject_cast<const Announcer *>(widget);
}

// All that is read or heard of it, one line for each thing.
QStringList wordsOf(QWidget *top)
{
    QStringList words;
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != top || !speaks(widget))
            continue;
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        QStringList line{widget->objectName(), widget->property("text").toString(),
                         widget->property("currentText").toString(),
                         widget->property("placeholderText").toString(), widget->toolTip()};
        if (interface)
            line << interface->text(QAccessible::Name) << interface->text(QAccessible::Description);
        if (const auto *table = qobject_cast<QTableView *>(widget)) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                line += table->model()->headerData(column, Qt::Horizontal).toString();
        }
        if (!line.sliced(1).join(QString()).isEmpty())
            words += line.join(u'|');
    }
    for (const QAction *action : top->findChildren<QAction *>())
        words += action->text();
    return words;
}

QStringList lettersTwice(const QStringList &texts)
{
    QHash<QKeySequence, QString> owners;
    QStringList faults;
    for (const QString &text : texts) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        if (letter.isEmpty())
            continue;
        if (owners.contains(letter))
            faults += owners.value(letter) + QStringLiteral(" and ") + text;
        owners.insert(letter, text);
    }
    return faults;
}

// On one screen, and in one menu, a letter belongs to one control.
QStringList mnemonicFaults(const QWidget *top)
{
    QStringList shown;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool takes = label ? label->buddy() != nullptr
                                 : qobject_cast<const QAbstractButton *>(widget) != nullptr;
        if (takes && widget->isVisible() && widget->window() == top)
            shown += widget->property("text").toString();
    }
    QStringList faults = lettersTwice(shown);
    for (const QMenu *menu : top->findChildren<QMenu *>()) {
        QStringList entries;
        for (const QAction *action : menu->actions())
            entries += action->text();
        faults += lettersTwice(entries);
    }
    return faults;
}

} // namespace

class TestA11yLanguage : public QObject
{
    Q_OBJECT

private slots:
    void theLetterCheckCatches()
    {
        QCOMPARE(
            lettersTwice({QStringLiteral("&One"), QStringLiteral("T&wo"), QStringLiteral("x")}),
            QStringList());
        QCOMPARE(lettersTwice({QStringLiteral("&One"), QStringLiteral("Tw&o")}).size(), 1);
    }

    void everyScreen_data() { addScreenRows(allScreens()); }
    void everyScreen()
    {
        QFETCH(Screen, screen);
        QStringList fresh;
        {
            const Dress dress(spoken(pseudoLocale));
            const Staged staged(screen);
            const Dress again(spoken(pseudoLocale)); // both retranslate: the time they tell goes on
            letItSettle();
            fresh = wordsOf(staged.top());
        }
        const Dress usual(plainLook());
        const Staged staged(screen);
        for (const char *language : {"en", "de", "es", "pt_BR", "ar"}) {
            const Dress dress(spoken(QString::fromLatin1(language)));
            letItSettle();
            const QStringList faults = mnemonicFaults(staged.top());
            QVERIFY2(faults.isEmpty(), qPrintable(QLocale().name() + faults.join(u'|')));
        }
        // No word of the other languages stays behind, seen or unseen.
        const Dress dress(spoken(pseudoLocale));
        letItSettle();
        QCOMPARE(mnemonicFaults(staged.top()), QStringList());
        const QStringList now = wordsOf(staged.top());
        for (const QString &line : now)
            QVERIFY2(fresh.contains(line), qPrintable(line));
        QCOMPARE(now.size(), fresh.size());
        for (const auto *announcer : staged.top()->findChildren<Announcer *>())
            QVERIFY(!announcer->isVisible());
    }

private:
    Accessibility m_accessibility;
};

LATCHKEY_TEST(TestA11yLanguage, QApplication)
#include "tst_a11ylanguage.moc"
