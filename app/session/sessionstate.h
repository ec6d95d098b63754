#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"

#include <QString>

#include <optional>

namespace latchkey
{

enum class SessionState {
    Starting, // nothing is known yet: the keychain has not answered
    SignedOut, // there is no session
    WaitingForKeychain, // the stored session cannot be read yet; it is not lost
    Restoring, // a stored session was found and is being checked
    SigningIn, // the credentials are with the server
    SignedIn, // the session works and can be renewed
    Renewing, // as SignedIn, with one renewal in flight
    NotRenewable, // the access token is good, the refresh token is dead, refused or missing
    Ended, // nothing usable is left, or the server took it back; see endReason
};

// What made the state change.
enum class Cause {
    Start,
    User,
    Timer,
    Resume,
    Reconnect,
    Unauthorized,
    Rejected,
    Expired,
    Keychain,
    OtherProcess,
    Suspend // the computer is about to sleep
};

enum class EndReason {
    None,
    Expired, // both tokens reached their own end (X1)
    Refused, // the server ended it before its time (X2)
    AccountGone, // a good token, but no such user any more (X4)
    Replaced, // the server's own code says that a newer sign-in took its place (X3)
};

enum class TokenKind {
    Access,
    Refresh,
};

// Can the session outlive the program?
enum class Saving {
    Unknown, // the keychain has not been asked yet
    Saved, // the newest pair is in the keychain
    Pending, // being written, or the keychain waits for the person
    NotWanted, // "Stay signed in" is off
    NoStore, // no password store on this computer, or --no-keychain (K2)
    Failed, // a write failed; it is tried again (K4)
};

// Why the keychain could not be read at start, or what became of the item.
enum class KeychainTrouble {
    None,
    Locked, // K1
    StillLocked, // the person was asked to unlock it, and has not
    Asking, // it asks the person just now
    Slow, // no answer before the deadline
    Denied, // K3
    Refused, // it says no without asking, until it or this program is started again
    Absent, // K2
    Corrupt, // K5: the item cannot be read, and is left where it is
};

// What is stored cannot be read for now, and is not lost: the session waits in WaitingForKeychain,
// or the person has gone on without it.
[[nodiscard]] bool holdsBack(KeychainTrouble trouble);

// How well the keychain serves this session, for whoever shows it.
enum class KeychainHealth {
    Unknown, // not asked yet
    Ready, // what is in force is stored, or can be
    WaitingForUnlock, // it waits for the person
    Asking, // a question of its own to the person is open
    WouldAsk, // it would ask whether we may have the item: only when the person wants it
    Denied, // the person refused, or cancelled its prompt
    Absent, // no password store on this computer
    Gone, // as Absent, after it has held this session or one of before: what comes is not saved
    Slow, // no answer before the deadline
    Failing, // it answers with errors; the write is tried again
    Corrupt, // the item cannot be read, and is left where it is until the account signs in again
    MemoryOnly, // the session is not stored, because that was asked for
};

// Someone is signed in: SignedIn, Renewing or NotRenewable.
[[nodiscard]] bool isLiving(SessionState state);

[[nodiscard]] QString stateName(SessionState state);
[[nodiscard]] QString causeName(Cause cause);

struct Transition {
    WallTime at;
    SessionState from;
    SessionState to;
    Cause cause;
};

// All there is to know about the session, as one value for whoever shows it. Holds no secret.
struct SessionStatus {
    SessionState state = SessionState::Starting;
    EndReason endReason = EndReason::None;
    std::optional<Error> endError; // the answer that ended it, for Details
    std::optional<WallTime> endedAt;
    QString email;
    // By this computer's clock. In Ended: when the session would have ended by itself.
    std::optional<WallTime> accessExpiry;
    std::optional<WallTime> refreshExpiry;
    std::optional<WallTime> accessIssued;
    std::optional<WallTime> nextRenewal;
    std::optional<Error> renewalError; // the last renewal failed, the session goes on (X7)
    bool refreshRefused = false; // by the server, which has confirmed it
    int renewals = 0; // since sign-in or start
    bool accessExpiredByHand = false; // see Session::expireByHand(); the expiry above says so too
    bool refreshExpiredByHand = false;
    Saving saving = Saving::Unknown;
    KeychainTrouble keychain = KeychainTrouble::None;
    KeychainHealth health = KeychainHealth::Unknown;
    // A session of this server is stored, as far as the settings know, and is restored as soon as
    // it can be read.
    bool isListed = false;
    QString keychainName; // for the person, such as "GNOME Keyring"
    Milliseconds serverOffset{0}; // server's clock minus this computer's
};

} // namespace latchkey
