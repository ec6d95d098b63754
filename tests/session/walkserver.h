#pragma once

#include "app/api/httpedge.h"
#include "app/store/storedsession.h"
#include "tests/support/fakeclock.h"

#include <QHash>
#include <QPointer>

#include <deque>
#include <memory>

namespace latchkey::test
{

// A server for random walks: it knows each token it gave, whether it still honours it, and answers
// when and how the walk says. Its clock is true time, whatever becomes of the computer's.
class WalkServer final : public HttpEdge
{
public:
    enum class Call { Login, Renewal, Profile, Time }; // Time: no token, for the Date
    enum class Answer {
        Honest,
        AccessOnly, // a renewal that brings no refresh token
        Lost, // the server acted, its answer never came
        Unauthorized, // 401, 403, 400 in the API's own JSON: a refusal without a reason
        Forbidden,
        BadRequest,
        Challenge, // 401 with nothing but WWW-Authenticate: Bearer, which is the API's word too
        Gone, // 400 in the shape that a deleted user has
        NotFound, // 404 in the API's own JSON
        PageBadRequest, // 400, 401, 403 with somebody's page: nobody's word on anything
        PageUnauthorized,
        PageForbidden,
        Unsigned, // 401 in JSON that does not bear the API's mark
        ErrorInside, // a success whose body is a refusal
        TooMany, // with Retry-After
        Fault,
        Html,
        Cut,
        Offline,
        TimedOut,
    };
    static constexpr int Answers = static_cast<int>(Answer::TimedOut) + 1;
    struct Token {
        QString user;
        bool isRefresh = false;
        WallTime expiry; // by the server's clock
        Milliseconds knownUntil{0}; // since boot, as the client may count it
        bool revoked = false;
    };
    struct Exchange {
        Call call = Call::Login;
        QString user; // of a login
        QByteArray token; // that was sent
        QString host;
        QPointer<QObject> context;
        Callback callback;
        WallTime arrived; // server's clock
        Milliseconds sent{0}; // since boot
        std::unique_ptr<Timer> deadline;
    };
    // What an answer means to whoever asked, told before it is delivered.
    struct Delivery {
        int status = 0;
        bool isTheApis = false; // it bears the API's mark
        std::optional<Milliseconds> retryAfter;
        QByteArray access, refresh; // of a good pair
    };
    struct Ears {
        virtual ~Ears() = default;
        virtual void sending(const Exchange &exchange) = 0; // not among the pending ones yet
        virtual void delivering(const Exchange &exchange, const Delivery &delivery) = 0;
    };

    explicit WalkServer(FakeClock &clock);

    void send(const HttpRequest &request, QObject *context, Callback callback) override;

    void setEars(Ears *ears) { m_ears = ears; }
    void setAnswering(bool byItself); // also what is pending
    [[nodiscard]] int pending(); // those that somebody still waits for
    [[nodiscard]] QSet<QByteArray> tokensUnderWay(); // of renewals
    void answer(int place, Answer how); // among the pending ones, oldest first
    [[nodiscard]] bool honours(const QByteArray &token) const;
    [[nodiscard]] const Token *tokenOf(const QByteArray &token) const;
    [[nodiscard]] WallTime now() const;
    // A pair as another process of the same person gets it.
    [[nodiscard]] std::pair<QByteArray, QByteArray> makePair(const QString &user, WallTime at,
                                                             Milliseconds sent);

    Milliseconds accessLife{0};
    Milliseconds refreshLife{0}; // 0: logins bring no refresh token
    Milliseconds offset{0}; // server's clock minus true time
    bool rotates = false; // a refresh token works once

private:
    void forgetDeserted();
    [[nodiscard]] HttpReply honestReply(const Exchange &exchange, bool accessOnly,
                                        Delivery &delivery);
    [[nodiscard]] HttpReply pairReply(const Exchange &exchange, const QString &user,
                                      bool accessOnly, Delivery &delivery);
    [[nodiscard]] HttpReply refusal(int status, Delivery &delivery) const;
    [[nodiscard]] HttpReply page(int status, Delivery &delivery) const;
    [[nodiscard]] HttpReply strange(Answer how, Delivery &delivery) const;
    [[nodiscard]] HttpReply replyOf(const Exchange &exchange, Answer how, Delivery &delivery);
    [[nodiscard]] HttpReply dated(HttpReply reply) const;
    [[nodiscard]] static HttpReply dated(HttpReply reply, WallTime at);

    FakeClock &m_clock;
    Ears *m_ears = nullptr;
    bool m_answering = false;
    std::deque<Exchange> m_pending;
    QHash<QByteArray, Token> m_tokens;
    QObject m_turn; // answers by itself
    int m_serial = 0;
};

// The e-mail addresses of the two people who sign in.
[[nodiscard]] QString walkUser(int which);
// Under which their session is stored, and under which a version of before has stored it.
[[nodiscard]] QString walkKey(const ServerAddress &server, const QString &user);
[[nodiscard]] QString walkOldKey(const ServerAddress &server);

} // namespace latchkey::test
