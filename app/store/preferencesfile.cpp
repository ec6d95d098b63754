#include "app/store/preferencesfile.h"

#include "app/store/preferencescodec.h"
#include "app/store/settinglines.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qint64 maxFileSize = 64 * 1024;
constexpr int currentVersion = 1;

const QByteArray versionKey("version");
const QByteArray beginKey("begin");
const QByteArray endKey("end");

bool isOurs(const QByteArray &key)
{
    return isSettingKey(key) || key == versionKey || key == beginKey || key == endKey;
}

// What stands in a file, before anybody asks what it means.
struct Content {
    SettingEntries entries; // those that stand there with one value
    QList<BadSetting> bad;
    qsizetype brokenLines = 0; // of the bad, those that are no "key=value"

    [[nodiscard]] bool isAmbiguous(const QByteArray &key) const
    {
        return bad.contains({QString::fromLatin1(key)});
    }
    [[nodiscard]] bool holds(const QByteArray &key) const
    {
        return entries.contains(key) || isAmbiguous(key);
    }
    void add(const SettingLine &line);
};

void Content::add(const SettingLine &line)
{
    if (line.key.isEmpty()) {
        bad.append({{}, line.number});
        ++brokenLines;
        return;
    }
    if (isAmbiguous(line.key))
        return;
    // That these two are there is all that they say.
    const bool isMark = line.key == beginKey || line.key == endKey;
    const auto value = isMark ? QByteArray() : line.value;
    const auto known = entries.constFind(line.key);
    if (value && (known == entries.constEnd() || *known == *value)) {
        entries.insert(line.key, *value);
        return;
    }
    entries.remove(line.key);
    bad.append({QString::fromLatin1(line.key)});
}

Content gathered(const QList<SettingLine> &lines)
{
    Content content;
    for (const SettingLine &line : lines) {
        if (line.isOurs && (line.key.isEmpty() || isOurs(line.key)))
            content.add(line);
    }
    for (const SettingLine &line : lines) {
        if (!line.isOurs && isSettingKey(line.key) && !content.holds(line.key))
            content.bad.append({QString::fromLatin1(line.key)});
    }
    return content;
}

// A file that holds nothing but its version was left by a cut, not by a person.
bool isWhole(const Content &content)
{
    const auto &entries = content.entries;
    const auto settings = std::count_if(entries.keyBegin(), entries.keyEnd(), isSettingKey)
        + (content.bad.size() - content.brokenLines);
    return settings > 0 && content.brokenLines <= settings
        && content.holds(beginKey) == content.holds(endKey);
}

} // namespace

bool isUsable(FileVerdict verdict)
{
    return verdict == FileVerdict::Good || verdict == FileVerdict::BadValues;
}

QByteArray encodePreferences(const PreferenceValues &values)
{
    return "[General]\n" + versionKey + '=' + QByteArray::number(currentVersion) + '\n' + beginKey
        + "=true\n" + encodeEntries(values) + endKey + "=true\n";
}

FileVerdict decodePreferences(const QByteArray &encoded, PreferenceValues *values,
                              QList<BadSetting> *bad)
{
    if (encoded.size() > maxFileSize || encoded.contains('\0'))
        return FileVerdict::Damaged;
    Content content = gathered(settingLines(encoded));
    bool isNumber = false;
    const qint64 version = content.entries.value(versionKey, "1").toLongLong(&isNumber);
    if (!isNumber || version < 1 || content.isAmbiguous(versionKey))
        return FileVerdict::Damaged;
    if (version > currentVersion)
        return FileVerdict::Newer;
    if (!isWhole(content))
        return FileVerdict::Damaged;
    const QByteArrayList unread = decodeEntries(content.entries, values);
    for (const QByteArray &key : unread)
        content.bad.append({QString::fromLatin1(key)});
    if (bad)
        *bad = content.bad;
    return content.bad.isEmpty() ? FileVerdict::Good : FileVerdict::BadValues;
}

FileVerdict loadPreferences(const QString &path, PreferenceValues *values, QList<BadSetting> *bad)
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
    return decodePreferences(content, values, bad);
}

} // namespace latchkey
