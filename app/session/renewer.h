#pragma once

#include "app/session/clockwatch.h"
#include "app/session/laterenewals.h"
#include "app/session/renewalbudget.h"
#include "app/session/renewallock.h"
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
// a time (one of all processes on the same keychain item), retries outages with backoff, confirms a
// refusal before believing it, and answers everybody who waits for an access token. Knows nothing
// of states and screens.
class Renewer final : public QObject
{
    Q_OBJECT
public:
    struct Setup {
        QString lockFolder; // see RenewalLock
        std::function<double()> unitRandom = {}; // 0 .. 1; null: Qt's generator
        Preferences *preferences = nullptr; // where a day's renewals are counted; may be null
    };
    Renewer(ApiClient &api, SessionVault &vault, Clock &clock, const Setup &setup);
    ~Renewer() override;

    // Takes over a pair; the last one is forgotten, its renewal aborted and its waiters refused.
    void start(const TokenPair &pair, const QString &email);
    void stop(); // forgets the pair; nothing is sent afterwards
    // The same, and the stored item stays: what a renewal that is sent already brings is stored.
    void leave();

    [[nodiscard]] const TokenPair *pair() const { return m_pair ? &*m_pair : nullptr; }
    // How long pair() is taken to live: shorter than its own life where expireByHand() was called.
    [[nodiscard]] PairLife life() const;
    [[nodiscard]] Standing standing() const; // Dead without a pair
    [[nodiscard]] bool isRenewing() const { return m_attempt != nullptr; }
    // A renewal's request has been given to a connection, and its answer has not come or its pair
    // is not stored yet.
    [[nodiscard]] bool isCommitted() const { return isAttemptCommitted() || !m_late.isEmpty(); }
    // A renewal, the question for the time, or the look for another process's pair.
    [[nodiscard]] bool isBusy() const { return m_attempt || m_judging || m_timeAsk; }
    [[nodiscard]] bool isRivalRenewing() const { return m_rivalRenews; } // another process is
    [[nodiscard]] bool isRefreshRefused() const { return m_refreshRefused; }
    [[nodiscard]] bool isReplaced() const
    {
        return m_replaced;
    } // X3: dead, whatever its clocks say
    [[nodiscard]] std::optional<Error> lastError() const { return m_lastError; }
    [[nodiscard]] double jitter() const { return m_random(); } // 0 .. 1, anew each time
    // On Clock::sinceBoot(); none if nothing is planned.
    [[nodiscard]] std::optional<Milliseconds> nextAttempt() const;

