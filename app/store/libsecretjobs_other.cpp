#include "app/store/libsecretjobs.h"

namespace latchkey
{

// Never used where there is no Secret Service. Compiled, not run.
void startLibsecretSearch(const QString &, LibsecretRead, QObject *context,
                          std::function<void(const LibsecretFinding &)> callback)
{
    LibsecretFinding finding;
    finding.end = JobEnd::NoBackend;
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback), finding] { callback(finding); },
        Qt::QueuedConnection);
}

void startLibsecretRead(const QString &, LibsecretRead, QObject *context, JobCallback callback)
{
    startLibsecretWrite({}, {}, context, std::move(callback));
}

void startLibsecretWrite(const QString &, const Secret &, QObject *context, JobCallback callback)
{
    JobOutcome outcome;
    outcome.end = JobEnd::NoBackend;
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback), outcome] { callback(outcome); },
        Qt::QueuedConnection);
}

} // namespace latchkey
