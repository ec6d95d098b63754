#pragma once

#include "app/store/keychainjobs.h"

namespace latchkey
{

// The same as QtKeychain's jobs, by libsecret itself: for the rest of a run in which the password
// store died while a job of QtKeychain's waited, since none of those ever ends after that
// (qt-notes 14.4). Also for several entries of one key, of which a job sees one. libsecret is found
// by name, as QtKeychain does it; without it each ends with NoBackend. A read takes the entry whose
// session was issued last, and asks the person only if it may. None ends before the service
// answers; once `context` is gone, nobody is called.
enum class LibsecretRead { Silent, Asks };
void startLibsecretRead(const QString &key, LibsecretRead how, QObject *context,
                        JobCallback callback);
void startLibsecretWrite(const QString &key, const Secret &value, QObject *context,
                         JobCallback callback);

} // namespace latchkey
