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

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt
        || key == Qt::Key_AltGr || key == Qt::Key_Meta || key == Qt::Key_Insert
        || key == Qt::Key_CapsLock;
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
    // Comes before each key press. The last filter installed is asked first, and Qt installs its
    // own whenever a screen reader starts.
    if (event->type() == QEvent::ShortcutOverride && hasFocus())
        qApp->installEventFilter(this);
    // Taken here too, or the window could offer the key to somebody else's undo.
    if (event->type() == QEvent::ShortcutOverride
        && isForbidden(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

bool PasswordEdit::eventFilter(QObject *watched, QEvent *event)
{
    const bool press = event->type() == QEvent::KeyPress;
    if (!(press || event->type() == QEvent::KeyRelease) || !event->spontaneous()
        || !watched->isWindowType())
        return QLineEdit::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Insert || key->key() == Qt::Key_CapsLock)
        m_readerKey = press;
    // Every other key, with a letter or not: two ways would let one key overtake the other.
    if (m_readerKey || isModifier(key->key()))
        return false;
    QKeyEvent own(key->type(), key->key(), key->modifiers(), key->nativeScanCode(),
                  key->nativeVirtualKey(), key->nativeModifiers(), key->text(), key->isAutoRepeat(),
                  quint16(key->count()));
    own.setTimestamp(key->timestamp());
    QCoreApplication::sendEvent(watched, &own);
    event->setAccepted(own.isAccepted());
    return true;
}

void PasswordEdit::focusInEvent(QFocusEvent *event)
{
    qApp->installEventFilter(this);
    QLineEdit::focusInEvent(event);
}

void PasswordEdit::focusOutEvent(QFocusEvent *event)
{
    qApp->removeEventFilter(this);
    m_readerKey = false;
    QLineEdit::focusOutEvent(event);
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
