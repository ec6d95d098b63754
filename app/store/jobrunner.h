#pragma once

#include "app/store/keychainprobe.h"
#include "app/store/libsecretjobs.h"

namespace latchkey
{

// Runs one job at a time, by whichever library still works: QtKeychain's, until the password store
// has died while one of its jobs waited, then libsecret's. Sees to what such a death, or that of
// the session bus, does to a job: it ends with JobEnd::Died instead of never.
class JobRunner final : public QObject
{
    Q_OBJECT
public:
    JobRunner(Clock &clock, KeychainProbe &probe);

    // Before the first job of any kind; each of ours does it.
    void prepare();

    // Begin none while another is open. A read by QtKeychain's job sees one entry, and may ask.
    void read(const QString &key, LibsecretRead how, QObject *context, JobCallback callback);
    void readNewest(const QString &key, LibsecretRead how, QObject *context, JobCallback callback);
    void search(const QString &key, LibsecretRead how, QObject *context,
                std::function<void(const LibsecretFinding &)> callback);
    void write(const QString &key, const Secret &value, QObject *context, JobCallback callback);

    // The last one ended sooner than a slow service or a person can have answered.
    [[nodiscard]] bool wasFast() const;

private:
    template <typename Outcome>
    [[nodiscard]] std::function<void(const Outcome &)>
    begin(std::function<void(const Outcome &)> callback);
    void serviceHasLeft();
    void jobIsDead();

    Clock &m_clock;
    KeychainProbe &m_probe;
    bool m_isPrepared = false;
    std::unique_ptr<Timer> m_patience; // with a job, once the service has left
    std::function<void()> m_die; // of the one that is open
    quint64 m_job = 0;
    Milliseconds m_started{0};
    Milliseconds m_ended{0};
};

} // namespace latchkey
