#include "tests/session/walkstore.h"

namespace latchkey::test
{

namespace
{

KeychainAnswer failure(StoreFailure kind)
{
    return tl::make_unexpected(StoreError{kind, QStringLiteral("a failure of the walk")});
}

KeychainQueue::Done withoutValue(SecretStore::Callback<StoreResult<void>> callback)
{
    return [callback = std::move(callback)](const KeychainAnswer &answer) {
        if (answer)
            callback({});
        else
            callback(tl::make_unexpected(answer.error()));
    };
}

} // namespace

WalkStore::WalkStore(Clock &clock)
    : m_clock(clock)
{
    killCaller(false);
}

WalkStore::~WalkStore() = default;

void WalkStore::killCaller(bool runningTakesEffect)
{
    if (m_task && runningTakesEffect && m_state == KeychainState::Ready)
        (void)effectOf(*m_task, Mode::Works);
    m_task.reset();
    m_done = {};
    m_turn = std::make_unique<QObject>();
    m_queue = std::make_unique<KeychainQueue>(
        m_clock,
        [this](const KeychainTask &task, KeychainQueue::Done done) { run(task, std::move(done)); });
}

void WalkStore::probe(QObject *context, Callback<KeychainState> callback)
{
    QMetaObject::invokeMethod(
        context, [this, callback = std::move(callback)] { callback(m_state); },
        Qt::QueuedConnection);
}

void WalkStore::read(const QString &key, Prompt prompt, QObject *context,
                     Callback<StoreResult<std::optional<Secret>>> callback)
{
    m_queue->add({KeychainTask::Kind::Read, key, {}, prompt}, context,
                 [this, key, callback = std::move(callback)](const KeychainAnswer &answer) {
                     if (answer)
                         onRead(key, *answer);
                     callback(answer);
                 });
}

void WalkStore::write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
                      Callback<StoreResult<void>> callback)
{
    onWrite(key, value);
    m_queue->add({KeychainTask::Kind::Write, key, value, prompt}, context,
                 withoutValue(std::move(callback)));
}

void WalkStore::remove(const QString &key, QObject *context, Callback<StoreResult<void>> callback)
{
    onRemove(key);
    m_queue->add({KeychainTask::Kind::Remove, key, {}, Prompt::Never}, context,
                 withoutValue(std::move(callback)));
}

void WalkStore::setState(KeychainState state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

void WalkStore::setMode(Mode mode)
{
    m_mode = mode;
    if (mode != Mode::Held && m_task)
        release(mode);
}

void WalkStore::release(Mode how)
{
    QMetaObject::invokeMethod(
        m_turn.get(), [this, how] { carryOut(how); }, Qt::QueuedConnection);
}

void WalkStore::run(const KeychainTask &task, KeychainQueue::Done done)
{
    m_task = task;
    m_done = std::move(done);
    if (m_mode != Mode::Held)
        release(m_mode);
}

void WalkStore::carryOut(Mode how)
{
    if (!m_task)
        return;
    const KeychainTask task = *std::exchange(m_task, {});
    const auto done = std::exchange(m_done, {});
    // An answered prompt has opened the keyring, or made the first one.
    const bool opened = how == Mode::Works && task.prompt == Prompt::Allowed
        && (m_state == KeychainState::Locked || m_state == KeychainState::NoKeyring);
    if (opened)
        m_state = KeychainState::Ready;
    done(effectOf(task, how));
    if (opened)
        emit stateChanged(KeychainState::Ready);
}

KeychainAnswer WalkStore::effectOf(const KeychainTask &task, Mode how)
{
    if (m_state == KeychainState::Absent)
        return failure(StoreFailure::Absent);
    if (how == Mode::Fails)
        return failure(StoreFailure::Failed);
    if (how == Mode::Denies)
        return failure(StoreFailure::Denied);
    const bool reading = task.kind == KeychainTask::Kind::Read;
    if (m_state == KeychainState::Locked)
        return failure(StoreFailure::Locked);
    if (m_state == KeychainState::NoKeyring && task.kind == KeychainTask::Kind::Write)
        return failure(StoreFailure::Locked);
    if (task.kind == KeychainTask::Kind::Write)
        items.insert(task.key, task.value);
    if (task.kind == KeychainTask::Kind::Remove)
        items.remove(task.key);
    if (reading && items.contains(task.key))
        return std::optional(items.value(task.key));
    return std::optional<Secret>();
}

} // namespace latchkey::test
