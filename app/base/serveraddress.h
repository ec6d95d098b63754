#pragma once

#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace latchkey
{

// Why a text is not the address of a server.
enum class AddressProblem {
    Malformed, // no scheme, no host, not http or https, or not a URL by RFC 3986 (V5)
    HasCredentials, // user:password@ : refused without echo (I4, N14)
    HasQueryOrFragment,
    NotEncrypted, // plain http to a host that is not this computer (V6, N7)
};

// The base URL of an API, such as https://api.example.com/v1, parsed strictly (security.md N14):
// StrictMode, http or https, no userinfo, query or fragment, a non-empty host, and plain http only
// to loopback literals (127.0.0.0/8, ::1) and "localhost". A default-constructed address is empty.
class ServerAddress
{
public:
    ServerAddress() = default;
    [[nodiscard]] static tl::expected<ServerAddress, AddressProblem> parse(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_base.isEmpty(); }
    [[nodiscard]] QUrl base() const { return m_base; } // no trailing slash
    [[nodiscard]] QUrl resolve(const QString &path) const; // path without a leading slash
    [[nodiscard]] QString toString() const;
    // For the person: the host in Punycode, with the port if it is not the scheme's own.
    [[nodiscard]] QString host() const;
    [[nodiscard]] bool isLoopback() const;
    // Same scheme, host and port (RFC 6454): the only place a bearer token may go (N1).
    [[nodiscard]] bool sameOrigin(const QUrl &url) const;

    bool operator==(const ServerAddress &other) const { return m_base == other.m_base; }

private:
    QUrl m_base;
};

// Is this host name or literal this very computer, and written as such? "127.1" is not.
[[nodiscard]] bool isLoopbackHost(const QString &host);

} // namespace latchkey
