#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QPointF>

#include <memory>
#include <optional>

namespace latchkey
{

// Notices that nobody has touched this program for a long time: no key, no button, no wheel, no
// movement of the pointer. Time asleep counts. Before the time is up it warns, always for the whole
// warning or at least twenty seconds of it (WCAG 2.2.1), and any of those takes the warning back.
// `clock` must outlive it. GUI thread only.
class IdleWatch final : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(Clock &clock, QObject *parent = nullptr);

    void setLimit(Milliseconds limit); // 0: never
    // On while somebody is signed in. Switching it on begins anew.
    void setActive(bool active);
    // The time may have passed unnoticed, such as in the computer's sleep.
    void look();
    void stay(); // as a touch

    [[nodiscard]] bool isWarning() const { return m_isWarning; }

signals:
    void warned(int secondsLeft); // each second of the warning, the first with all of them
    void calmed(); // somebody is there after all
    void idle(); // the time is up; the watch is off

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // on the application

private:
    [[nodiscard]] bool isTouch(const QEvent *event);
    [[nodiscard]] Milliseconds warningLength() const;
    [[nodiscard]] bool isOn() const { return m_isActive && m_limit > Milliseconds(0); }
    void restart();
    void arm();
    void count();

    Clock &m_clock;
    std::unique_ptr<Timer> m_timer; // to the warning, then to its next second
    Milliseconds m_limit{0};
    Milliseconds m_end{0}; // sinceBoot
    std::optional<Milliseconds> m_lateTouch; // sinceBoot; the one that opened the warning
    QPointF m_pointer;
    bool m_isActive = false;
    bool m_isWarning = false;
};

inline constexpr std::chrono::seconds idleWarning{60}; // X10
inline constexpr std::chrono::seconds shortestIdleWarning{20}; // screens.md section 9, check 16

} // namespace latchkey
