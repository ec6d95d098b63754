#include "app/store/preferencesfile.h"

#include "app/store/preferencescodec.h"

#include <QFile>
#include <QFileInfo>

namespace latchkey
{

namespace
{

constexpr qint64 maxFileSize = 64 * 1024;
constexpr int currentVersion = 1;

// False: a line is not one of ours, or a key stands there twice.
bool splitLines(const QByteArray &content, SettingEntries *entries)
{
    const QByteArrayList lines = content.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.trimmed(); // CR too, of an editor on Windows
        if (line.isEmpty() || line.startsWith(';') || line == "[General]")
            continue;
        const qsizetype equals = line.indexOf('=');
        const QByteArray key = line.left(equals);
        if (equals < 1 || entries->contains(key))
            return false;
        entries->insert(key, line.mid(equals + 1));
    }
    return true;
}

} // namespace

QByteArray encodePreferences(const PreferenceValues &values)
{
    return "[General]\nversion=" + QByteArray::number(currentVersion) + '\n'
        + encodeEntries(values);
}

FileVerdict decodePreferences(const QByteArray &content, PreferenceValues *values)
{
    SettingEntries entries;
    if (content.size() > maxFileSize || content.contains('\0') || !splitLines(content, &entries))
        return FileVerdict::Damaged;
    bool isNumber = false;
    const qint64 version = entries.value("version").toLongLong(&isNumber);
    if (!isNumber || version < 1)
        return FileVerdict::Damaged;
    if (version > currentVersion)
        return FileVerdict::Newer;
    PreferenceValues read;
    if (!decodeEntries(entries, &read).isEmpty())
        return FileVerdict::Damaged;
    *values = read;
    return FileVerdict::Good;
}

FileVerdict loadPreferences(const QString &path, PreferenceValues *values)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return FileVerdict::Missing;
    QFile file(path);
    // A pipe would be waited for.
    if (!info.isFile() || info.size() > maxFileSize)
        return FileVerdict::Damaged;
    if (!file.open(QIODevice::ReadOnly))
        return FileVerdict::Unreadable;
    const QByteArray content = file.read(maxFileSize + 1);
    if (file.error() != QFileDevice::NoError)
        return FileVerdict::Unreadable;
    return decodePreferences(content, values);
}

} // namespace latchkey
