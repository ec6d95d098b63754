#include "tests/gui/screenrows.h"

#include <QTest>

namespace latchkey::test
{

void addScreenRows(const QList<Screen> &screens)
{
    QTest::addColumn<Screen>("screen");
    for (const Screen &screen : screens)
        QTest::newRow(qPrintable(screen.name)) << screen;
}

void addScreenRows(const QList<Screen> &screens, const QList<Look> &looks)
{
    QTest::addColumn<Screen>("screen");
    QTest::addColumn<Look>("look");
    for (const Screen &screen : screens) {
        for (const Look &look : looks) {
            QTest::addRow("%s/%s", qPrintable(screen.name), qPrintable(look.name))
                << screen << look;
        }
    }
}

QList<Look> schemeLooks()
{
    return {{.name = QStringLiteral("light")},
            {.name = QStringLiteral("dark"), .scheme = Scheme::Dark},
            {.name = QStringLiteral("contrast"), .scheme = Scheme::HighContrast}};
}

} // namespace latchkey::test
