#pragma once

#include "app/store/blindworker.h"
#include "app/store/jobrunner.h"
#include "app/store/secretitems.h"

#include <optional>

namespace latchkey
{

// Carries out one task from start to end: looks at what there is without asking anybody, unlocks
// what is locked if the task may, and only then reads and writes by a keychain job; deletes without
// one. Judges what a job's answer is worth (qt-notes 14.4). Has no deadline: KeychainQueue has.
class KeychainWorker final : public QObject
{
    Q_OBJECT
public:
    KeychainWorker(Clock &clock, KeychainProbe &probe);

    // One at a time: `done` of the one before must have been called.
    void run(const KeychainTask &task, KeychainQueue::Done done);

signals:
    // The password store has a question open, for as long as the person likes, or not any more.
    void asking(bool isOpen);
    void allowed(); // BlindWorker's

private:
    using Finding = SecretItems::Finding;
    using Item = SecretItems::Item;

    void look();
    void looked();
    void act();
    void read();
    void readOpen();
    void readSilently(JobCallback callback);
    void readAsking();
    void write();
    void writeIfAllowed();
    void startWrite(bool asks);
    void written();
    void removeOthers(const LibsecretFinding &found);
    void remove();
    void removeReadable(const LibsecretFinding &found);
    void startRemove(const QStringList &items);
    void removed();
    void unlock(const QStringList &collections);
    void lookDuringUnlock();
    void unlocked(quint64 unlock);
    void jobEnded(const JobOutcome &outcome);
    void readNothing();
    [[nodiscard]] bool triesAgain(JobEnd end);
    void jobFailed(const JobOutcome &outcome);
    [[nodiscard]] bool mayAsk() const; // whether we may have an entry
    void setAsking(bool isOpen);
    void failUnasked();
    void fail(StoreFailure failure, const QString &detail = {});
    void finish(const KeychainAnswer &answer);

    KeychainProbe &m_probe;
    BlindWorker m_blind;
    SecretItems m_items;
    JobRunner m_jobs;
    // What holds for the task
    KeychainTask m_task;
    KeychainQueue::Done m_done;
    std::optional<KeychainState> m_state;
    std::optional<Finding> m_finding;
    std::optional<QList<Item>> m_before; // a write
    std::optional<QStringList> m_removing; // a remove: what was told to go
    bool m_leavesSome = false; // that nobody may read unasked
    QStringList m_unlocking; // collections
    quint64 m_unlock = 0; // the newest
    SecretItems::Removal m_removal = SecretItems::Removal::Done;
    bool m_isAsking = false;
    bool m_lookedAgain = false;
    bool m_hasUnlocked = false;
    bool m_hasReadNothing = false;
    bool m_hasReconnected = false;
    bool m_hasDied = false; // the service, in this task: it is asked once more, not for ever
};

} // namespace latchkey
