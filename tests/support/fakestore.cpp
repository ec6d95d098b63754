#include "tests/support/fakestore.h"

#include <QMetaObject>

#include <memory>
#include <utility>

namespace latchkey::test
{

// `act` runs with an error instead of taking effect; the store's own change happens even when the
// caller has gone, as with a real keychain.
void FakeStore::run(Mode mode, QObject *context,
                    const std::function<void(std::optional<StoreError>)> &act)
{
    const QPointer<QObject> caller(context);
    const auto later = [this](std::function<void()> what) {
        QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
    };
    switch (mode) {
    case Mode::Silent:
        return;
    case Mode::Held:
        m_held.push_back([act] { act(std::nullopt); });
        return;
    case Mode::Fails:
        later([act, how = failure] { act(StoreError{how, QStringLiteral("fake failure")}); });
        return;
    case Mode::Denies:
        later([act] { act(StoreError{StoreFailure::Denied, QStringLiteral("fake denial")}); });
        return;
    case Mode::TimesOut: // the caller has its answer, and none of the later one
        m_held.push_back([act] { act(std::nullopt); });
        later([act] { act(StoreError{StoreFailure::TimedOut, QStringLiteral("fake time-out")}); });
        return;
    case Mode::Works:
        break;
    }
    if (m_state == KeychainState::Absent)
        later([act] { act(StoreError{StoreFailure::Absent, QStringLiteral("fake absence")}); });
    else
        later([act] { act(std::nullopt); });
}

void FakeStore::probe(QObject *context, Callback<KeychainState> callback)
{
    QMetaObject::invokeMethod(
        context, [this, callback] { callback(m_state); }, Qt::QueuedConnection);
}

void FakeStore::read(const QString &key, Prompt prompt, QObject *context,
                     Callback<StoreResult<std::optional<Secret>>> callback)
{
    ++reads;
    mayAsk += prompt == Prompt::Never ? 0 : 1;
    const QPointer<QObject> caller(context);
    const auto answered = std::make_shared<bool>(false);
    const bool locked
        = m_state == KeychainState::Locked && prompt != Prompt::Allowed && !readsWhileLocked;
    const bool hides = m_state == KeychainState::NoKeyring && !readsWhileLocked; // what comes
    run(readMode, context, [=, this](std::optional<StoreError> error) {
        if (!caller || std::exchange(*answered, true))
            return;
        if (locked)
            return callback(tl::make_unexpected(StoreError{StoreFailure::Locked, {}}));
        if (error)
            return callback(tl::make_unexpected(*error));
        const bool isThere = items.contains(key) && !hides;
        callback(isThere ? std::optional(items.value(key)) : std::nullopt);
    });
}

void FakeStore::write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
                      Callback<StoreResult<void>> callback)
{
    ++writes;
    mayAsk += prompt == Prompt::Never ? 0 : 1;
    const QPointer<QObject> caller(context);
    const auto answered = std::make_shared<bool>(false);
    const bool locked = m_state == KeychainState::Locked && prompt != Prompt::Allowed;
    run(writeMode, context, [=, this](std::optional<StoreError> error) {
        if (locked)
            error = StoreError{StoreFailure::Locked, {}};
        if (!error)
            items.insert(key, garble ? garble(value) : value);
        if (!caller || std::exchange(*answered, true))
            return;
        if (error)
            return callback(tl::make_unexpected(*error));
        callback({});
    });
}

void FakeStore::remove(const QString &key, QObject *context, Callback<StoreResult<void>> callback)
{
    ++removes;
    const QPointer<QObject> caller(context);
    const auto answered = std::make_shared<bool>(false);
    const bool locked = m_state == KeychainState::Locked;
    run(removeMode, context, [=, this](std::optional<StoreError> error) {
        if (locked)
            error = StoreError{StoreFailure::Locked, {}};
        if (!error)
            items.remove(key);
        if (!caller || std::exchange(*answered, true))
            return;
        if (error)
            return callback(tl::make_unexpected(*error));
        callback({});
    });
}

void FakeStore::worksAgain()
{
    readMode = writeMode = removeMode = Mode::Works;
    setState(KeychainState::Ready);
}

void FakeStore::setState(KeychainState state)
{
    m_state = state;
    emit stateChanged(state);
}

void FakeStore::release()
{
    if (m_held.empty())
        qFatal("release: nothing is held");
    const auto act = m_held.front();
    m_held.pop_front();
    act();
}

} // namespace latchkey::test
