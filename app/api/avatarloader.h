#pragma once

#include "app/api/httpedge.h"

#include <QByteArray>
#include <QUrl>

#include <functional>

namespace latchkey
{

// Fetches a picture's bytes from any host: no bearer token, no cookie, no Referer; at most 2 MiB;
// https only, or plain http to loopback when the API itself is there (security.md G1); at most
// three redirects, each checked the same way. Bytes are untrusted: decode them under caps.
class AvatarLoader
{
public:
    AvatarLoader(HttpEdge &http, const Clock &clock); // both must outlive the loader

    // Answers once to `context`, never from inside the call; empty bytes mean "no picture".
    void load(const QUrl &url, bool loopbackAllowed, QObject *context,
              std::function<void(QByteArray)> callback);

private:
    HttpEdge &m_http;
    const Clock &m_clock;
};

} // namespace latchkey
