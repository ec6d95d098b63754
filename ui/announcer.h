#pragma once

#include "app/base/clock.h"

#include <QWidget>

#include <memory>

namespace latchkey
{

// Says status messages to screen readers only (WCAG 4.1.3): what the eye sees come and go without
// the focus. Put one on a page. Its role is Notification (accessibility.h), its name the text; it
// shows nothing and takes no room. `clock` must outlive it.
//
// Polite: never sooner than `spacing` after the last one. What comes sooner waits, and the newest
// of those is said, since the others are old by then. Nothing is heard while the page is hidden.
class Announcer final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds spacing{5};

    Announcer(Clock &clock, QWidget *page);
    void say(const QString &text); // empty: takes back what still waits and what is still shown

protected:
    void changeEvent(QEvent *event) override;

private:
    void sayNow();

    Clock &m_clock;
    std::unique_ptr<Timer> m_timer; // runs while something is shown or waits
    QString m_waiting;
    Milliseconds m_next{0}; // before then nothing is said
};

} // namespace latchkey
