#pragma once

#include "app/store/keychainjobs.h"

#include <QList>

#include <optional>

namespace latchkey
{

// Libsecret itself, found by name, as QtKeychain does it: without it each of these ends with
// NoBackend. For what QtKeychain's jobs cannot do: look at several entries of one key, read without
// ever asking, and go on after the password store died while a job of QtKeychain's waited, since
// none of those ever ends after that (qt-notes 14.4). None ends before the service answers; once
// `context` is gone, nobody is called. With every collection locked, a search may open a dialog.
enum class LibsecretRead {
    Locks, // what may be read without asking, and no secret
    Silent, // what may be read without asking
    Asks, // everything
};

struct LibsecretItem {
    QString path;
    bool isLocked = false; // reading it would ask
    std::optional<Secret> value;
};

struct LibsecretFinding {
    JobEnd end = JobEnd::Failed; // Done, Failed, NoBackend, Died
    QString detail; // technical, no secret
    QList<LibsecretItem> items;
};

// Every entry of the key.
void startLibsecretSearch(const QString &key, LibsecretRead how, QObject *context,
                          std::function<void(const LibsecretFinding &)> callback);
// The entry whose session was issued last; NotFound where none can be read.
void startLibsecretRead(const QString &key, LibsecretRead how, QObject *context,
                        JobCallback callback);
void startLibsecretWrite(const QString &key, const Secret &value, QObject *context,
                         JobCallback callback);

} // namespace latchkey
