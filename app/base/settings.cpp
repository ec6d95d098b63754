#include "app/base/settings.h"

#include <QStringList>
#include <QUrl>

namespace latchkey
{

QString proxyHost(const QString &typed)
{
    constexpr qsizetype longest = 253; // of a name in the DNS (RFC 1035 2.3.4)
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(typed, QUrl::StrictMode);
    const QString host = url.isValid() ? url.host(QUrl::FullyEncoded) : QString();
    return host.size() > longest ? QString() : host;
}

QString namesOf(const QList<BadSetting> &bad)
{
    QStringList names;
    for (const BadSetting &one : bad)
        names.append(one.key.isEmpty() ? QStringLiteral("line %1").arg(one.line) : one.key);
    return names.join(QStringLiteral(", "));
}

} // namespace latchkey
