#pragma once

#include "app/store/blindworker.h"
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

private:
    using Finding = SecretItems::Finding;
    using Item = SecretItems::Item;

    void look();
    void looked();
    void act();
    void read();
    void write();
    void remove();
    void unlock(const QStringList &collections);
    void startJob();
    void jobIsDead();
    void jobEnded(const JobOutcome &outcome);
    void readNothing();
    void written();
    void removeOthers();
    void jobFailed(const JobOutcome &outcome);
    [[nodiscard]] bool mayAsk() const; // whether we may have an entry
    [[nodiscard]] bool wouldAsk(const Item &item) const;
    [[nodiscard]] QStringList collectionsOfItems() const;
    void setAsking(bool isOpen);
    void fail(StoreFailure failure, const QString &detail = {});
    void finish(const KeychainAnswer &answer);

    Clock &m_clock;
    KeychainProbe &m_probe;
    BlindWorker m_blind;
    SecretItems m_items;
    // What holds for the run. libsecret's connection is not ours: it was allowed to read, for as
    // long as this service lives.
    bool m_jobsMayRead = false;
    bool m_jobsUsed = false;
    std::unique_ptr<Timer> m_jobPatience; // with a job, once the service has left
    quint64 m_job = 0; // the one under way
    bool m_isJobOpen = false;
    // What holds for the task
    KeychainTask m_task;
    KeychainQueue::Done m_done;
    std::optional<KeychainState> m_state;
    std::optional<Finding> m_finding;
    std::optional<QList<Item>> m_before; // a write
    Milliseconds m_jobStarted{0};
    bool m_isAsking = false;
    bool m_lookedAgain = false;
    bool m_hasUnlocked = false;
    bool m_hasRemoved = false;
    bool m_hasReadNothing = false;
    bool m_hasReconnected = false;
};

} // namespace latchkey
