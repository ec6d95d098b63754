#include "app/session/session.h"

#include "app/base/logging.h"
#include "app/session/session_p.h"

namespace latchkey
{

namespace
{

constexpr qsizetype KeptTransitions = 20;

bool mayStartSignIn(SessionState state)
{
    switch (state) {
    case SessionState::SignedOut:
    case SessionState::Ended:
    case SessionState::WaitingForKeychain:
    case SessionState::NotRenewable:
        return true;
    case SessionState::Starting:
    case SessionState::Restoring:
    case SessionState::SigningIn:
    case SessionState::SignedIn:
    case SessionState::Renewing:
        return false;
    }
    return false;
}

} // namespace

Session::Private::Private(Session *session, const Parts &parts, const QString &name)
    : q(session)
    , api(parts.api)
    , preferences(parts.preferences)
    , clock(parts.clock)
    , profileName(name)
    , vault(parts.store, parts.preferences, parts.clock)
    , renewer(parts.api, vault, parts.clock,
              {parts.lockFolder, parts.unitRandom, &parts.preferences})
    , profile(renewer, parts.api, parts.clock)
{
    connect(&vault, &SessionVault::savingChanged, this, &Private::publish);
    connect(&vault, &SessionVault::keychainStateChanged, this, &Private::keychainChanged);
    connect(&vault, &SessionVault::othersEnded, this, &Private::othersEnded);
    connect(&vault, &SessionVault::lookedAgain, this, &Private::forgetEnded);
    connect(&vault, &SessionVault::storedSessionFound, this, [this] {
        if (state == SessionState::SignedOut || state == SessionState::Ended)
            restore(SecretStore::Prompt::IfOpen, Cause::Keychain);
        else if (state == SessionState::SigningIn)
            foundMeanwhile = true;
    });
    connect(&renewer, &Renewer::renewingChanged, this, &Private::renewingChanged);
    connect(&renewer, &Renewer::renewed, this, &Private::renewed);
    connect(&renewer, &Renewer::failed, this, &Private::renewalFailed);
    connect(&renewer, &Renewer::standingChanged, this, &Private::standingChanged);
    connect(&renewer, &Renewer::aboutToExpire, session, &Session::aboutToExpire);
    connect(&renewer, &Renewer::clockJumped, this, &Private::clockJumped);
    connect(&renewer, &Renewer::slept, this, &Private::slept);
    connect(&renewer, &Renewer::guessPassed, &profile, &ProfileKeeper::load);
    connect(&profile, &ProfileKeeper::answered, this, &Private::serverClockSeen);
    connect(&profile, &ProfileKeeper::unauthorized, this,
            [this](const Error &error) { note(SessionEvent::Kind::Unauthorized, error); });
    connect(&profile, &ProfileKeeper::loaded, this, &Private::profileLoaded);
    connect(&profile, &ProfileKeeper::failed, this, &Private::profileFailed);
    connect(&profile, &ProfileKeeper::refused, this,
            [this](const Error &error) { profileRefused(EndReason::Refused, error); });
    connect(&profile, &ProfileKeeper::accountGone, this,
            [this](const Error &error) { profileRefused(EndReason::AccountGone, error); });
}

void Session::Private::useServer(const ServerAddress &server, bool isDemo)
{
    // The one in use already is not chosen: a session in memory only would be lost for nothing.
    if (started && isDemo == demo && server == api.server())
        return;
    started = true;
    signInCall.reset();
    leaveCall.reset();
    profile.stop();
    restoreCall.reset();
    renewer.leave();
    api.setServer(server);
    demo = isDemo;
    email = preferences.email();
    endReason = EndReason::None;
    endError.reset();
    endedAt.reset();
    keychain = KeychainTrouble::None;
    foundMeanwhile = lookedNowhere = false;
    leaveForgotten();
    renewals = 0;
    followed = {};
    history.clear();
    keysLeft = keysOf(server);
    oldKeyIsOpen = true;
    vault.use(keysLeft.takeFirst(), server);
    enter(SessionState::Starting, Cause::Start);
    restore(SecretStore::Prompt::IfOpen, Cause::Start);
    publish();
}

void Session::Private::signIn(const Credentials &credentials, bool stay)
{
    if (!mayStartSignIn(state))
        return;
    beforeSignIn = state;
    // What was found, and is being read, is read again if the sign-in comes to nothing.
    foundMeanwhile = foundMeanwhile || (restoreCall && state != SessionState::WaitingForKeychain);
    restoreCall.reset();
    if (std::exchange(forgetting.isLeftover, false))
        forgetting.isUnderWay = false; // the vault looks again
    profile.pause();
    signInCall = std::make_unique<QObject>();
    enter(SessionState::SigningIn, Cause::User);
    api.login(credentials, signInCall.get(),
              [this, who = credentials.email, stay](const Result<TokenReply> &result) {
                  signInEnded(result, who, stay);
              });
    publish();
}

void Session::Private::signInEnded(const Result<TokenReply> &result, const QString &who, bool stay)
{
    signInCall.release()->deleteLater(); // we are inside its callback
    if (!result) {
        return leaveSignIn(Cause::Rejected,
                           [this, error = result.error()] { emit q->signInFailed(error); });
    }
    preferences.setEmail(preferences.rememberEmail() ? who : QString());
    const bool isChosen = vault.keychainState() != KeychainState::Absent;
    // Who goes on without it means this time, and means nothing that is stored.
    const bool goesOnWithout = !stay && holdsBack(keychain);
    if (isChosen && !goesOnWithout)
        preferences.setStaySignedIn(stay);
    renewals = 0;
    const QString key = stay ? keyToStore(who, result->tokens) : keyOf(who, result->tokens);
    stay || (isChosen && !goesOnWithout) ? turnTo(key) : passOver(key);
    begin(pairFromReply(*result, nullptr, clock), who);
    note(SessionEvent::Kind::SignedIn);
    // The person has just typed a password, so the keychain may ask for its own; nobody waits for
    // it.
    const TokenPair pair = *renewer.pair();
    using Reach = SessionVault::Reach;
    if (!stay && !goesOnWithout) // an older session must not come back at the next start
        vault.forget(
            this, [](bool) {}, isChosen ? Reach::Whatever : Reach::OfThisRun, who);
    vault.setWanted(stay);
    if (stay) {
        vault.save(toStore(pair, api.server(), who), SecretStore::Prompt::Allowed, this, [] {});
    }
    if (renewer.standing() == Standing::Dead) // the computer slept while the answer was on its way
        return end(EndReason::Expired, std::nullopt, Cause::Expired);
    enterLivingState(Cause::User);
    profile.load();
    publish();
}

// Back to where the sign-in began, as that is by now.
void Session::Private::leaveSignIn(Cause cause, const std::function<void()> &tell)
{
    if (isLiving(beforeSignIn) && renewer.standing() == Standing::Dead)
        return leaveDeadSignIn(tell);
    if (isLiving(beforeSignIn)) {
        enterLivingState(cause);
        profile.resume();
        publish();
        return tell();
    }
    enter(beforeSignIn, cause);
    const bool isFound = std::exchange(foundMeanwhile, false);
    const KeychainState now = vault.keychainState();
    if (now == KeychainState::Absent && state == SessionState::WaitingForKeychain)
        keychainLeft();
    else if (isFound || (now == KeychainState::Ready && isToLook(now, now)))
        restore(SecretStore::Prompt::IfOpen, Cause::Keychain);
    publish();
    tell();
}

// The session that this sign-in began from died meanwhile: the others are asked before that is
// told.
void Session::Private::leaveDeadSignIn(const std::function<void()> &tell)
{
    leaveCall = std::make_unique<QObject>();
    renewer.lookForNewerPair(leaveCall.get(), [this, tell](bool adopted) {
        leaveCall.release()->deleteLater(); // we are inside its callback
        if (adopted)
            note(SessionEvent::Kind::Adopted);
        if (renewer.standing() == Standing::Dead) {
            const EndReason why = deathReason();
            end(why, renewer.lastError(),
                why == EndReason::Expired ? Cause::Expired : Cause::Rejected);
        } else {
            enterLivingState(Cause::OtherProcess);
            profile.resume();
            publish();
        }
        tell();
    });
}

void Session::Private::signOut()
{
    switch (state) {
    case SessionState::Starting:
    case SessionState::SignedOut:
    case SessionState::SigningIn:
        return;
    case SessionState::WaitingForKeychain:
    case SessionState::Restoring:
    case SessionState::SignedIn:
    case SessionState::Renewing:
    case SessionState::NotRenewable:
    case SessionState::Ended:
        break;
    }
    std::optional<WallTime> expiry;
    if (renewer.pair())
        expiry = wallTimeOf(renewer.pair()->life.access.expiry(), clock);
    restoreCall.reset();
    foundMeanwhile = false;
    turnTo(vault.key());
    profile.stop();
    note(SessionEvent::Kind::SignedOut);
    renewer.stop();
    followPair();
    endReason = EndReason::None;
    endError.reset();
    endedAt.reset();
    renewals = 0;
    email = preferences.email();
    enter(SessionState::SignedOut, Cause::User);
    forget(expiry);
    publish();
    emit q->signedOut(expiry);
    if (vault.keychainState() == KeychainState::Asking)
        forgettingAsks(false);
}

void Session::Private::profileLoaded(const Profile &loaded)
{
    if (state == SessionState::Restoring) {
        enterLivingState(Cause::Start);
        publish();
    }
    emit q->profileLoaded(loaded, clock.wall());
}

void Session::Private::profileFailed(const Error &error)
{
    if (!renewer.pair())
        return;
    if (error.sessionReplaced)
        renewer.replaced(error); // it asks the keychain for a newer pair, and then tells the end
    const Standing standing = renewer.standing();
    const bool accessAlive = standing == Standing::Good || standing == Standing::NotRenewable;
    if (state == SessionState::Restoring && accessAlive) {
        enterLivingState(Cause::Start); // offline with an unexpired token is still signed in
        publish();
    }
    emit q->profileFailed(error);
}

// Asked twice, and nobody has a newer pair.
void Session::Private::profileRefused(EndReason reason, const Error &error)
{
    end(reason, error, reason == EndReason::Refused ? Cause::Unauthorized : Cause::Rejected);
}

void Session::Private::enter(SessionState next, Cause cause)
{
    if (next == state)
        return;
    qCInfo(lcSession) << "session:" << stateName(state) << "->" << stateName(next)
                      << "cause:" << causeName(cause);
    transitions.append({clock.wall(), state, next, cause});
    if (transitions.size() > KeptTransitions)
        transitions.removeFirst();
    state = next;
}

void Session::Private::publish()
{
    followPair();
    emit q->changed(status());
}

SessionStatus Session::Private::status() const
{
    SessionStatus s;
    s.state = state;
    s.endReason = endReason;
    s.endError = endError;
    s.endedAt = endedAt;
    s.email = email;
    if (renewer.pair()) {
        const PairLife life = renewer.life();
        s.accessIssued = wallTimeOf(life.access.issued, clock);
        // Where nothing is renewed, a guess would be taken for an end.
        if (!life.access.isGuessed || renewer.standing() != Standing::NotRenewable)
            s.accessExpiry = wallTimeOf(life.access.expiry(), clock);
        if (life.refresh)
            s.refreshExpiry = wallTimeOf(life.refresh->expiry(), clock);
        s.accessExpiredByHand = renewer.isExpiredByHand(TokenKind::Access);
        s.refreshExpiredByHand = renewer.isExpiredByHand(TokenKind::Refresh);
        if (const auto next = renewer.nextAttempt())
            s.nextRenewal = wallTimeOf(*next, clock);
        s.renewalError = renewer.lastError();
        s.refreshRefused = renewer.isRefreshRefused();
    } else if (state == SessionState::Ended) {
        s.accessExpiry = lastAccessExpiry;
        s.refreshExpiry = lastRefreshExpiry;
    }
    s.renewals = renewals;
    s.saving = vault.saving();
    s.keychain = keychain;
    s.health = vault.health();
    s.isListed = mayPickUp() && vault.isAnyListed();
    s.keychainName = vault.keychainName();
    s.serverOffset = serverOffset();
    return s;
}

} // namespace latchkey
