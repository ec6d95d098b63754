#include "app/store/keychainstore.h"

#include "app/store/keychainworker.h"

namespace latchkey
{

class KeychainStore::Private
{
public:
    Private(Clock &clock, KeychainStore *store)
        : probe(clock)
        , worker(clock, probe)
        , queue(
              clock,
              [this](const KeychainTask &task, KeychainQueue::Done done) {
                  worker.run(task, std::move(done));
              },
              [this, store] { tellState(store); })
    {
        connect(&probe, &KeychainProbe::stateChanged, store, &SecretStore::stateChanged);
        connect(&worker, &KeychainWorker::asking, store, [this, store](bool isOpen) {
            queue.setAsking(isOpen);
            isOpen ? emit store->stateChanged(KeychainState::Asking) : tellState(store);
        });
    }

    void tellState(KeychainStore *store) const
    {
        if (probe.known() != KeychainState::Unknown)
            emit store->stateChanged(probe.known());
    }

    KeychainProbe probe;
    KeychainWorker worker;
    KeychainQueue queue;
};

namespace
{

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

KeychainStore::KeychainStore(Clock &clock)
    : d(std::make_unique<Private>(clock, this))
{
}

KeychainStore::~KeychainStore() = default;

QString KeychainStore::displayName() const
{
    return d->probe.displayName();
}

void KeychainStore::probe(QObject *context, Callback<KeychainState> callback)
{
    d->probe.ask(context, std::move(callback));
}

void KeychainStore::read(const QString &key, Prompt prompt, QObject *context,
                         Callback<StoreResult<std::optional<Secret>>> callback)
{
    d->queue.add({KeychainTask::Kind::Read, key, {}, prompt}, context, std::move(callback));
}

void KeychainStore::write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
                          Callback<StoreResult<void>> callback)
{
    if (canBeStored(value)) {
        d->queue.add({KeychainTask::Kind::Write, key, value, prompt}, context,
                     withoutValue(std::move(callback)));
        return;
    }
    const StoreError error{StoreFailure::Failed, QStringLiteral("the value is not text")};
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback), error] { callback(tl::make_unexpected(error)); },
        Qt::QueuedConnection);
}

void KeychainStore::remove(const QString &key, QObject *context,
                           Callback<StoreResult<void>> callback)
{
    d->queue.add({KeychainTask::Kind::Remove, key, {}, Prompt::Never}, context,
                 withoutValue(std::move(callback)));
}

} // namespace latchkey
