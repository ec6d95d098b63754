#include "app/store/profiles.h"

#include "app/store/preferencesfile.h"

#include <QDir>

#include <algorithm>

namespace latchkey
{

QStringList profileFiles(const QString &folder)
{
    const QDir settings(folder);
    QStringList files = settings.entryList({QStringLiteral("*.ini")}, QDir::Files, QDir::Name);
    for (QString &file : files)
        file = settings.filePath(file);
    return files;
}

bool anyProfileRenewsWhileClosed(const QString &folder)
{
    const QStringList files = profileFiles(folder);
    return std::any_of(files.cbegin(), files.cend(), [](const QString &file) {
        PreferenceValues values;
        return isUsable(loadPreferences(file, &values)) && values.settings.renewWhileClosed
            && values.automaticRenewal && !values.storedSessions.isEmpty();
    });
}

} // namespace latchkey
