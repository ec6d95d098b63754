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
// - A MessageBar has the role Notification, the only one that screen readers speak (qt-notes 9.1).
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

} // namespace latchkey
