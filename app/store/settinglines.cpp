#include "app/store/settinglines.h"

namespace latchkey
{

namespace
{

const QByteArray byteOrderMark("\xef\xbb\xbf");

std::optional<QByteArray> withoutQuotes(const QByteArray &value)
{
    if (!value.startsWith('"') && !value.startsWith('\''))
        return value;
    if (value.size() < 2 || !value.endsWith(value.front()))
        return std::nullopt;
    return value.mid(1, value.size() - 2);
}

bool isGeneral(const QByteArray &heading)
{
    const QByteArray name = heading.mid(1, heading.size() - 2).trimmed();
    return name.compare("General", Qt::CaseInsensitive) == 0;
}

} // namespace

QList<SettingLine> settingLines(const QByteArray &content)
{
    QList<SettingLine> lines;
    bool isOurs = true;
    int number = 0;
    const bool isMarked = content.startsWith(byteOrderMark);
    const QByteArrayList raws = content.mid(isMarked ? byteOrderMark.size() : 0).split('\n');
    for (const QByteArray &raw : raws) {
        ++number;
        const QByteArray text = raw.trimmed();
        if (text.isEmpty() || text.startsWith(';') || text.startsWith('#'))
            continue;
        if (text.startsWith('[') && text.endsWith(']')) {
            isOurs = isGeneral(text);
            continue;
        }
        SettingLine line{number, isOurs, {}, {}};
        const qsizetype equals = text.indexOf('=');
        if (equals > 0) {
            line.key = text.left(equals).trimmed();
            line.value = withoutQuotes(text.mid(equals + 1).trimmed());
        }
        lines.append(line);
    }
    return lines;
}

} // namespace latchkey
