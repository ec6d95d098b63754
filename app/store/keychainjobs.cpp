#include "app/store/keychainjobs.h"

#include <QUtf8StringView>
#include <qt6keychain/keychain.h>

namespace latchkey
{

namespace
{

JobEnd endOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return JobEnd::Done;
    case QKeychain::EntryNotFound:
        return JobEnd::NotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return JobEnd::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return JobEnd::NoBackend;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        return JobEnd::Failed;
    }
    return JobEnd::Failed;
}

JobOutcome outcomeOf(const QKeychain::Job &job)
{
    JobOutcome outcome;
    outcome.end = endOf(job);
    if (outcome.end != JobEnd::Done)
        outcome.detail = QStringLiteral("QtKeychain error %1: %2")
                             .arg(static_cast<int>(job.error()))
                             .arg(job.errorString());
    return outcome;
}

// No parent and autoDelete left on: the job outlives whoever asked. setInsecureFallback() is never
// called, since it would write the token in clear on KDE (qt-notes 1.1).
template <typename Job>
Job *makeJob(const QString &key)
{
    auto *job = new Job(keychainServiceName);
    job->setKey(key);
    return job;
}

} // namespace

bool canBeStored(const Secret &value)
{
    const auto bytes = value.reveal();
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8() && !bytes.contains('\0');
}

void startReadJob(const QString &key, QObject *context, JobCallback callback)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(key);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, callback = std::move(callback)] {
                         JobOutcome outcome = outcomeOf(*job);
                         if (outcome.end == JobEnd::Done) {
                             QString text = job->textData();
                             outcome.value = Secret(QStringView(text));
                             wipe(text);
                         }
                         callback(outcome);
                     });
    job->start();
}

void startWriteJob(const QString &key, const Secret &value, QObject *context, JobCallback callback)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(key);
    QString text = QString::fromUtf8(value.reveal());
    job->setTextData(text);
    wipe(text);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, callback = std::move(callback)] { callback(outcomeOf(*job)); });
    job->start();
}

void startDeleteJob(const QString &key, QObject *context, JobCallback callback)
{
    auto *job = makeJob<QKeychain::DeletePasswordJob>(key);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, callback = std::move(callback)] { callback(outcomeOf(*job)); });
    job->start();
}

} // namespace latchkey
