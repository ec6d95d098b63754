#include "tests/session/sessionfixture.h"

#include <QLocale>

namespace latchkey::test
{

SessionFixture::SessionFixture()
    : preferences(folder.filePath(QStringLiteral("latchkey.ini")))
    , api(http, clock)
    , server(*ServerAddress::parse(QStringLiteral("https://api.example.com/v1")))
{
    http.setResponder([this](const HttpRequest &request) { return answer(request); });
}

void SessionFixture::start()
{
    session = std::make_unique<Session>(Session::Parts{api, store, preferences, clock},
                                        QStringLiteral("default"));
    session->useServer(server, false);
    settle();
}

void SessionFixture::restart()
{
    session.reset();
    start();
}

void SessionFixture::signIn(bool stay)
{
    session->signIn({QStringLiteral("john@mail.com"), Secret(QByteArrayView("changeme"))}, stay);
    settle();
}

HttpReply SessionFixture::pairReply(int status)
{
    HttpReply reply = jsonReply(
        status, tokenBody(clock.wall() + serverOffset, accessLife, refreshLife, ++serial));
    reply.headers.insert("date",
                         QLocale::c()
                             .toString(toDateTime(clock.wall() + serverOffset),
                                       QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                             .toLatin1());
    return reply;
}

std::optional<HttpReply> SessionFixture::answer(const HttpRequest &request)
{
    const QString path = request.url.path();
    if (path.endsWith(u"/auth/login")) {
        if (holdLogins)
            return std::nullopt;
        return loginAnswer ? *loginAnswer : pairReply(201);
    }
    if (path.endsWith(u"/auth/refresh-token")) {
        if (holdRenewals)
            return std::nullopt;
        return renewalAnswer ? *renewalAnswer : pairReply(201);
    }
    return profileAnswer ? *profileAnswer : jsonReply(200, profileBody());
}

} // namespace latchkey::test
