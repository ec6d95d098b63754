#pragma once

#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QString>
#include <QStringList>

namespace latchkey::test
{

// A themed window around a page, as the program shows it.
class Window final : public QMainWindow
{
public:
    explicit Window(QWidget *page, const QSize &size = {720, 680});
};

// The visible widget with this accessible name; null if there is none or more than one.
[[nodiscard]] QWidget *named(const QWidget *root, const QString &name);
[[nodiscard]] QString nameOf(QWidget *widget);

// The names of what Tab (or Shift+Tab) reaches from `start` until it comes round again.
[[nodiscard]] QStringList tabStops(QWidget *start, bool backward = false);

// What is wrong with the names of a page: empty if every widget that can take the focus has one of
// its own and is large enough to hit.
[[nodiscard]] QStringList nameFaults(const QWidget *root);

// What is cut off or cannot be reached by scrolling.
[[nodiscard]] QStringList layoutFaults(QWidget *root);

// What a dialog cuts off.
[[nodiscard]] QStringList cutOff(const QWidget *dialog);

// The one pair that may lie on each other: "Show password" in the field that keeps the room free
// for it, its focus ring clear of the field's frame.
[[nodiscard]] bool isToggleInField(const QWidget *field, const QWidget *toggle);

// Visible text labels, in order.
[[nodiscard]] QStringList visibleTexts(const QWidget *root);

// All that a screen tells, to the eye and to assistive technology.
[[nodiscard]] QStringList everyText(const QWidget *root);

// Layouts asked for, in the whole program.
class Unrest : public QObject
{
public:
    Unrest() { qApp->installEventFilter(this); }
    int layouts = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        layouts += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace latchkey::test
