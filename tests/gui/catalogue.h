#pragma once

#include "tests/gui/screens.h"

#include <QHash>

namespace latchkey::test
{

// Where on a screen a message's words stand.
enum class Place {
    Bar,
    Page, // as headline and body of a page of its own
    EmailHint,
    PasswordHint,
    AddressHint,
    StayHelp, // the line below "Stay signed in"
    SubmitButton,
    Progress,
    TestResult, // what the server dialog says of a test
};

// How one wording of the table is reached, and with which values in it.
struct Reach {
    QString id;
    int wording; // which of the row's texts
    QString screen;
    Place place = Place::Bar;
    QHash<QString, QString> values = {};
};
[[nodiscard]] QList<Reach> reaches();
inline const QString anyNumber = QStringLiteral("#"); // a value with chance in it

// The table's words for it, filled in.
[[nodiscard]] QString wordsOf(const Reach &reach);
// The words on the screen, as text and as what assistive technology gets; without the invisible
// marks that isolate directions.
[[nodiscard]] QString shownWords(const Staged &staged, Place place);
[[nodiscard]] QString spokenWords(const Staged &staged, Place place);

// The message bar that is shown, or null.
[[nodiscard]] MessageBar *barOn(const Staged &staged);

} // namespace latchkey::test
