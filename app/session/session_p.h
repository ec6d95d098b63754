#pragma once

#include "app/session/profilekeeper.h"
#include "app/session/session.h"
#include "app/session/sessionvault.h"

#include <functional>
#include <memory>

namespace latchkey
{

class Session::Private final : public QObject
{
public:
    Private(Session *session, const Parts &parts, const QString &profileName);

    // sessionoccasions.cpp: what the computer does around it
    void prepareForGap(Cause cause, Milliseconds limit, QObject *context,
                       std::function<void()> ready);
    void prepareForEnd(const EndLimits &limits, QObject *context, std::function<void()> ready);
    // `ready`, with nothing that could leave into the gap any more.
    [[nodiscard]] std::function<void()> opening(std::function<void()> ready);
    void resumed();
    void clockJumped(Milliseconds by);
    [[nodiscard]] Milliseconds serverOffset() const;
    void serverClockSeen(bool accepted);

    // sessionrecord.cpp: what the history is told
    void note(SessionEvent::Kind kind, const std::optional<Error> &error = {});
    void noteEnd(EndReason reason, const std::optional<Error> &error);
    void followPair(); // the pair in force may be another, or stand elsewhere on the clock
    void slept(Milliseconds span);
    void noteFault(SessionEvent::Fault fault, bool on);
    void expireByHand(TokenKind token, bool expired);
    void renewalFailed(const Error &error);

    // session.cpp: the person's verbs
    void useServer(const ServerAddress &server, bool isDemo);
    void signIn(const Credentials &credentials, bool stay);
    void signInEnded(const Result<TokenReply> &result, const QString &email, bool stay);
    // sessionrestore.cpp: the names under which sessions are stored
    [[nodiscard]] QStringList keysOf(const ServerAddress &server);
    [[nodiscard]] QString oldKey() const { return sessionKey(profileName, api.server(), demo); }
    [[nodiscard]] QString keyOf(const QString &who, const Tokens &tokens) const;
    [[nodiscard]] QString keyToStore(const QString &who, const Tokens &tokens);
    void turnTo(const QString &key);
    void passOver(const QString &key);
    void moveFromOldKey(const StoredSession &session);
    [[nodiscard]] bool looksElsewhere(const SessionVault::Loaded &loaded);
    // `tell` is called once it is left, which may take a look into the keychain.
    void leaveSignIn(Cause cause, const std::function<void()> &tell);
    void leaveDeadSignIn(const std::function<void()> &tell);
    void signOut();
    void profileLoaded(const Profile &profile);
    void profileFailed(const Error &error);
    void profileRefused(EndReason reason, const Error &error);

    // sessionrestore.cpp: from the keychain to a session
    void restore(SecretStore::Prompt prompt, Cause cause);
    void restored(const SessionVault::Loaded &loaded, Cause cause);
    [[nodiscard]] bool mayPickUp() const; // what a keychain that has just opened may hold
    [[nodiscard]] bool isRefusedStill(KeychainState now, KeychainState before) const;
    [[nodiscard]] bool isToLook(KeychainState now, KeychainState before) const;
    void keychainChanged(KeychainState now, KeychainState before);
    void keychainLeft();

    // sessionforget.cpp: the stored item after a sign-out
    void forget(const std::optional<WallTime> &expiry);
    void leaveForgotten(); // somebody else's turn
    void forgettingAsks(bool isItsOwn);
    void forgetEnded(bool isGone);
    void leftoverAsks();
    void leftoverEnded(bool isGone);
    void othersEnded(bool isGone);
    void seeToOthers();

    // sessionlife.cpp: what time and the server do to a living session
    void begin(const TokenPair &pair, const QString &who);
    void renewingChanged(Cause cause);
    void renewed();
    void standingChanged(Cause cause);
    void end(EndReason reason, const std::optional<Error> &error, Cause cause);
    [[nodiscard]] SessionState livingState() const;
    [[nodiscard]] EndReason deathReason() const; // of a pair whose standing is Dead
    void enterLivingState(Cause cause);

    void enter(SessionState next, Cause cause); // records the transition; does not emit
    void publish(); // emits changed(); the last thing a function does
    [[nodiscard]] SessionStatus status() const;

    Session *q;
    ApiClient &api;
    Preferences &preferences;
    Clock &clock;
    const QString profileName;
    SessionVault vault;
    Renewer renewer;
    ProfileKeeper profile;

    SessionState state = SessionState::Starting;
    SessionState beforeSignIn = SessionState::SignedOut;
    QString email;
    EndReason endReason = EndReason::None;
    std::optional<Error> endError;
    std::optional<WallTime> endedAt;
    std::optional<WallTime>
        lastAccessExpiry; // of the session that ended, to say how long it was due
    std::optional<WallTime> lastRefreshExpiry;
    KeychainTrouble keychain = KeychainTrouble::None;
    int renewals = 0;
    bool started = false; // useServer() was called
    bool demo = false;
    QList<Transition> transitions;
    SessionHistory history;
    Tokens followed; // what the history's newest pair is; to tell a new pair from the same again

    struct Forgetting {
        enum class How { Nothing, Silently, Asks, WaitsBehind, Failed };
        How how = How::Nothing; // as it was told
        bool isUnderWay = false; // the vault has not answered
        quint64 round = 0; // the sign-out
        std::optional<WallTime> expiry;
        bool isLeftover = false; // of an earlier run
        bool hadNothing = false; // to be deleted
        bool isOthers = false; // what is asked about lies under other keys than the one in use
    };
    Forgetting forgetting;

    QStringList keysLeft; // under which a stored session may be, behind the one in use
    bool oldKeyIsOpen = true; // nobody has looked under it in this run
    bool lookedNowhere = false; // the last look for a stored session; what comes may hold one
    // A stored session, or where one may be, which a sign-in keeps from being picked up.
    bool foundMeanwhile = false;

    std::unique_ptr<QObject> signInCall; // contexts: deleting one cancels what it stands for
    std::unique_ptr<QObject> leaveCall;
    std::unique_ptr<QObject> restoreCall;
    bool restoreMayAsk = false; // that call, for whatever is locked
};

} // namespace latchkey
