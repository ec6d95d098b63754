#include "ui/accessibility.h"

#include "ui/announcer.h"
#include "ui/messagebar.h"
#include "ui/passwordaccessible.h"
#include "ui/timeline.h"

namespace latchkey
{

namespace
{

class NotificationAccessible final : public QAccessibleWidget
{
public:
    explicit NotificationAccessible(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Notification)
    {
    }
};

// What it shows is told by its name, its description and the table beside it.
class TimelineAccessible final : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(Timeline *timeline)
        : QAccessibleWidget(timeline, QAccessible::Chart)
    {
    }
};

class HeadingAccessible final : public QAccessibleWidget
{
public:
    explicit HeadingAccessible(Heading *heading)
        : QAccessibleWidget(heading, QAccessible::Heading)
    {
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (qobject_cast<MessageBar *>(object) || qobject_cast<Announcer *>(object))
        return new NotificationAccessible(static_cast<QWidget *>(object));
    if (auto *timeline = qobject_cast<Timeline *>(object))
        return new TimelineAccessible(timeline);
    if (auto *heading = qobject_cast<Heading *>(object))
        return new HeadingAccessible(heading);
    if (auto *edit = qobject_cast<PasswordEdit *>(object))
        return new PasswordAccessible(edit);
    return nullptr;
}

bool holdsPassword(const QObject *object)
{
    if (qobject_cast<const PasswordEdit *>(object))
        return true; // revealed or not
    const auto *edit = qobject_cast<const QLineEdit *>(object);
    return edit && edit->echoMode() != QLineEdit::Normal;
}

constexpr char quietProperty[] = "latchkeyQuiet";

bool isQuiet(const QObject *object)
{
    return object
        && (object->property(quietProperty).toBool()
            || (object->parent() && object->parent()->property(quietProperty).toBool()));
}

QString bullets(const QString &text)
{
    return QString(text.size(), QChar(bullet));
}

void forward(QAccessibleEvent *event, QAccessible::UpdateHandler handler,
             QAccessible::UpdateHandler previous)
{
    if (previous) {
        previous(event);
        return;
    }
    // Without a handler Qt goes to the platform itself, and there is no other public way to it.
    QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(handler);
}

} // namespace

QAccessible::UpdateHandler Accessibility::s_previous = nullptr;

Accessibility::Accessibility()
{
    QAccessible::installFactory(makeInterface);
    s_previous = QAccessible::installUpdateHandler(handleUpdate);
}

Accessibility::~Accessibility()
{
    QAccessible::installUpdateHandler(s_previous);
    QAccessible::removeFactory(makeInterface);
    s_previous = nullptr;
}

void Accessibility::handleUpdate(QAccessibleEvent *event)
{
    const auto pass = [](QAccessibleEvent *e) { forward(e, handleUpdate, s_previous); };
    if (event->type() == QAccessible::NameChanged && isQuiet(event->object()))
        return;
    if (!holdsPassword(event->object())) {
        pass(event);
        return;
    }
    QObject *object = event->object();
    switch (event->type()) {
    case QAccessible::TextInserted: {
        const auto *insert = static_cast<QAccessibleTextInsertEvent *>(event);
        QAccessibleTextInsertEvent masked(object, insert->changePosition(),
                                          bullets(insert->textInserted()));
        masked.setCursorPosition(insert->cursorPosition());
        pass(&masked);
        return;
    }
    case QAccessible::TextRemoved: {
        const auto *remove = static_cast<QAccessibleTextRemoveEvent *>(event);
        QAccessibleTextRemoveEvent masked(object, remove->changePosition(),
                                          bullets(remove->textRemoved()));
        masked.setCursorPosition(remove->cursorPosition());
        pass(&masked);
        return;
    }
    case QAccessible::TextUpdated: {
        const auto *update = static_cast<QAccessibleTextUpdateEvent *>(event);
        QAccessibleTextUpdateEvent masked(object, update->changePosition(),
                                          bullets(update->textRemoved()),
                                          bullets(update->textInserted()));
        masked.setCursorPosition(update->cursorPosition());
        pass(&masked);
        return;
    }
    case QAccessible::ValueChanged: {
        const auto *value = static_cast<QAccessibleValueChangeEvent *>(event);
        QAccessibleValueChangeEvent masked(object, bullets(value->value().toString()));
        pass(&masked);
        return;
    }
    default: // carries no text; QAccessible::Event is Qt's and grows with each version
        pass(event);
        return;
    }
}

Quietly::Quietly(QWidget *widget)
    : m_widget(widget)
{
    widget->setProperty(quietProperty, true);
}

Quietly::~Quietly()
{
    m_widget->setProperty(quietProperty, {});
}

} // namespace latchkey
