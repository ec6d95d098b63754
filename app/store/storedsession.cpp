#include "app/store/storedsession.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qint64 itemVersion = 1;
constexpr qsizetype maxItemSize = 64 * 1024;
constexpr qsizetype maxTokenSize = 16 * 1024; // security.md T1
constexpr qsizetype maxEmailSize = 1024;
constexpr qint64 maxIssuedAt = 253402300799999; // the end of the year 9999

const QLatin1String versionName("version");
const QLatin1String serverName("server");
const QLatin1String emailName("email");
const QLatin1String accessName("access_token");
const QLatin1String refreshName("refresh_token");
const QLatin1String issuedName("issued_at");
const QLatin1String serverTimeName("server_time");
const QLatin1String expiresInName("expires_in");

// RFC 6750 section 2.1, b64token: what may stand in an Authorization header (security.md T4).
bool isTokenCharacter(char16_t c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')
        || QStringView(u"-._~+/=").contains(c);
}

void appendString(QByteArray &json, QByteArrayView utf8)
{
    json += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            (json += '\\') += c;
        else if (static_cast<unsigned char>(c) < 0x20)
            json += "\\u00" + QByteArray::number(static_cast<int>(c), 16).rightJustified(2, '0');
        else
            json += c;
    }
    json += '"';
}

void appendMember(QByteArray &json, QLatin1String name, QByteArrayView utf8)
{
    json += ',';
    appendString(json, QByteArrayView(name.data(), name.size()));
    json += ':';
    appendString(json, utf8);
}

std::optional<Secret> tokenIn(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    if (!value.isString())
        return {};
    QString text = value.toString();
    const bool good = text.size() <= maxTokenSize
        && std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return isTokenCharacter(c.unicode()); });
    const Secret token{QStringView(text)};
    wipe(text);
    return good ? std::optional(token) : std::nullopt;
}

void appendNumber(QByteArray &json, QLatin1String name, qint64 number)
{
    json += ',';
    appendString(json, QByteArrayView(name.data(), name.size()));
    json += ':' + QByteArray::number(number);
}

// False: it is there, and no number from 0 to `most`.
bool readOptional(const QJsonObject &object, QLatin1String name, qint64 most,
                  std::optional<qint64> *number)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined())
        return true;
    *number = value.toInteger(-1);
    return **number >= 0 && **number <= most;
}

std::optional<StoredSession> sessionIn(const QJsonObject &object)
{
    StoredSession session;
    const auto server = ServerAddress::parse(object.value(serverName).toString());
    const auto access = tokenIn(object, accessName);
    const auto refresh = tokenIn(object, refreshName);
    const QJsonValue email = object.value(emailName);
    const qint64 issuedAt = object.value(issuedName).toInteger(-1);
    if (!server || !access || access->isEmpty() || !refresh || !email.isString()
        || email.toString().size() > maxEmailSize || issuedAt < 0 || issuedAt > maxIssuedAt)
        return {};
    std::optional<qint64> serverTime;
    std::optional<qint64> expiresIn;
    if (!readOptional(object, serverTimeName, maxIssuedAt, &serverTime)
        || !readOptional(object, expiresInName, maxIssuedAt / 1000, &expiresIn))
        return {};
    session.server = *server;
    session.email = email.toString();
    session.tokens = {*access, *refresh};
    session.issuedAt = WallTime(Milliseconds(issuedAt));
    if (serverTime)
        session.serverTime = WallTime(Milliseconds(*serverTime));
    if (expiresIn)
        session.expiresIn = std::chrono::seconds(*expiresIn);
    return session;
}

// What is percent-encoded has no "=".
QByteArray digestOf(const QString &account)
{
    return "sha256="
        + QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex();
}

// No address has a fragment.
QString keyNamed(const QString &profile, const ServerAddress &server, const QByteArray &name)
{
    return sessionKey(profile, server, false) + u'#' + QString::fromLatin1(name);
}

} // namespace

QString accountKey(const QString &profile, const ServerAddress &server, const QString &account)
{
    constexpr qsizetype longest = 128;
    const QByteArray name = QUrl::toPercentEncoding(account);
    return keyNamed(profile, server, name.size() > longest ? digestOf(account) : name);
}

QString emailKey(const QString &profile, const ServerAddress &server, const QString &email)
{
    return keyNamed(profile, server, digestOf(email.toCaseFolded()));
}

bool isAccountKey(const QString &key)
{
    return key.contains(u'#');
}

bool isSameEmail(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

QString sessionKey(const QString &profile, const ServerAddress &server, bool demo)
{
    // Encoded, so that no profile's name can imitate another profile's key.
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(profile));
    return QStringLiteral("session/%1/%2")
        .arg(name, demo ? QStringLiteral("demo") : server.toString());
}

namespace
{

// By hand: QJsonDocument would leave copies of the tokens that nobody can overwrite.
Secret encodeWhole(const StoredSession &session)
{
    constexpr qsizetype punctuation = 256;
    const QByteArray server = session.server.toString().toUtf8();
    const QByteArray email = session.email.toUtf8();
    QByteArray json;
    // Six bytes for a character at worst. One buffer from the start: growing would leave copies.
    json.reserve(6
                     * (server.size() + email.size() + session.tokens.access.size()
                        + session.tokens.refresh.size())
                 + punctuation);
    json += "{\"version\":" + QByteArray::number(itemVersion);
    appendMember(json, serverName, server);
    appendMember(json, emailName, email);
    appendMember(json, accessName, session.tokens.access.reveal());
    appendMember(json, refreshName, session.tokens.refresh.reveal());
    appendNumber(json, issuedName, session.issuedAt.time_since_epoch().count());
    if (session.serverTime)
        appendNumber(json, serverTimeName, session.serverTime->time_since_epoch().count());
    if (session.expiresIn)
        appendNumber(json, expiresInName, session.expiresIn->count());
    json += '}';
    const Secret item{QByteArrayView(json)};
    wipe(json);
    return item;
}

} // namespace

Secret encodeSession(const StoredSession &session)
{
    const Secret whole = encodeWhole(session);
    if (whole.size() <= mostItemBytes)
        return whole;
    StoredSession bare = session;
    bare.serverTime.reset();
    bare.expiresIn.reset();
    const Secret small = encodeWhole(bare);
    return small.size() <= mostItemBytes ? small : whole; // of no use, they would be lost in vain
}

tl::expected<StoredSession, ItemProblem> decodeSession(const Secret &item)
{
    const auto unreadable = tl::make_unexpected(ItemProblem::Unreadable);
    if (item.isEmpty() || item.size() > maxItemSize)
        return unreadable;
    const auto bytes = item.reveal();
    const QJsonObject object
        = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size())).object();
    if (object.value(versionName).toInteger(-1) != itemVersion)
        return unreadable;
    const auto session = sessionIn(object);
    if (!session)
        return unreadable;
    return *session;
}

tl::expected<StoredSession, ItemProblem> decodeSession(const Secret &item,
                                                       const ServerAddress &server)
{
    auto session = decodeSession(item);
    if (session && !(session->server == server))
        return tl::make_unexpected(ItemProblem::OtherServer);
    return session;
}

} // namespace latchkey
