#pragma once

#include "app/store/keychainjobs.h"
#include "app/store/keychainprobe.h"
#include "app/store/keychainqueue.h"

namespace latchkey
{

// Carries out one task from start to end by QtKeychain's jobs alone, where nothing can be looked at
// first (SecretItems: NotSupported): start the job if that cannot prompt unasked, and judge what
// its answer is worth (qt-notes 1.3). Has no deadline: KeychainQueue has.
class BlindWorker final : public QObject
{
    Q_OBJECT
public:
    BlindWorker(Clock &clock, KeychainProbe &probe);

    // One at a time: `done` of the one before must have been called. `asksUnseen`: the store asks
    // whether this program may come near it, and nothing says so beforehand (KWallet); who may not
    // ask is told Locked, then, until somebody who may has been let in.
    void run(const KeychainTask &task, bool asksUnseen, KeychainQueue::Done done);

signals:
    void allowed(); // from here on it answers also those who may not ask

private:
    enum class Step { First, ReadBack };

    void look();
    void begin(KeychainState before);
    void startJob();
    void onJob(const JobOutcome &outcome);
    void onDone(const JobOutcome &outcome);
    void onNotFound();
    void judgeNotFound(KeychainState after);
    void onFailed(const JobOutcome &outcome);
    [[nodiscard]] bool mayPrompt() const;
    void fail(StoreFailure failure, const QString &detail = {});
    void finish(const KeychainAnswer &answer);

    Clock &m_clock;
    KeychainProbe &m_probe;
    KeychainTask m_task;
    KeychainQueue::Done m_done;
    KeychainState m_before = KeychainState::Unknown;
    Step m_step = Step::First;
    Milliseconds m_jobStarted{0};
    bool m_retried = false;
    bool m_isAllowed = false; // in this run
};

} // namespace latchkey
