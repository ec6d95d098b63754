#include "tests/demo/rawhttp.h"

#include <QDeadlineTimer>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <chrono>

namespace latchkey::test
{

namespace
{

using namespace std::chrono_literals;

constexpr auto kPatience = 10s;

RawReply split(const QByteArray &all)
{
    RawReply reply;
    reply.all = all;
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0 || !all.startsWith("HTTP/1.1 "))
        return reply;
    const QList<QByteArray> lines = all.left(end).split('\n');
    reply.status = lines.constFirst().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    reply.body = all.mid(end + 4);
    return reply;
}

bool isComplete(const RawReply &reply)
{
    return reply.status != 0 && reply.headers.contains("content-length")
        && reply.body.size() >= reply.headers.value("content-length").toInt();
}

} // namespace

RawReply exchange(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    const QDeadlineTimer deadline(kPatience);
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    if (!socket.waitForConnected(left()))
        return {};
    socket.write(bytes);
    RawReply reply;
    while (!isComplete(reply) && socket.waitForReadyRead(left()))
        reply = split(reply.all + socket.readAll());
    return reply;
}

QByteArray rawRequest(quint16 port, const QByteArray &method, const QByteArray &target,
                      const QByteArrayList &headers, const QByteArray &body)
{
    QByteArray bytes = method + ' ' + target
        + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nConnection: close\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

RawReply get(quint16 port, const QByteArray &target, const QByteArrayList &headers)
{
    return exchange(port, rawRequest(port, "GET", target, headers));
}

RawReply postJson(quint16 port, const QByteArray &target, const QByteArray &body)
{
    return exchange(port,
                    rawRequest(port, "POST", target, {"Content-Type: application/json"}, body));
}

} // namespace latchkey::test
