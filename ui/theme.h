#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QWidget;

namespace latchkey
{

// The program's colours: screens.md section 8, where each pair's contrast is measured. In a
// high-contrast palette they are the system's own.
struct Colours {
    QColor window;
    QColor text;
    QColor muted;
    QColor accent; // also the focus ring and links
    QColor onAccent;
    QColor accentHover;
    QColor border; // of fields and buttons: 3:1 at least
    QColor line; // between groups, decoration only
    QColor panel; // a quiet surface: hovered buttons, the avatar's ground
    QColor card; // the ground of a group (card.h)
    QColor error;
    QColor warning;
    QColor success;
    bool dark = false;
};
struct ColourPair {
    QColor text;
    QColor ground;
};

enum class Severity;

[[nodiscard]] Colours coloursFor(const QPalette &system);
[[nodiscard]] ColourPair barColours(Severity severity, const Colours &colours);
[[nodiscard]] bool isHighContrast(const QPalette &system);

// The colours a widget inside a themed window paints with.
[[nodiscard]] Colours coloursOf(const QWidget *widget);

// Gives a window the program's palette, and again whenever the system's palette changes.
void applyTheme(QWidget *window);

// Spacing on an 8 px grid that grows with the font, so that 200 % text keeps its proportions.
[[nodiscard]] int grid(const QWidget *widget, double steps = 1.0);
// The widest a column of a form may be: about 480 px at the usual font size.
[[nodiscard]] int columnWidth(const QWidget *widget);

inline constexpr double headingScale = 1.75; // of the system font
inline constexpr double subheadingScale = 1.15;
void scaleFont(QWidget *widget, double factor, bool bold);
// Text in the muted colour: help lines and field names.
void setMuted(QWidget *widget);

} // namespace latchkey
