#pragma once

#include <QAccessible>

namespace latchkey
{

// What Qt gets wrong on the accessibility bus, put right while this object lives. One per process,
// made right after QApplication: before it, Qt's own factory wins.
//
// - Text that goes through a password field reaches the bus letter by letter, in clear, also when
//   it is emptied (qt-notes 9.2). Here every event of such a field carries bullets instead, and a
//   PasswordEdit shows bullets to whoever asks, revealed or not (security.md U4).
// - A MessageBar and an Announcer have the role Notification, the only one that screen readers
// speak
//   (qt-notes 9.1).
// - What is done Quietly is not told.
class Accessibility final
{
public:
    Accessibility();
    ~Accessibility();
    Q_DISABLE_COPY_MOVE(Accessibility)

private:
    static void handleUpdate(QAccessibleEvent *event);
    static QAccessible::UpdateHandler s_previous; // the API takes a plain function: no other place
};

// While it lives, new names and texts of `widget` and of what is directly in it are nothing that a
// screen reader is told of: for numbers that count (screens.md section 9, check 20). Whoever asks
// still gets them.
class Quietly final
{
public:
    explicit Quietly(QWidget *widget);
    ~Quietly();
    Q_DISABLE_COPY_MOVE(Quietly)

private:
    QWidget *m_widget;
};

} // namespace latchkey
