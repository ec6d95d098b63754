#pragma once

#include "app/base/clock.h"
#include "ui/messages.h"

#include <QObject>

#include <memory>

namespace latchkey
{

// Tells how long somebody has been waiting (screens.md S1): after 1 s, 5 s and 10 s, and from then
// on each second.
class WaitWatch final : public QObject
{
    Q_OBJECT
public:
    explicit WaitWatch(Clock &clock, QObject *parent = nullptr);
    void start();
    void stop();

signals:
    void reached(Variant stage, int seconds);

private:
    void tick();

    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    Milliseconds m_startedAt{0};
};

// Counts whole seconds down to 0; ticked() comes at once with all of them, and last with 0.
class Countdown final : public QObject
{
    Q_OBJECT
public:
    explicit Countdown(Clock &clock, QObject *parent = nullptr);
    void start(std::chrono::seconds time);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void ticked(std::chrono::seconds left);

private:
    void tick();

    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    Milliseconds m_endsAt{0}; // on the clock that counts sleep too
    bool m_running = false;
};

} // namespace latchkey
