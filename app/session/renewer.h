#pragma once

#include "app/session/sessionvault.h"
#include "app/session/tokenpair.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace latchkey
{

// Keeps the living pair alive: schedules renewals on the token that dies first, runs at most one at
// a time, retries outages with backoff, confirms a refusal before believing it, and answers
// everybody who waits for an access token. Knows nothing of states and screens.
class Renewer final : public QObject
{
    Q_OBJECT
public:
    Renewer(ApiClient &api, SessionVault &vault, Clock &clock);
    ~Renewer() override;

    // Takes over a pair; the last one is forgotten, its renewal aborted and its waiters refused.
    void start(const TokenPair &pair, const QString &email);
    void stop(); // forgets the pair; nothing is sent afterwards

    [[nodiscard]] const TokenPair *pair() const { return m_pair ? &*m_pair : nullptr; }
    [[nodiscard]] Standing standing() const; // Dead without a pair
    [[nodiscard]] bool isRenewing() const { return m_attempt != nullptr; }
    [[nodiscard]] bool isRefreshRefused() const { return m_refreshRefused; }
    [[nodiscard]] std::optional<Error> lastError() const { return m_lastError; }
    // On Clock::sinceBoot(); none if nothing is planned.
    [[nodiscard]] std::optional<Milliseconds> nextAttempt() const;

    // One renewal, or a place in the one that is under way or due. Answers once to `context`: no
    // error means pair() is fresh. An outage is waited out for up to 30 s (scenario 29b), then
    // told.
    using Callback = std::function<void(std::optional<Error>)>;
    void renew(Cause cause, QObject *context, Callback callback);
    // The person asked: does not wait for a backoff, but does for a Retry-After.
    void renewNow();

signals:
    void renewingChanged(latchkey::Cause cause); // isRenewing() is now different
    void
    renewed(const latchkey::TokenReply &reply); // the new pair is in force, and stored if it can be
    void failed(const latchkey::Error &error); // no verdict on the token; it is tried again
    // The standing changed by time or by a refusal. For Dead the keychain has been asked for a
    // newer pair first.
    void standingChanged(latchkey::Cause cause);

private:
    struct Waiter {
        QPointer<QObject> context;
        Callback callback;
        Milliseconds since; // monotonic
    };

    void take(const TokenPair &pair);
    void wake();
    void arm();
    void attempt(Cause cause);
    void attemptEnded(const Result<TokenReply> &result);
    void succeeded(const TokenReply &reply);
    void outage(const Error &error);
    void refused(const Error &error);
    void judge(Cause cause); // reads the keychain before a death is told
    void announceStanding(Cause cause);
    void answerWaiters(const std::optional<Error> &error, Milliseconds olderThan);
    void answerAllWaiters(const std::optional<Error> &error);
    [[nodiscard]] StoredSession toStore() const;

    ApiClient &m_api;
    SessionVault &m_vault;
    Clock &m_clock;
    std::unique_ptr<Timer> m_wake;
    std::unique_ptr<QObject> m_attempt; // context of the request in flight; deleting it aborts
    std::unique_ptr<QObject> m_judging; // context of a keychain read before a verdict
    std::optional<TokenPair> m_pair;
    QString m_email;
    QList<Waiter> m_waiters;
    std::optional<Error> m_lastError;
    Standing m_announced = Standing::Dead;
    std::optional<Milliseconds> m_due; // sinceBoot
    Milliseconds m_notBefore{0}; // sinceBoot; from Retry-After and the floor
    Cause m_dueCause = Cause::Timer;
    int m_failures = 0;
    int m_refusals = 0;
    bool m_refreshRefused = false;
};

} // namespace latchkey
