#include "tests/gui/guisupport.h"

#include "ui/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
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
    return interface ? interface->text(QAccessible::Name) : QString();
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

QStringList visibleTexts(const QWidget *root)
{
    QStringList texts;
    for (const auto *label : root->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            texts += label->text();
    }
    return texts;
}

} // namespace latchkey::test
