#pragma once

#include "tests/gui/screens.h"

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace latchkey::test
{

// What the accessibility checks of screens.md section 9 share. A fault is a line for a person; no
// faults, no lines.

// One screen for each kind of control, message and place, where to look at all would take too long.
[[nodiscard]] QList<Screen> screensOfEachKind();

// What Tab stops at and a person could use now, in the order of the tree.
[[nodiscard]] QList<QWidget *> tabTargets(const QWidget *top);
// For messages: its accessible name, or else its objectName.
[[nodiscard]] QString label(QWidget *widget);

[[nodiscard]] QStringList namelessTargets(QWidget *top); // T1: name and role of every focusable
[[nodiscard]] QStringList doubtfulNames(QWidget *top); // T2: unique, and each field labelled
[[nodiscard]] QStringList smallTargets(QWidget *top); // T13
[[nodiscard]] QStringList orderFaults(QWidget *top); // T5: there, back, and round again
[[nodiscard]] QStringList hiddenFocus(QWidget *top); // T10: a focus that is not wholly in view

[[nodiscard]] QStringList weakTexts(QWidget *top); // T11
[[nodiscard]] QStringList weakShapes(QWidget *top); // T12: borders, boxes, icons
[[nodiscard]] QStringList weakRings(QWidget *top); // T9

} // namespace latchkey::test
