#pragma once

#include "app/base/clock.h"
#include "app/base/renewaltimerstate.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace latchkey
{

// systemd's user timer latchkey-renew.timer, which runs `latchkey --renew` every hour while this
// person is logged in: is it there, and on or off. Nothing is asked, nor any bus connected to,
// before the first verb. Never blocks, never prompts. One question at a time, in the order they
// came; each is answered exactly once, from the event loop, within ten seconds of its turn (then
// Failed), and not at all once its context or this object is gone. GUI thread only.
class RenewalTimer final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(RenewalTimerState)>;

    // An empty `busAddress` is the session's bus. `clock` must outlive it.
    explicit RenewalTimer(Clock &clock, const QString &busAddress = {}, QObject *parent = nullptr);
    ~RenewalTimer() override;

    void look(QObject *context, Answer answer); // never Unknown
    // Now and at every log-in: On; or why not, and then nothing of it is left switched on.
    void switchOn(QObject *context, Answer answer);
    // Off also where it was not on. If it fails, the timer may run on: what it starts will find
    // nothing to renew.
    void switchOff(QObject *context, Answer answer);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
