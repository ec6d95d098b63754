#pragma once

#include "app/base/secret.h"

#include <QObject>
#include <QString>

#include <functional>

namespace latchkey
{

// What every entry of ours is filed under; QtKeychain's "service", the Secret Service's "server".
inline constexpr QLatin1String keychainServiceName("Latchkey");

// How a QtKeychain job ended: its error codes, mapped once. What they mean to a caller depends on
// what was locked at the time (qt-notes 1.3), which is for KeychainWorker to judge.
enum class JobEnd {
    Done,
    NotFound, // nothing stored, or a cancelled prompt: QtKeychain does not tell them apart
    Denied,
    NoBackend,
    Died, // the password store left while the job waited, which never ends now: JobRunner's
    Failed,
};

struct JobOutcome {
    JobEnd end = JobEnd::Failed;
    Secret value; // of a read that is Done
    QString detail; // technical, no secret
};

using JobCallback = std::function<void(const JobOutcome &)>;

// Each starts one job that cannot be cancelled: deleting a running one crashes (qt-notes 1.4), so
// it deletes itself when it ends, however late, and calls back if `context` still lives then. A
// prompt that nobody answers means never. Start none while another is open.
//
// Values are kept in QtKeychain's text mode only (text and binary make two items of one key,
// qt-notes 1.3), so a value must be UTF-8 without NUL: canBeStored().
[[nodiscard]] bool canBeStored(const Secret &value);
void startReadJob(const QString &key, QObject *context, JobCallback callback);
void startWriteJob(const QString &key, const Secret &value, QObject *context, JobCallback callback);
// Also says Done when the keyring is locked and nothing was deleted: read back.
void startDeleteJob(const QString &key, QObject *context, JobCallback callback);

} // namespace latchkey
