#include "tests/gui/guisupport.h"

#include "ui/button.h"
#include "ui/passwordedit.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTest>

namespace latchkey::test
{

Window::Window(QWidget *page, const QSize &size)
{
    setCentralWidget(page);
    applyTheme(this);
    resize(size);
    show();
    activateWindow();
    (void)QTest::qWaitForWindowActive(this);
}

QString nameOf(QWidget *widget)
{
    auto *interface = QAccessible::queryAccessibleInterface(widget);
    if (!interface)
        return {};
    // A combo box's name is its value on Linux; what it is called its label says.
    const auto labels = interface->relations(QAccessible::Label);
    return qobject_cast<QComboBox *>(widget) && !labels.isEmpty()
        ? labels.first().first->text(QAccessible::Name)
        : interface->text(QAccessible::Name);
}

QWidget *named(const QWidget *root, const QString &name)
{
    QWidget *found = nullptr;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        const bool label
            = qobject_cast<QLabel *>(widget) && !(widget->focusPolicy() & Qt::TabFocus);
        if (label || !widget->isVisible() || nameOf(widget) != name)
            continue;
        if (found)
            return nullptr;
        found = widget;
    }
    return found;
}

QStringList tabStops(QWidget *start, bool backward)
{
    constexpr int tooMany = 40;
    QStringList names;
    start->setFocus();
    QWidget *now = start;
    do {
        names += nameOf(now);
        QTest::keyClick(now, backward ? Qt::Key_Backtab : Qt::Key_Tab,
                        backward ? Qt::ShiftModifier : Qt::NoModifier);
        now = QApplication::focusWidget();
    } while (now && now != start && names.size() < tooMany);
    return names;
}

QStringList nameFaults(const QWidget *root)
{
    QStringList faults;
    QSet<QString> seen;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const QString name = nameOf(widget);
        if (name.isEmpty())
            faults += QStringLiteral("no name: ") + widget->objectName();
        if (seen.contains(name))
            faults += QStringLiteral("name twice: ") + name + u' ' + widget->objectName();
        seen.insert(name);
        if (widget->width() < 24 || widget->height() < 24)
            faults += QStringLiteral("too small: ") + name;
    }
    return faults;
}

QStringList layoutFaults(QWidget *root)
{
    QStringList faults;
    auto *area = root->findChild<QScrollArea *>();
    for (QWidget *widget : area->widget()->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const QString what = widget->objectName() + u' ' + nameOf(widget);
        const bool text = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLabel *>(widget)
            || qobject_cast<QLineEdit *>(widget);
        if (text && widget->height() < widget->minimumSizeHint().height())
            faults += QStringLiteral("cut off in height: ") + what;
        if (qobject_cast<QAbstractButton *>(widget)
            && widget->width() < widget->minimumSizeHint().width())
            faults += QStringLiteral("cut off in width: ") + what;
        const QRect place(widget->mapTo(area->widget(), QPoint()), widget->size());
        if (place.left() < 0 || place.right() >= area->viewport()->width())
            faults += QStringLiteral("out of the window: ") + what;
        area->ensureWidgetVisible(widget, 0, 0);
        const QRect seen(widget->mapTo(area->viewport(), QPoint()), widget->size());
        if (!area->viewport()->rect().intersects(seen))
            faults += QStringLiteral("not reached by scrolling: ") + what;
    }
    return faults;
}

bool isToggleInField(const QWidget *field, const QWidget *toggle)
{
    if (!qobject_cast<const PasswordEdit *>(field) || toggle->parent() != field->parent()
        || toggle->objectName() != u"showPasswordButton")
        return false;
    constexpr int frame = 1;
    constexpr int clear = 1;
    const int in = frame + clear;
    const QRect inside = field->geometry().adjusted(ringSpace + in, in, -ringSpace - in, -in);
    // The text of the field ends before the button.
    const int free = field->property("trailingRoom").toInt();
    const QRect button = toggle->geometry();
    const int needed = field->isRightToLeft() ? button.right() - field->geometry().left()
                                              : field->geometry().right() - button.left();
    return inside.contains(button) && free + ringSpace >= needed;
}

QStringList cutOff(const QWidget *dialog)
{
    QStringList faults;
    for (const auto *widget : dialog->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const int needed = label && label->wordWrap() ? label->heightForWidth(label->width())
                                                      : widget->minimumSizeHint().height();
        const QRect place(widget->mapTo(dialog, QPoint()), widget->size());
        if (widget->height() < needed || !dialog->rect().contains(place))
            faults += widget->objectName();
    }
    return faults;
}

QStringList visibleTexts(const QWidget *root)
{
    QStringList texts;
    for (const auto *label : root->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            texts += label->text();
    }
    return texts;
}

QStringList everyText(const QWidget *root)
{
    QStringList texts;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        texts += widget->toolTip();
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        for (const auto kind :
             {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            texts += interface ? interface->text(kind) : QString();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
    }
    return texts;
}

} // namespace latchkey::test
