#include "app/store/keychainstore.h"

#include "app/store/keychainworker.h"

#include <QPointer>
#include <QSet>

#include <utility>

namespace latchkey
{

// Until then it may have ended without anybody having been asked.
constexpr static Milliseconds QuestionGrace{100};

class KeychainStore::Private
{
public:
    Private(Clock &clock, KeychainStore *owner)
        : store(owner)
        , probe(clock)
        , worker(clock, probe)
        , queue(
              clock,
              [this](const KeychainTask &task, KeychainQueue::Done done) {
                  worker.run(
                      task,
                      [this, key = task.key, done = std::move(done)](const KeychainAnswer &answer) {
                          noteLock(key, answer);
                          ended(answer, done);
                      });
              },
              [this] { hasNews = true; })
        , grace(clock.makeTimer([this] { tellQuestion(); }))
    {
        connect(&probe, &KeychainProbe::stateChanged, store,
                [this](KeychainState state) { changed(state); });
        connect(&probe, &KeychainProbe::rechecked, store, [this] {
            if (lockedKeys.isEmpty() || probe.known() == KeychainState::Unknown)
                return;
            lockedKeys.clear(); // who still waits looks again
            changed(probe.known());
        });
        connect(&worker, &KeychainWorker::allowed, store, [this] { hasNews = true; });
        connect(&worker, &KeychainWorker::asking, store,
                [this](bool isOpen) { setAsking(isOpen); });
    }

    // Not told as closed before its task has ended: what it was for goes on.
    void setAsking(bool isOpen)
    {
        queue.setAsking(isOpen);
        grace->stop();
        if (!isOpen || question == Question::Told)
            return;
        question = Question::Open;
        grace->start(QuestionGrace);
    }

    void tellQuestion()
    {
        question = Question::Told;
        hasNews = true;
        emit store->stateChanged(KeychainState::Asking);
    }

    void changed(KeychainState state)
    {
        if (state == KeychainState::Absent) { // and its question went with it
            question = Question::None;
            grace->stop();
        }
        if (question != Question::None) {
            hasNews = true;
            return;
        }
        hasNews = false;
        if (state == KeychainState::Ready) // else nobody needs to look again
            lockedKeys.clear();
        emit store->stateChanged(state);
    }

    // The state is the default collection's: that another one opens, which holds this, is no news
    // of it.
    void noteLock(const QString &key, const KeychainAnswer &answer)
    {
        const auto is
            = [&answer](StoreFailure one) { return !answer && answer.error().failure == one; };
        if (is(StoreFailure::Locked) || is(StoreFailure::Unseen) || is(StoreFailure::StillLocked))
            lockedKeys.insert(key);
        else
            lockedKeys.remove(key);
    }

    // The answer before the news, at which everybody looks again.
    void ended(const KeychainAnswer &answer, const KeychainQueue::Done &done)
    {
        question = Question::None;
        const QPointer<KeychainStore> alive(store);
        done(answer); // which may destroy the store
        if (alive && std::exchange(hasNews, false) && probe.known() != KeychainState::Unknown)
            emit store->stateChanged(probe.known());
    }

    enum class Question { None, Open, Told };

    KeychainStore *store;
    KeychainProbe probe;
    KeychainWorker worker;
    KeychainQueue queue;
    std::unique_ptr<Timer> grace;
    Question question = Question::None; // of the task under way
    bool hasNews = false; // for everybody, once it has ended
    QSet<QString> lockedKeys; // answers since everybody looked
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

bool KeychainStore::startsOnDemand() const
{
    return d->probe.canBeStarted();
}

void KeychainStore::probe(QObject *context, Callback<KeychainState> callback)
{
    d->probe.ask(context,
                 [store = QPointer<KeychainStore>(this),
                  callback = std::move(callback)](KeychainState state) {
                     const bool isAsking = store && store->d->question == Private::Question::Told;
                     callback(isAsking && state != KeychainState::Absent ? KeychainState::Asking
                                                                         : state);
                 });
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
