#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/session/sessionstate.h"

#include <QList>

#include <optional>

namespace latchkey
{

// What happened to the session in this run of the program, for the timeline and its table
// (screens.md section 4, qa.md B21, B22). Holds no secret and nothing of a token: a pair is told
// apart by its alias, #1, #2 and so on, counted over the whole run.
struct SessionEvent {
    enum class Kind {
        SignedIn, // with a password
        Restored, // from the keychain, at start
        Adopted, // another process renewed, and its pair was taken over
        Renewed,
        RenewalFailed, // an outage: no verdict on the token
        RenewalRefused, // the server said no, once or for good
        Unauthorized, // 401 to a request with this access token
        Slept, // the computer slept for `span`; `at` is the moment it woke
        ClockSet, // somebody set the computer's clock ahead by `span` (negative: back)
        Ended, // see `reason`
        SignedOut, // by the person
        FaultOn, // made on purpose, for QA: see `fault`
        FaultOff, // the same, taken back
        ServerRestarted, // it had ended, and was started again: it may know nobody any more
    };
    enum class Fault {
        None,
        AccessExpired, // the access token is taken for expired, whatever it says of itself
        RefreshExpired, // the refresh token is
        SessionsRevoked, // the server refuses every token that it gave out so far
    };
    WallTime at;
    Kind kind = Kind::SignedIn;
    int alias = 0; // of the pair in force then, or of its token that is at fault; 0: none
    std::optional<ErrorCode> error = {}; // RenewalFailed, RenewalRefused, Unauthorized, Ended
    int httpStatus = 0; // 0: no HTTP answer
    Milliseconds span{0};
    EndReason reason = EndReason::None;
    Fault fault = Fault::None;

    bool operator==(const SessionEvent &) const = default;
};

// The life of one token pair. All moments by this computer's clock as it is set now.
struct PairRecord {
    int alias = 0;
    int refreshAlias = 0; // an older pair's where a renewal brought no new refresh token; 0: none
    WallTime accessIssued;
    WallTime accessExpiry;
    std::optional<WallTime> refreshIssued;
    std::optional<WallTime> refreshExpiry;
    // When the server refused the refresh token for good; it is dead from then on.
    std::optional<WallTime> refreshRefused;
    // When it was replaced, or its session ended. None: it is in force.
    std::optional<WallTime> left;

    bool operator==(const PairRecord &) const = default;
};

// A plain value, cheap to copy. Bounded: the oldest goes first.
class SessionHistory
{
public:
    static constexpr qsizetype mostEvents = 200;
    static constexpr qsizetype mostPairs = 50;

    // Oldest first, of the whole run since clear().
    [[nodiscard]] const QList<SessionEvent> &events() const { return m_events; }
    [[nodiscard]] const QList<PairRecord> &pairs() const { return m_pairs; }
    // Only what belongs to the session that lives, or lived last: from its sign-in or restoring on.
    [[nodiscard]] SessionHistory ofLastSession() const;
    [[nodiscard]] const PairRecord *newestPair() const; // null: none yet

    // `event.alias` is filled in. An event earlier than the last one keeps its time and goes last.
    void add(SessionEvent event);
    // A new pair is in force; the one before it is left. Gives it its alias. `keepsRefresh`: its
    // refresh token is the last pair's.
    void beginPair(PairRecord pair, WallTime now, bool keepsRefresh);
    // The pair in force turned out to be older or younger, or was refused.
    void updatePair(const PairRecord &times);
    void leavePair(WallTime now); // nothing is in force any more
    // Moves every moment, so that the past stays where it was on the new clock.
    void clockSet(Milliseconds by);
    void clear(); // another server. Aliases go on: they stay unique in this run

    bool operator==(const SessionHistory &) const = default;

private:
    [[nodiscard]] PairRecord *inForce();

    QList<SessionEvent> m_events;
    QList<PairRecord> m_pairs;
    int m_lastAlias = 0;
};

} // namespace latchkey
