#include "app/demo/answer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace latchkey::demo
{

namespace
{

Answer error(int status, const QByteArray &message, const QByteArray &name)
{
    return {status,
            R"({"message":)" + message + R"(,"error":")" + name + R"(","statusCode":)"
                + QByteArray::number(status) + '}'};
}

} // namespace

QByteArray quoted(const QStringList &texts)
{
    return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
}

QByteArray quoted(const QString &text)
{
    const QByteArray array = quoted(QStringList{text});
    return array.mid(1, array.size() - 2);
}

Answer unauthorized()
{
    return {401, R"({"message":"Unauthorized","statusCode":401})"};
}

Answer invalidRefresh()
{
    return error(401, R"("Invalid")", "Unauthorized");
}

Answer sessionReplaced()
{
    return error(401, R"("Session replaced")", "session_replaced");
}

Answer invalidFields(const QStringList &messages)
{
    return error(400, quoted(messages), "Bad Request");
}

Answer badRequest(const QString &message)
{
    return error(400, quoted(message), "Bad Request");
}

// The shape in which the reference server lets its database library's error through: no statusCode.
Answer entityNotFound(int userId, const QByteArray &target, WallTime now)
{
    const QString message
        = QStringLiteral("Could not find any entity of type \"User\" matching: {\n"
                         "    \"id\": %1\n}")
              .arg(userId);
    return {400,
            R"({"path":)" + quoted(QString::fromLatin1(target)) + R"(,"timestamp":)"
                + quoted(toDateTime(now).toString(Qt::ISODateWithMs))
                + R"(,"name":"EntityNotFoundError","message":)" + quoted(message) + '}'};
}

Answer forbidden()
{
    return error(403, R"("Forbidden resource")", "Forbidden");
}

Answer notFound(const QByteArray &method, const QByteArray &target)
{
    const QByteArray message = "Cannot " + method + ' ' + target;
    return error(404, quoted(QString::fromUtf8(message)), "Not Found");
}

Answer tooLarge()
{
    return {413, R"({"statusCode":413,"message":"request entity too large"})"};
}

Answer serverError()
{
    return {500, R"({"statusCode":500,"message":"Internal server error"})"};
}

Answer plainError(int status)
{
    if (status == 413)
        return tooLarge();
    if (status >= 500)
        return serverError();
    return {status,
            R"({"message":"Malformed request","statusCode":)" + QByteArray::number(status) + '}'};
}

} // namespace latchkey::demo
