#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace latchkey
{

// One caller waiting for one answer: told exactly once, with `late` when the deadline passes first,
// and silently dropped when its context has gone or when this object is destroyed.
template <typename T>
class PendingAnswer
{
public:
    using Callback = std::function<void(T)>;

    PendingAnswer(Clock &clock, Milliseconds deadline, QObject *context, Callback callback, T late)
        : m_context(context)
        , m_callback(std::move(callback))
        , m_late(std::move(late))
        , m_deadline(clock.makeTimer([this] { answer(std::move(m_late)); }))
    {
        m_deadline->start(deadline);
    }
    // From now on, or for as long as it takes.
    void setDeadline(std::optional<Milliseconds> deadline)
    {
        deadline &&m_callback ? m_deadline->start(*deadline) : m_deadline->stop();
    }
    PendingAnswer(const PendingAnswer &) = delete;
    PendingAnswer &operator=(const PendingAnswer &) = delete;

    [[nodiscard]] bool isWaiting() const { return m_callback && m_context; }

    // The callback may destroy this object, so nothing of it is touched afterwards.
    void answer(T value)
    {
        m_deadline->stop();
        const auto callback = std::exchange(m_callback, {});
        if (callback && m_context)
            callback(std::move(value));
    }

private:
    QPointer<QObject> m_context;
    Callback m_callback;
    T m_late;
    std::unique_ptr<Timer> m_deadline;
};

} // namespace latchkey
