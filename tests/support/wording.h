#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace latchkey::test
{

// One row of the table in screens.md section 7, which wording.txt holds to the letter.
struct Wording {
    QString id;
    QStringList texts; // every wording the row spells out, in its order, placeholders unfilled
    QStringList buttons; // the first is the default
};

// Aborts if the file cannot be read.
[[nodiscard]] QList<Wording> wordingTable();
[[nodiscard]] Wording wordingOf(const QString &id);

// For the tests of the reading itself.
[[nodiscard]] QStringList spelledOut(const QString &text, const QString &textOfE1);
[[nodiscard]] QStringList buttonsIn(const QString &cell);

} // namespace latchkey::test
