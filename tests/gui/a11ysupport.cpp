#include "tests/gui/a11ysupport.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSet>
#include <QTest>

namespace latchkey::test
{

namespace
{

constexpr int smallestTarget = 24;
constexpr int tooManyStops = 60;

// The line of a spin box or of an editable combo box: one control with its owner.
bool isPartOfControl(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QComboBox *>(parent);
}

bool isField(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget);
}

// Of buttons of which one is chosen, Tab stops at the chosen one; the arrow keys go on from there.
bool isReachedByArrows(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool oneOfSome
        = button && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
    return oneOfSome && !button->isChecked();
}

QStringList stops(QWidget *start, bool backward)
{
    QStringList names;
    start->setFocus(Qt::TabFocusReason);
    QWidget *now = start;
    do {
        names += label(now);
        QTest::keyClick(now, backward ? Qt::Key_Backtab : Qt::Key_Tab,
                        backward ? Qt::ShiftModifier : Qt::NoModifier);
        now = QApplication::focusWidget();
    } while (now && now != start && names.size() < tooManyStops);
    return names;
}

} // namespace

QList<Screen> screensOfEachKind()
{
    QList<Screen> screens;
    for (const char *name : {"sign-in", "V1", "E1", "demo", "X9", "X6", "X1-why", "profile",
                             "profile-panel-toggled", "profile-table", "K1", "server"})
        screens += screenNamed(QString::fromLatin1(name));
    for (const Screen &screen : dialogScreens()) {
        if (screen.name.startsWith(u"settings") || screen.name.startsWith(u"diagnostics"))
            screens += screen;
    }
    return screens;
}

QList<QWidget *> tabTargets(const QWidget *top)
{
    QList<QWidget *> targets;
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        const bool tab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (tab && widget->isVisible() && widget->isEnabled() && widget->window() == top
            && !isPartOfControl(widget) && !widget->focusProxy())
            targets += widget;
    }
    return targets;
}

QString label(QWidget *widget)
{
    auto *interface = QAccessible::queryAccessibleInterface(widget);
    QString name = interface ? interface->text(QAccessible::Name) : QString();
    // A combo box's name is its value on Linux; what it is called its label says.
    const auto labels = interface && qobject_cast<QComboBox *>(widget)
        ? interface->relations(QAccessible::Label)
        : decltype(interface->relations())();
    if (!labels.isEmpty())
        name = labels.first().first->text(QAccessible::Name);
    if (!name.isEmpty())
        return name;
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                          : widget->objectName();
}

QStringList namelessTargets(QWidget *top)
{
    QStringList faults;
    for (QWidget *widget : tabTargets(top)) {
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        const QString what
            = widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className());
        const QString name = interface ? interface->text(QAccessible::Name) : QString();
        if (name.trimmed().isEmpty())
            faults += QStringLiteral("no name: ") + what;
        else if (name.contains(u"::") || name.contains(u'&') || name.endsWith(u".png")
                 || name.endsWith(u".svg"))
            faults += QStringLiteral("not a name: ") + name;
        const auto role = interface ? interface->role() : QAccessible::NoRole;
        if (role == QAccessible::NoRole || role == QAccessible::Client
            || role == QAccessible::Window || role == QAccessible::UserRole)
            faults += QStringLiteral("no role: ") + what;
        if (interface && !interface->state().focusable)
            faults += QStringLiteral("not told to be focusable: ") + what;
    }
    return faults;
}

QStringList doubtfulNames(QWidget *top)
{
    QStringList faults;
    QSet<QString> seen;
    for (QWidget *widget : tabTargets(top)) {
        const QString name = label(widget);
        if (seen.contains(name))
            faults += QStringLiteral("name twice: ") + name;
        seen.insert(name);
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (isField(widget) && interface && interface->relations(QAccessible::Label).isEmpty())
            faults += QStringLiteral("no label is this field's: ") + name;
    }
    return faults;
}

QStringList smallTargets(QWidget *top)
{
    QStringList faults;
    for (QWidget *widget : tabTargets(top)) {
        if (widget->width() < smallestTarget || widget->height() < smallestTarget)
            faults += QStringLiteral("too small: %1 is %2 x %3")
                          .arg(label(widget))
                          .arg(widget->width())
                          .arg(widget->height());
    }
    return faults;
}

QStringList orderFaults(QWidget *top)
{
    QList<QWidget *> targets = tabTargets(top);
    if (targets.isEmpty())
        return {};
    // A message that goes with the first key (X10) is no stop of a round.
    targets.first()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(targets.first(), Qt::Key_Tab);
    targets = tabTargets(top);
    const QStringList there = stops(targets.first(), false);
    QStringList back = stops(targets.first(), true);
    QStringList faults;
    if (there.size() >= tooManyStops || back.size() >= tooManyStops)
        faults += QStringLiteral("Tab does not come round: ") + there.mid(0, 20).join(u'|');
    std::reverse(back.begin() + 1, back.end());
    if (there != back)
        faults += QStringLiteral("there %1, back %2").arg(there.join(u'|'), back.join(u'|'));
    for (QWidget *widget : targets) {
        if (!there.contains(label(widget)) && !isReachedByArrows(widget))
            faults += QStringLiteral("Tab does not reach ") + label(widget);
    }
    return faults;
}

// With the Tab key, as the person goes: what setFocus() alone does is not asked.
QStringList hiddenFocus(QWidget *top)
{
    QStringList faults;
    const QList<QWidget *> targets = tabTargets(top);
    if (targets.isEmpty())
        return {};
    targets.last()->setFocus(Qt::TabFocusReason);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        if (!now)
            return {QStringLiteral("the focus is lost")};
        // visibleRegion() knows of what clips it: the scroll area, and whoever lies above. It
        // leaves out the widget's own children.
        QRegion shown = now->visibleRegion();
        for (const QWidget *child : now->findChildren<QWidget *>())
            shown += child->visibleRegion().translated(child->mapTo(now, QPoint()));
        const QRegion hidden = QRegion(now->rect()) - shown;
        const QRect rect = hidden.boundingRect();
        if (!hidden.isEmpty())
            faults += QStringLiteral("%1 is in focus and %2 x %3 of it are not in view")
                          .arg(label(now))
                          .arg(rect.width())
                          .arg(rect.height());
    }
    return faults;
}

} // namespace latchkey::test
