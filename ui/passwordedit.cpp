#include "ui/passwordedit.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace latchkey
{

namespace
{

bool isForbidden(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo)
        || event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut);
}

} // namespace

PasswordEdit::PasswordEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setDragEnabled(false);
    setAcceptDrops(false);
    setHints();
    connect(qApp, &QApplication::focusChanged, this, &PasswordEdit::hideWhenFocusLeaves);
}

PasswordEdit::~PasswordEdit()
{
    // The focus moves on while QWidget's destructor runs, when this is no PasswordEdit any more.
    disconnect(qApp, &QApplication::focusChanged, this, nullptr);
}

void PasswordEdit::setClock(Clock &clock)
{
    m_hideTimer = clock.makeTimer([this] { setRevealed(false); });
}

void PasswordEdit::setHints()
{
    // setEchoMode(Normal) takes them away, and a keyboard that predicts also remembers.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData
                        | Qt::ImhNoAutoUppercase);
}

Secret PasswordEdit::secret() const
{
    return Secret(QStringView(text()));
}

void PasswordEdit::erase()
{
    setText({});
    setRevealed(false);
}

void PasswordEdit::setRevealed(bool revealed)
{
    if (revealed == isRevealed())
        return;
    deselect(); // a selection made while hidden must not become one that can be dragged or copied
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    setHints();
    if (m_hideTimer) {
        if (revealed)
            m_hideTimer->start(revealTime);
        else
            m_hideTimer->stop();
    }
    emit revealedChanged(revealed);
}

bool PasswordEdit::event(QEvent *event)
{
    // Taken here too, or the window could offer the key to somebody else's undo.
    if (event->type() == QEvent::ShortcutOverride
        && isForbidden(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void PasswordEdit::keyPressEvent(QKeyEvent *event)
{
    watchCapsLock(*event);
    if (isForbidden(*event)) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

// There is no portable way to ask for the lock's state: a capital without Shift gives it away.
void PasswordEdit::watchCapsLock(const QKeyEvent &event)
{
    bool on = m_capsLock;
    if (event.key() == Qt::Key_CapsLock) {
        on = false; // toggled: unknown until the next letter
    } else if (event.text().size() == 1 && event.text().at(0).isLetter()
               && event.text().at(0).toUpper() != event.text().at(0).toLower()) {
        const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
        on = event.text().at(0).isUpper() != shift;
    }
    if (on == m_capsLock)
        return;
    m_capsLock = on;
    emit capsLockChanged(on);
}

void PasswordEdit::setRevealButton(QAbstractButton *button)
{
    m_button = button;
    connect(button, &QAbstractButton::toggled, this, &PasswordEdit::setRevealed);
    connect(this, &PasswordEdit::revealedChanged, button, &QAbstractButton::setChecked);
}

void PasswordEdit::hideWhenFocusLeaves(QWidget *, QWidget *now)
{
    if (now != this && (!now || now != m_button))
        setRevealed(false);
}

void PasswordEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Paste"), this, &QLineEdit::paste)->setEnabled(!isReadOnly());
    menu->addAction(tr("Select all"), this, &QLineEdit::selectAll);
    menu->popup(event->globalPos());
}

// On X11 a selection made with the mouse is copied by itself when the text is in the clear.
void PasswordEdit::mouseMoveEvent(QMouseEvent *event)
{
    if (!isRevealed())
        QLineEdit::mouseMoveEvent(event);
}

void PasswordEdit::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!isRevealed())
        QLineEdit::mouseDoubleClickEvent(event);
}

} // namespace latchkey
