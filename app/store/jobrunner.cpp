#include "app/store/jobrunner.h"

#include "app/base/logging.h"
#include "app/store/libsecretguard.h"

#include <utility>

namespace latchkey
{

namespace
{

// A job that fails this fast met libsecret's dead session rather than a slow service
// (qt-notes 1.6), and a question that ends this fast was not read by anybody.
constexpr Milliseconds NobodysAnswer{100};

// QtKeychain's, of this process: the service died while one waited.
bool jobsAreDead = false;
constexpr Milliseconds JobPatience{1000}; // a living job hears of it in a few

} // namespace

JobRunner::JobRunner(Clock &clock, KeychainProbe &probe)
    : m_clock(clock)
    , m_probe(probe)
    , m_patience(clock.makeTimer([this] { jobIsDead(); }))
{
    connect(&m_probe, &KeychainProbe::serviceLeft, this, &JobRunner::serviceHasLeft);
    connect(&m_probe, &KeychainProbe::serviceReplaced, this, [this] {
        serviceHasLeft();
        if (m_isPrepared) // else libsecret holds no session, and would only be loaded for this
            m_probe.dropCachedConnection();
    });
}

void JobRunner::prepare()
{
    if (std::exchange(m_isPrepared, true))
        return;
    m_probe.outliveBus();
    guardLibsecret();
}

// Only the last one's outcome counts, and once.
template <typename Outcome>
std::function<void(const Outcome &)> JobRunner::begin(std::function<void(const Outcome &)> callback)
{
    prepare();
    m_patience->stop();
    m_started = m_clock.monotonic();
    m_die = [callback] {
        Outcome outcome;
        outcome.end = JobEnd::Died;
        callback(outcome);
    };
    return [this, callback, job = ++m_job](const Outcome &outcome) {
        if (job != m_job || !std::exchange(m_die, {}))
            return;
        m_patience->stop();
        m_ended = m_clock.monotonic();
        callback(outcome);
    };
}

void JobRunner::read(const QString &key, LibsecretRead how, QObject *context, JobCallback callback)
{
    if (jobsAreDead)
        return readNewest(key, how, context, std::move(callback));
    startReadJob(key, context, begin(std::move(callback)));
}

void JobRunner::readNewest(const QString &key, LibsecretRead how, QObject *context,
                           JobCallback callback)
{
    startLibsecretRead(key, how, context, begin(std::move(callback)));
}

void JobRunner::search(const QString &key, LibsecretRead how, QObject *context,
                       std::function<void(const LibsecretFinding &)> callback)
{
    startLibsecretSearch(key, how, context, begin(std::move(callback)));
}

void JobRunner::write(const QString &key, const Secret &value, QObject *context,
                      JobCallback callback)
{
    const auto ended = begin(std::move(callback));
    (jobsAreDead ? startLibsecretWrite : startWriteJob)(key, value, context, ended);
}

bool JobRunner::wasFast() const
{
    return m_ended - m_started < NobodysAnswer;
}

void JobRunner::serviceHasLeft()
{
    if (m_die)
        m_patience->start(JobPatience);
}

void JobRunner::jobIsDead()
{
    const auto die = std::exchange(m_die, {});
    if (!die)
        return;
    qCWarning(lcStore) << "the password store died of a question; QtKeychain is not used any more";
    jobsAreDead = true;
    die();
}

} // namespace latchkey
