#include "app/base/serveraddress.h"

#include <QRegularExpression>
#include <QStringList>

namespace latchkey
{

namespace
{

constexpr qsizetype MaxAddressLength = 2048;

int ownPort(const QString &scheme)
{
    return scheme == u"https" ? 443 : 80;
}

int portOf(const QUrl &url)
{
    return url.port(ownPort(url.scheme()));
}

// Qt rewrites 127.1, 2130706433 and 0x7f.1 to 127.0.0.1 (qt-notes P14): what the person typed must
// already be the literal, or the address they read is not the address that is used.
QString typedHost(const QString &text)
{
    static const QRegularExpression authority(
        QStringLiteral("^[A-Za-z]+://(\\[[^\\]]*\\]|[^/:?#]*)"));
    return authority.match(text).captured(1).toLower();
}

bool looksNumeric(const QString &host)
{
    static const QRegularExpression numeric(
        QStringLiteral("^(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?\\z"));
    return numeric.match(host).hasMatch();
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression ipv4(QStringLiteral(
        "^127\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"
        "\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"
        "\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\z")); // $ would let a line feed by
    const QString lower = host.toLower();
    return lower == u"localhost" || lower == u"::1" || lower == u"[::1]"
        || ipv4.match(lower).hasMatch();
}

tl::expected<ServerAddress, AddressProblem> ServerAddress::parse(const QString &text)
{
    const auto fail = [](AddressProblem problem) { return tl::make_unexpected(problem); };
    const QString trimmed = text.trimmed();
    if (trimmed.size() > MaxAddressLength)
        return fail(AddressProblem::Malformed);
    const QString lower = trimmed.toLower();
    const bool http = lower.startsWith(u"http://");
    if (!http && !lower.startsWith(u"https://"))
        return fail(AddressProblem::Malformed);
    // Looked for in the text, not in the parsed URL: "https://good.example\@evil" must not get by.
    if (trimmed.contains(u'@'))
        return fail(AddressProblem::HasCredentials);

    QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || trimmed.contains(u'\\') || url.port() == 0)
        return fail(AddressProblem::Malformed);
    if (!url.userInfo().isEmpty())
        return fail(AddressProblem::HasCredentials);
    if (trimmed.contains(u'?') || trimmed.contains(u'#'))
        return fail(AddressProblem::HasQueryOrFragment);
    const QString typed = typedHost(trimmed);
    if ((looksNumeric(typed) || looksNumeric(url.host())) && typed != url.host())
        return fail(AddressProblem::Malformed);
    if (http && !isLoopbackHost(typed))
        return fail(AddressProblem::NotEncrypted);

    if (url.port() == ownPort(url.scheme()))
        url.setPort(-1); // one address, one spelling
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    ServerAddress address;
    address.m_base = url;
    return address;
}

QUrl ServerAddress::resolve(const QString &path) const
{
    QUrl url = m_base;
    url.setPath(m_base.path() + u'/' + path);
    return url;
}

QString ServerAddress::toString() const
{
    return m_base.toString(QUrl::FullyEncoded);
}

QString ServerAddress::host() const
{
    const QString name = m_base.host(QUrl::FullyEncoded);
    return m_base.port() == -1 ? name : QStringLiteral("%1:%2").arg(name).arg(m_base.port());
}

bool ServerAddress::isLoopback() const
{
    return isLoopbackHost(m_base.host());
}

bool ServerAddress::sameOrigin(const QUrl &url) const
{
    return !isEmpty() && url.scheme() == m_base.scheme() && url.host() == m_base.host()
        && portOf(url) == portOf(m_base);
}

} // namespace latchkey
