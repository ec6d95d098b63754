#pragma once

#include "app/session/renewer.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace latchkey
{

// Runs one API call with an access token that is not known to be dead (session.md, "When to renew"
// 5 and 6): waits for a renewal if it is, and after a 401 renews once, or takes the newer token
// that is already there, and replays once. Answers once to `context`; never tries a third time.
template <typename T>
class AuthorizedCall
{
public:
    using Callback = std::function<void(Result<T>)>;
    // Must send the same call each time it is asked, with the token it is given.
    using Send = std::function<void(const Secret &accessToken, QObject *context, Callback)>;

    static void run(Renewer &renewer, QObject *context, Send send, Callback callback)
    {
        const auto call = std::make_shared<AuthorizedCall>(renewer, context, std::move(send),
                                                           std::move(callback));
        call->first(call);
    }

    AuthorizedCall(Renewer &renewer, QObject *context, Send send, Callback callback)
        : m_renewer(renewer)
        , m_context(context)
        , m_send(std::move(send))
        , m_callback(std::move(callback))
    {
    }

private:
    using Self = std::shared_ptr<AuthorizedCall>;

    void first(const Self &self)
    {
        if (m_renewer.mustAskTimeForAccess()) {
            return m_renewer.askTime(m_context, [self](const std::optional<Error> &error) {
                error ? self->m_callback(tl::make_unexpected(*error)) : self->withRightAge(self);
            });
        }
        withRightAge(self);
    }

    void withRightAge(const Self &self)
    {
        const Standing standing = m_renewer.standing();
        if (standing == Standing::Good || standing == Standing::NotRenewable)
            return send(self, false);
        m_renewer.renew(Cause::Expired, m_context, [self](const std::optional<Error> &error) {
            // Past a guess nothing could be renewed, and yet the access token may live.
            if (error && self->m_renewer.standing() != Standing::NotRenewable)
                return self->m_callback(tl::make_unexpected(*error));
            self->send(self, true);
        });
    }

    void send(const Self &self, bool isReplay)
    {
        if (!hasLivingToken())
            return m_callback(tl::make_unexpected(sessionOver()));
        const Secret token = m_renewer.pair()->tokens.access;
        m_send(token, m_context, [self, token, isReplay](const Result<T> &result) {
            const bool rejected = !result && result.error().code == ErrorCode::Unauthorized;
            if (rejected && !isReplay && self->m_renewer.pair())
                return self->replay(self, token, result);
            self->m_callback(result);
        });
    }

    [[nodiscard]] bool hasLivingToken() const
    {
        const Standing standing = m_renewer.standing();
        return standing == Standing::Good || standing == Standing::NotRenewable;
    }

    // The renewal went well, but its pair was given up, or died in a sleep, before its turn came.
    [[nodiscard]] static Error sessionOver()
    {
        Error error;
        error.code = ErrorCode::Unauthorized;
        error.detail = QStringLiteral("the session ended while this request waited");
        return error;
    }

    void replay(const Self &self, const Secret &usedToken, const Result<T> &rejection)
    {
        if (!m_renewer.pair()->tokens.access.sameAs(usedToken))
            return send(self, true); // renewed since this request left
        const auto again = [self, rejection](const std::optional<Error> &error) {
            error ? self->m_callback(rejection) : self->send(self, true);
        };
        if (rejection.error().sessionReplaced) // a renewal would be refused as well
            return m_renewer.replaced(rejection.error(), m_context, again);
        const Standing standing = m_renewer.standing();
        if (standing == Standing::NotRenewable || standing == Standing::Dead)
            return m_callback(rejection);
        m_renewer.renew(Cause::Unauthorized, m_context, again);
    }

    Renewer &m_renewer;
    QObject *m_context; // every step is bound to it, so it is alive whenever one runs
    Send m_send;
    Callback m_callback;
};

} // namespace latchkey
