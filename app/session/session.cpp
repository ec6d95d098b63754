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
    , renewer(parts.api, vault, parts.clock, {parts.lockFolder, parts.unitRandom})
{
    connect(&vault, &SessionVault::savingChanged, this, &Private::publish);
    connect(&vault, &SessionVault::keychainStateChanged, this, &Private::keychainChanged);
    connect(&renewer, &Renewer::renewingChanged, this, &Private::renewingChanged);
    connect(&renewer, &Renewer::renewed, this, &Private::renewed);
    connect(&renewer, &Renewer::failed, this, &Private::renewalFailed);
    connect(&renewer, &Renewer::standingChanged, this, &Private::standingChanged);
    connect(&renewer, &Renewer::aboutToExpire, session, &Session::aboutToExpire);
    connect(&renewer, &Renewer::clockJumped, this, &Private::clockJumped);
    connect(&renewer, &Renewer::slept, this, &Private::slept);
}

void Session::Private::useServer(const ServerAddress &server, bool isDemo)
{
    signInCall.reset();
    profileCall.reset();
    restoreCall.reset();
    renewer.stop();
    api.setServer(server);
    demo = isDemo;
    email = preferences.email();
    endReason = EndReason::None;
    endError.reset();
    endedAt.reset();
    keychain = KeychainTrouble::None;
    renewals = 0;
    followed = {};
    history.clear();
    vault.use(sessionKey(profileName, server, demo), server);
    enter(SessionState::Starting, Cause::Start);
    restore(SecretStore::Prompt::Never, Cause::Start);
    publish();
}

void Session::Private::signIn(const Credentials &credentials, bool stay)
{
    if (!mayStartSignIn(state))
        return;
    beforeSignIn = state;
    restoreCall.reset();
    profileCall.reset(); // its answer would be about a session that is being replaced
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
        leaveSignIn(Cause::Rejected);
        emit q->signInFailed(result.error());
        return;
    }
    if (result->serverTime)
        serverOffset = *result->serverTime - result->sentAt;
    preferences.setEmail(preferences.rememberEmail() ? who : QString());
    if (vault.keychainState() != KeychainState::Absent) // else it was not the person's choice
        preferences.setStaySignedIn(stay);
    renewals = 0;
    begin(pairFromReply(*result, nullptr, clock), who);
    note(SessionEvent::Kind::SignedIn);
    // The person has just typed a password, so the keychain may ask for its own; nobody waits for
    // it.
    const TokenPair pair = *renewer.pair();
    if (!stay)
        vault.forget(this, [](bool) {}); // an older session must not come back at the next start
    vault.setWanted(stay);
    if (stay) {
        vault.save({api.server(), who, pair.tokens, pair.issuedAt}, SecretStore::Prompt::Allowed,
                   this, [] {});
    }
    if (renewer.standing() == Standing::Dead) // the computer slept while the answer was on its way
        return end(EndReason::Expired, std::nullopt, Cause::Expired);
    enterLivingState(Cause::User);
    loadProfile();
    publish();
}

// Back to where the sign-in began, unless that is gone by now.
void Session::Private::leaveSignIn(Cause cause)
{
    const bool wasAlive = beforeSignIn == SessionState::NotRenewable;
    if (wasAlive && renewer.standing() == Standing::Dead)
        return end(renewer.isReplaced() ? EndReason::Replaced : EndReason::Expired, std::nullopt,
                   Cause::Expired);
    enter(beforeSignIn, cause);
    const bool keychainOpened = vault.keychainState() == KeychainState::Ready;
    if (state == SessionState::WaitingForKeychain && keychainOpened)
        restore(SecretStore::Prompt::Never, Cause::Keychain);
    publish();
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
    profileCall.reset();
    note(SessionEvent::Kind::SignedOut);
    renewer.stop();
    followPair();
    endReason = EndReason::None;
    endError.reset();
    endedAt.reset();
    renewals = 0;
    email = preferences.email();
    enter(SessionState::SignedOut, Cause::User);
    vault.forget(this, [this](bool deleted) {
        if (!deleted)
            emit q->signOutFailed(vault.keychainName());
    });
    publish();
    emit q->signedOut(expiry);
}

void Session::Private::loadProfile()
{
    if (!renewer.pair() || profileCall)
        return;
    profileCall = std::make_unique<QObject>();
    AuthorizedCall<Profile>::run(
        renewer, profileCall.get(),
        [this](const Secret &token, QObject *context, const AuthorizedCall<Profile>::Callback &cb) {
            api.profile(token, context, [this, cb](const Result<Profile> &result) {
                if (!result && result.error().code == ErrorCode::Unauthorized)
                    note(SessionEvent::Kind::Unauthorized, result.error());
                cb(result);
            });
        },
        [this](const Result<Profile> &result) { profileEnded(result); });
}

void Session::Private::profileEnded(const Result<Profile> &result)
{
    profileCall.release()->deleteLater(); // we are inside its callback
    serverClockSeen(result.has_value());
    if (!renewer.pair()) // a slot has just signed out
        return;
    const bool restoring = state == SessionState::Restoring;
    if (result) {
        if (restoring) {
            enterLivingState(Cause::Start);
            publish();
        }
        emit q->profileLoaded(*result, clock.wall());
        return;
    }
    const Error &error = result.error();
    if (state == SessionState::SigningIn) // the old session's end is not decided beside that
        return void(emit q->profileFailed(error));
    if (error.sessionReplaced)
        renewer.replaced(error); // it asks the keychain for a newer pair, and then tells the end
    const bool accessAlive
        = renewer.standing() == Standing::Good || renewer.standing() == Standing::NotRenewable;
    // A good token whose user is gone: 400 (api.md), and there is nothing to go on with.
    if (error.code == ErrorCode::BadRequest)
        return end(EndReason::AccountGone, error, Cause::Rejected);
    if (error.code == ErrorCode::Unauthorized && renewer.standing() == Standing::NotRenewable)
        return end(EndReason::Refused, error, Cause::Unauthorized);
    if (restoring && accessAlive) {
        enterLivingState(Cause::Start); // offline with an unexpired token is still signed in
        publish();
    }
    emit q->profileFailed(error);
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
        s.accessExpiry = wallTimeOf(life.access.expiry(), clock);
        if (life.refresh)
            s.refreshExpiry = wallTimeOf(life.refresh->expiry(), clock);
        s.accessExpiredByHand = renewer.isExpiredByHand(TokenKind::Access);
        s.refreshExpiredByHand = renewer.isExpiredByHand(TokenKind::Refresh);
        if (const auto next = renewer.nextAttempt())
            s.nextRenewal = wallTimeOf(*next, clock);
        s.renewalError = renewer.lastError();
    } else if (state == SessionState::Ended) {
        s.accessExpiry = lastAccessExpiry;
        s.refreshExpiry = lastRefreshExpiry;
    }
    s.renewals = renewals;
    s.saving = vault.saving();
    s.keychain = keychain;
    s.health = vault.health();
    s.keychainName = vault.keychainName();
    s.serverOffset = serverOffset;
    return s;
}

} // namespace latchkey
