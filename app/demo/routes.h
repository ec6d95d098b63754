#pragma once

#include "app/demo/accounts.h"
#include "app/demo/answer.h"
#include "app/demo/tokenservice.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>

namespace latchkey::demo
{

// Where a request arrived, for counting.
enum class Endpoint {
    Login,
    Profile,
    Refresh,
    Avatar,
    Unknown, // answered 404
    Refused, // answered 403: not meant for us
};
constexpr int kEndpoints = 6;

// A request, after HTTP. Header values are as received; a list has one element per header line.
struct Request {
    QByteArray method;
    QByteArray target; // with the query, undecoded
    QByteArrayList hosts;
    QByteArrayList origins;
    QByteArray authorization;
    QByteArray contentType;
    QByteArray body;
    // The body was cut short, or is over the limit and was thrown away.
    bool cut = false;
    bool tooLarge = false;
};

// The API of api.md as a function from request to answer. Knows no sockets. Thread-safe.
class Routes
{
public:
    // `accounts` and `tokens` must outlive this. `port` is the one the server listens on.
    Routes(const Accounts &accounts, TokenService &tokens, quint16 port);

    [[nodiscard]] Endpoint endpointOf(const Request &request) const;
    [[nodiscard]] Answer answer(const Request &request) const;

private:
    [[nodiscard]] bool isMeantForUs(const Request &request) const;
    [[nodiscard]] Answer login(const Request &request) const;
    [[nodiscard]] Answer refresh(const Request &request) const;
    [[nodiscard]] Answer profile(const Request &request) const;
    [[nodiscard]] Answer avatar(const Request &request) const;

    const Accounts &m_accounts;
    TokenService &m_tokens;
    const QByteArrayList m_hosts;
    const QHash<QByteArray, QByteArray> m_avatars;
};

} // namespace latchkey::demo