    // One renewal, or a place in the one that is under way or due. Answers once to `context`: no
    // error means pair() is fresh. An outage is waited out for up to 30 s (scenario 29b), then
    // told.
    using Callback = std::function<void(std::optional<Error>)>;
    void renew(Cause cause, QObject *context, Callback callback);
    // The person asked: does not wait for a backoff, but does for a Retry-After.
    void renewNow();
    // See Session::resumed() and its sisters.
    void occasion(Cause cause);
    // Until `limit` has passed, none is begun, and no begun one's request is sent, that would not
    // end in time by the measure of the last ones (scenario 72).
    void beforeGap(Cause cause, Milliseconds limit);
    // It may come at any moment from now on, since nobody holds it up any longer: nothing is begun
    // until its `limit` has passed, or occasion(Resume).
    void gapOpens();
    // The same as beforeGap() for the end of the program: at most a renewal, with its question for
    // the time, leaves, and nothing afterwards.
    void beforeEnd(Milliseconds limit);
    // A failed renewal is tried again, and can end, before `limit` has passed.
    [[nodiscard]] bool retriesWithin(Milliseconds limit) const;
    void lookAtClocks();
    // The server said so (Error::sessionReplaced) to a call with the token that is in force.
    // Answers once to `context`, if there is one: no error means that another process's pair was
    // adopted.
    void replaced(const Error &error, QObject *context = nullptr, Callback callback = {});
    // Has another process stored a newer pair? Then it is in force now. Answers once to `context`.
    // A session that nobody wants to be stored has no other process.
    void lookForNewerPair(QObject *context, std::function<void(bool adopted)> callback);
    void setSettings(const RenewalSettings &settings);
    // See Session::expireByHand(). It lasts until that token is replaced.
    void expireByHand(TokenKind token, bool expired);
    [[nodiscard]] bool mayExpireByHand(TokenKind token, bool expired) const;
    [[nodiscard]] bool isExpiredByHand(TokenKind token) const
    {
        return chosenEnd(token).has_value();
    }
    // The server's own clock, from any answer: sets a guessed age right.
    void serverTimeKnown(WallTime serverNow, bool accessAccepted);
    // Is the access token only believed to live, by a clock that may be wrong, so that the time
    // should be asked for before it is sent?
    [[nodiscard]] bool mustAskTimeForAccess() const;
    // Asks the server the time without any token. One request for all who ask meanwhile; answers
    // once to `context`, with an error if nothing was settled: the server could not be reached,
    // something else has answered, or it wants to be left alone.
    void askTime(QObject *context, Callback callback);

signals:
    void lateEnded(); // of what leave() left; see isCommitted()
    void renewingChanged(latchkey::Cause cause); // isRenewing() is now different
    void renewed(); // the new pair is in force, and stored if it can be
    void failed(const latchkey::Error &error); // no verdict on the token; it is tried again
    // The standing changed by time or by a refusal. For Dead the keychain has been asked for a
    // newer pair first.
    void standingChanged(latchkey::Cause cause);
    void aboutToExpire(); // once for each pair; see Session::aboutToExpire()
    // Nothing can be renewed, and only the server knows whether the access token still lives. Again
    // each time that another such guess has passed.
    void guessPassed();
    void clockJumped(latchkey::Milliseconds by);
    void slept(latchkey::Milliseconds span); // the computer did; emitted after it woke

private:
    struct Waiter {
        QPointer<QObject> context;
        Callback callback;
        Milliseconds since; // monotonic
    };

    // renewer.cpp: when
    void take(const TokenPair &pair);
    void schedule();
    void wake();
    void arm();
    void considerRenewal(Cause cause, bool worth);
    [[nodiscard]] bool mayUseOccasion() const;
    void serveWaiters();
    [[nodiscard]] bool hasSlept(); // also notices a clock that was set
    // A retry, a confirmation or a rival's renewal is due, and keeps its time.
    [[nodiscard]] bool keepsPlan() const
    {
        return m_failures > 0 || m_refusals > 0 || m_rivalRenews;
    }
    [[nodiscard]] Milliseconds wallAtBoot() const; // by the clocks of now
    bool dateAnew(); // by the wall clock of now
    void pairMoved(); // its place on the clocks changed, not its tokens
    void warnOfExpiry();
    void wonderAboutGuess();
    [[nodiscard]] const std::optional<Milliseconds> &chosenEnd(TokenKind token) const
    {
        return token == TokenKind::Access ? m_ends.access : m_ends.refresh;
    }

    // renewergap.cpp: what still ends before the computer sleeps or the program ends
    [[nodiscard]] bool endsBeforeGap() const;
    [[nodiscard]] Milliseconds expectedTime() const;
    void putOffUnsent();

    // renewertime.cpp: how old a restored pair really is
    [[nodiscard]] bool isAgeOpen() const;
    [[nodiscard]] bool mustAskTime() const;
    void timeAnswered(const Result<bool> &result);
    void askTimeAgain();
    void heedRetryAfter(const Error &error);

