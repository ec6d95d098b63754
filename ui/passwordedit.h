#pragma once

#include "app/base/clock.h"
#include "app/base/secret.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPointer>

#include <memory>

namespace latchkey
{

// A field for a password (security.md M5, U7). No undo, no copy or cut, no drag, no prediction;
// pasting is allowed (WCAG 3.3.8). Revealed, it hides again after ten seconds, when the focus
// leaves, and on submit. What it holds never reaches the accessibility bus: not as text, see
// accessibility.h, and not as the keys that were typed, see eventFilter().
class PasswordEdit final : public QLineEdit
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds revealTime{10};

    explicit PasswordEdit(QWidget *parent = nullptr);
    ~PasswordEdit() override;
    void setClock(Clock &clock); // before the first reveal; must outlive the field

    [[nodiscard]] Secret secret() const; // exactly as typed: never trimmed
    void erase(); // setText({}), never clear(): that one keeps an undo step (qt-notes P8)

    [[nodiscard]] bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    void setRevealed(bool revealed);
    // A checkable button that shows and sets isRevealed(). The focus may move to it and back.
    void setRevealButton(QAbstractButton *button);

signals:
    void revealedChanged(bool revealed);
    void capsLockChanged(bool on); // as far as the typed letters tell

protected:
    bool event(QEvent *event) override;
    // On the application while the field has the focus. Qt tells screen readers of every key that
    // the system sends, with its letter; a key sent again by the program itself it does not tell.
    // Keys with a screen reader's own modifier held (Insert, Caps Lock) still go to it.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void watchCapsLock(const QKeyEvent &event);
    void setHints();
    void hideWhenFocusLeaves(QWidget *old, QWidget *now);

    std::unique_ptr<Timer> m_hideTimer;
    QPointer<QAbstractButton> m_button;
    bool m_capsLock = false;
    bool m_readerKey = false; // a screen reader's modifier is held
};

} // namespace latchkey
