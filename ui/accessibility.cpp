#include "ui/accessibility.h"

#include "ui/messagebar.h"
#include "ui/passwordaccessible.h"

namespace latchkey
{

namespace
{

class NotificationAccessible final : public QAccessibleWidget
{
public:
    explicit NotificationAccessible(MessageBar *bar)
        : QAccessibleWidget(bar, QAccessible::Notification)
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
    if (auto *bar = qobject_cast<MessageBar *>(object))
        return new NotificationAccessible(bar);
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

} // namespace latchkey