    // renewalattempt.cpp: how, and what its end means
    void attempt(Cause cause);
    [[nodiscard]] bool mayAttempt();
    void send();
    void endAttempt(); // we are inside one of its callbacks
    // This attempt, and not one that was left.
    [[nodiscard]] bool isAttemptCommitted() const
    {
        return m_isSent || (m_isStoring && m_vault.isWriting());
    }
    void releaseLock();
    void savingChanged(); // the vault's, or that its write has ended
    void yield(); // the lock is another's by now
    void store();
    void retakeAndStore();
    bool adopt(const SessionVault::Loaded &loaded);
    void attemptEnded(const Result<TokenReply> &result);
    void succeeded(const TokenReply &reply);
    void outage(const Error &error);
    void refused(const Error &error);
    void judge(Cause cause); // reads the keychain before a death is told
    void announceStanding(Cause cause);
    void answerWaiters(const std::optional<Error> &error, Milliseconds olderThan);
    static void answer(const QList<Waiter> &waiters, const std::optional<Error> &error);
    void answerPatientWaiters();
    void answerAllWaiters(const std::optional<Error> &error);
    [[nodiscard]] Error noTokenError() const;
    [[nodiscard]] StoredSession toStore() const;

    ApiClient &m_api;
    SessionVault &m_vault;
    Clock &m_clock;
    std::unique_ptr<Timer> m_wake;
    const QString m_lockFolder;
    const std::function<double()> m_random;
    std::optional<RenewalLock> m_lock; // while an attempt is under way, or its pair is being stored
    std::unique_ptr<Timer> m_lockEnds; // at the latest
    LateRenewals m_late;
    std::unique_ptr<Timer> m_retake; // the lock, while a new pair waits for being stored
    Milliseconds m_agesLieUntil{0}; // monotonic; see RenewalLock::Ages
    RoundTrips m_saves;
    std::optional<Milliseconds> m_gapAt; // sinceBoot; the computer sleeps or the program ends then
    bool m_isGapOpen = false; // see gapOpens()
    bool m_isEnding = false; // nothing is begun any more
    bool m_isSent = false; // this attempt's request, and its pair is not stored yet
    bool m_isAnswered = false; // so its pair, if it brought one, is being stored
    bool m_isStoring = false; // what was last written, or is, came by a renewal
    bool m_hasSlept = false; // since this attempt began
    ClockWatch m_clocks;
    RenewalSettings m_settings;
    std::unique_ptr<QObject> m_attempt; // context of the request in flight; deleting it aborts
    std::unique_ptr<QObject> m_judging; // context of a keychain read before a verdict
    std::optional<TokenPair> m_pair;
    Milliseconds m_datedBy{0}; // wallAtBoot() when the pair's moment on the wall clock was found
    ChosenEnds m_ends; // sinceBoot
    QString m_email;
    QList<Waiter> m_waiters;
    std::unique_ptr<QObject> m_timeAsk; // context of the question for the time
    QList<Waiter> m_timeWaiters;
    Milliseconds m_askAgainAt{0}; // sinceBoot
    Milliseconds m_quietUntil{0}; // sinceBoot; the longest Retry-After
    Error m_quietReason; // who asked for it
    int m_timeFailures = 0;
    int m_shrugs = 0; // answers to the question that say nothing of the time
    RenewalBudget m_budget;
    bool m_moved = false; // pairMoved() during an attempt: to be stored when that has failed
    std::optional<Error> m_lastError;
    Standing m_announced = Standing::Dead;
    std::optional<Milliseconds> m_due; // sinceBoot
    std::optional<Milliseconds> m_warnAt; // sinceBoot; nobody will renew this pair by the clock
    Milliseconds m_wondered{0}; // sinceBoot; the last guessPassed()
    Milliseconds m_notBefore{0}; // sinceBoot; from Retry-After and the floor
    Cause m_dueCause = Cause::Timer;
    int m_failures = 0;
    int m_refusals = 0;
    bool m_refreshRefused = false;
    bool m_replaced = false;
    bool m_rivalRenews = false; // another process holds the lock
};

} // namespace latchkey
