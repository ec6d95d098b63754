#include "app/session/session_p.h"

namespace latchkey
{

void Session::Private::begin(const TokenPair &pair, const QString &who)
{
    email = who;
    endReason = EndReason::None;
    endError.reset();
    endedAt.reset();
    keychain = KeychainTrouble::None;
    foundMeanwhile = lookedNowhere = false;
    leaveForgotten();
    profile.stop();
    renewer.start(pair, who);
    followPair();
}

SessionState Session::Private::livingState() const
{
    if (renewer.isRenewing())
        return SessionState::Renewing;
    return renewer.standing() == Standing::NotRenewable ? SessionState::NotRenewable
                                                        : SessionState::SignedIn;
}

void Session::Private::enterLivingState(Cause cause)
{
    enter(livingState(), cause);
}

void Session::Private::renewingChanged(Cause cause)
{
    if (cause == Cause::Rejected && !renewer.isRenewing())
        note(SessionEvent::Kind::RenewalRefused, renewer.lastError());
    // One refusal is no reason yet: then the refresh token's time was up meanwhile.
    const bool ranOut = renewer.standing() == Standing::NotRenewable && !renewer.isRefreshRefused();
    if (isLiving(state) && renewer.standing() != Standing::Dead)
        enterLivingState(ranOut ? Cause::Expired : cause);
    publish();
}

void Session::Private::renewed()
{
    ++renewals;
    followPair();
    note(SessionEvent::Kind::Renewed);
    if (state == SessionState::Restoring)
        profile.load(); // the outage outlasted the call that waited for this renewal
    else
        profile.renewed();
    publish();
    emit q->renewed();
}

void Session::Private::standingChanged(Cause cause)
{
    // While signing in it is looked at when that ends.
    if (!isLiving(state) && state != SessionState::Restoring)
        return;
    if (cause == Cause::OtherProcess) {
        followPair();
        note(SessionEvent::Kind::Adopted);
    }
    if (renewer.standing() == Standing::Dead) {
        const auto doubt = profile.accountDoubt();
        if (doubt && renewer.isRefreshRefused() && !renewer.isReplaced())
            return end(EndReason::AccountGone, doubt, cause);
        return end(deathReason(), renewer.lastError(), cause);
    }
    if (state != SessionState::Restoring) {
        enterLivingState(cause);
        if (cause == Cause::OtherProcess)
            profile.occasion();
    } else if (renewer.standing() != Standing::NeedsRenewal) {
        profile.load(); // adopted, after the call that waited for a renewal had given up
    }
    publish();
}

// Marked before it takes effect, which may be at once.
void Session::Private::expireByHand(TokenKind token, bool expired)
{
    using Fault = SessionEvent::Fault;
    if (!isLiving(state) || !renewer.mayExpireByHand(token, expired))
        return;
    noteFault(token == TokenKind::Access ? Fault::AccessExpired : Fault::RefreshExpired, expired);
    renewer.expireByHand(token, expired);
    publish();
}

EndReason Session::Private::deathReason() const
{
    if (renewer.isReplaced())
        return EndReason::Replaced;
    const PairLife life = renewer.life();
    const bool early
        = renewer.isRefreshRefused() && (!life.refresh || !life.refresh->isDead(clock.sinceBoot()));
    return early ? EndReason::Refused : EndReason::Expired;
}

void Session::Private::end(EndReason reason, const std::optional<Error> &error, Cause cause)
{
    const TokenPair *pair = renewer.pair();
    endReason = reason;
    endError = error;
    endedAt = clock.wall();
    lastAccessExpiry.reset();
    lastRefreshExpiry.reset();
    if (pair) {
        const PairLife life = renewer.life();
        lastAccessExpiry = wallTimeOf(life.access.expiry(), clock);
        if (life.refresh)
            lastRefreshExpiry = wallTimeOf(life.refresh->expiry(), clock);
    }
    if (reason == EndReason::Expired && pair) {
        // It ended when its last token did, which may be long before this start.
        endedAt = std::min(
            *endedAt, std::max(*lastAccessExpiry, lastRefreshExpiry.value_or(*lastAccessExpiry)));
    }
    noteEnd(reason, error);
    profile.stop();
    renewer.stop();
    followPair();
    // A wrong clock must not cost a session that time may give back, nor a refusal the newer one
    // that another process stored while the keychain could not be read.
    if (reason != EndReason::Expired)
        vault.forget(
            this, [](bool) {}, SessionVault::Reach::OfThisRun);
    enter(SessionState::Ended, cause);
    publish();
}

} // namespace latchkey
