#pragma once

#include "app/api/httpedge.h"
#include "tests/support/rawserver.h"

#include <QTest>

#include <memory>

namespace latchkey::test
{

// A caller of an HttpEdge that remembers its answers and can go away.
struct Caller {
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    QList<HttpReply> replies;

    void send(HttpEdge &edge, const HttpRequest &request)
    {
        edge.send(request, context.get(),
                  [this](const HttpReply &reply) { replies.append(reply); });
    }
};

inline HttpRequest getRequest(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

inline HttpRequest postRequest(const QUrl &url, const QByteArray &body = R"({"a":"needle"})")
{
    HttpRequest request;
    request.verb = HttpRequest::Verb::Post;
    request.url = url;
    request.body = Secret(QByteArrayView(body));
    return request;
}

} // namespace latchkey::test
