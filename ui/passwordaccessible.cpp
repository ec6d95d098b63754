#include "ui/passwordaccessible.h"

#include <algorithm>

namespace latchkey
{

PasswordAccessible::PasswordAccessible(PasswordEdit *edit)
    : QAccessibleWidget(edit, QAccessible::EditableText)
{
}

PasswordEdit *PasswordAccessible::edit() const
{
    return static_cast<PasswordEdit *>(widget());
}

void *PasswordAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::EditableTextInterface)
        return static_cast<QAccessibleEditableTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString PasswordAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? QString(characterCount(), QChar(bullet))
                                      : QAccessibleWidget::text(kind);
}

void PasswordAccessible::setText(QAccessible::Text kind, const QString &text)
{
    if (kind == QAccessible::Value)
        replaceText(0, characterCount(), text);
    else
        QAccessibleWidget::setText(kind, text);
}

QAccessible::State PasswordAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.passwordEdit = true;
    state.selectableText = true;
    state.readOnly = edit()->isReadOnly();
    state.editable = !edit()->isReadOnly();
    return state;
}

void PasswordAccessible::selection(int, int *start, int *end) const
{
    *start = std::max(edit()->selectionStart(), 0);
    *end = *start + edit()->selectionLength();
}

int PasswordAccessible::selectionCount() const
{
    return edit()->hasSelectedText() ? 1 : 0;
}

void PasswordAccessible::addSelection(int start, int end)
{
    setSelection(0, start, end);
}

void PasswordAccessible::removeSelection(int)
{
    edit()->deselect();
}

void PasswordAccessible::setSelection(int, int start, int end)
{
    edit()->setSelection(start, end - start);
}

int PasswordAccessible::cursorPosition() const
{
    return edit()->cursorPosition();
}

void PasswordAccessible::setCursorPosition(int position)
{
    edit()->setCursorPosition(position);
}

QString PasswordAccessible::text(int start, int end) const
{
    const int from = std::clamp(start, 0, characterCount());
    const int to = end < 0 ? characterCount() : std::clamp(end, from, characterCount());
    return QString(to - from, QChar(bullet));
}

int PasswordAccessible::characterCount() const
{
    return int(edit()->text().size());
}

QRect PasswordAccessible::characterRect(int) const
{
    return rect(); // where a letter stands would tell its width, and so the letter
}

int PasswordAccessible::offsetAtPoint(const QPoint &) const
{
    return -1;
}

void PasswordAccessible::scrollToSubstring(int start, int)
{
    setCursorPosition(start);
}

QString PasswordAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

void PasswordAccessible::deleteText(int start, int end)
{
    replaceText(start, end, {});
}

void PasswordAccessible::insertText(int offset, const QString &text)
{
    replaceText(offset, offset, text);
}

void PasswordAccessible::replaceText(int start, int end, const QString &text)
{
    if (edit()->isReadOnly())
        return;
    const int length = end < 0 ? characterCount() - start : end - start;
    edit()->setSelection(start, length);
    if (length == 0)
        edit()->setCursorPosition(start);
    edit()->insert(text);
}

} // namespace latchkey
