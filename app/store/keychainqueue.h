#pragma once

#include "app/store/pendinganswer.h"
#include "app/store/secretstore.h"

#include <deque>
#include <vector>

namespace latchkey
{

struct KeychainTask {
    enum class Kind { Read, Write, Remove };
    Kind kind = Kind::Read;
    QString key;
    Secret value; // Write only
    SecretStore::Prompt prompt = SecretStore::Prompt::Never;
};

// Read: the value, or nullopt if certainly absent. Write and Remove: nullopt.
using KeychainAnswer = StoreResult<std::optional<Secret>>;

// Lets one task at a time near the keychain, since QtKeychain runs one job after the other anyway
// and a stuck one would hold every later one (qt-notes 1.1). Callers have deadlines that cover the
// waiting; tasks have none:
//  - a task that is running goes on when its callers have been told TimedOut, and what it brings is
//    dropped;
//  - a change (write or remove) that nobody waits for any more is still carried out in its turn, so
//    that an older one cannot win, but a write never prompts; a read is dropped;
//  - changes to one key that wait are merged, newest value last, and all their callers get the
//    outcome. A remove swallows the writes before it: their callers are told Failed.
class KeychainQueue
{
public:
    using Done = std::function<void(KeychainAnswer)>;
    // Carries out one task and calls `done` exactly once, never from inside the call.
    using Run = std::function<void(const KeychainTask &, Done done)>;

    // Deadlines from the moment of add().
    static constexpr Milliseconds silentDeadline{3000};
    static constexpr Milliseconds promptDeadline{60000};

    // `late` is called when a task has ended whose callers had all been told, or had gone: what it
    // brought is nobody's, but there is something new to look at.
    KeychainQueue(
        Clock &clock, Run run, std::function<void()> late = [] {});
    ~KeychainQueue();

    // The running task waits for a person: so do its callers, however long. Of those behind it only
    // those of a remove do: it may bring the next question, whose answer is to be heard.
    void setAsking(bool isOpen);

    void add(const KeychainTask &task, QObject *context, Done callback);

private:
    struct Caller {
        KeychainTask::Kind kind;
        std::unique_ptr<PendingAnswer<KeychainAnswer>> answer;
    };
    struct Entry {
        KeychainTask task;
        std::vector<Caller> callers;
        [[nodiscard]] bool isWaitedFor() const;
    };

    bool mergeIntoWaiting(const KeychainTask &task, Caller &caller);
    void startNext();
    void finish(const KeychainAnswer &answer);

    Clock &m_clock;
    Run m_run;
    std::function<void()> m_late;
    std::deque<Entry> m_waiting;
    quint64 m_runs = 0;
    std::optional<Entry> m_running;
    bool m_isAsking = false;
};

} // namespace latchkey
