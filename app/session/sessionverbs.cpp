// The public face: each verb goes to the part that does it.
#include "app/session/session_p.h"

namespace latchkey
{

constexpr static Milliseconds LongInactivity = std::chrono::minutes(10);

Session::Session(const Parts &parts, const QString &profileName)
    : d(std::make_unique<Private>(this, parts, profileName))
{
}

Session::~Session() = default;

void Session::useServer(const ServerAddress &server, bool demo)
{
    d->useServer(server, demo);
}

ServerAddress Session::server() const
{
    return d->api.server();
}

bool Session::isDemo() const
{
    return d->demo;
}

void Session::signIn(const Credentials &credentials, bool staySignedIn)
{
    d->signIn(credentials, staySignedIn);
}

void Session::cancelSignIn()
{
    if (d->state != SessionState::SigningIn || d->leaveCall) // it is over already
        return;
    d->signInCall.reset();
    d->leaveSignIn(Cause::User, [this] { emit signInCancelled(); });
}

void Session::signOut()
{
    d->signOut();
}

void Session::reloadProfile()
{
    d->profile.load();
}

void Session::renewNow()
{
    d->renewer.renewNow();
}

void Session::openKeychain()
{
    if (d->restoreCall && d->restoreMayAsk)
        return; // the second of a double click: it is about to ask
    if (d->state == SessionState::WaitingForKeychain)
        d->restore(SecretStore::Prompt::Allowed, Cause::User);
    else
        d->vault.retrySave(SecretStore::Prompt::Allowed);
}

void Session::keep()
{
    const TokenPair *pair = d->renewer.pair();
    if (!pair || !isLiving(d->state) || d->vault.saving() != Saving::NotWanted)
        return;
    d->turnTo(d->vault.key()); // what it passed over is older
    d->vault.setWanted(true);
    d->vault.save(toStore(*pair, d->api.server(), d->email), SecretStore::Prompt::Allowed, d.get(),
                  [] {});
    d->publish();
}

void Session::signInWithoutKeychain()
{
    if (d->state != SessionState::WaitingForKeychain && d->state != SessionState::Restoring)
        return;
    d->restoreCall.reset();
    d->foundMeanwhile = d->lookedNowhere = false; // nothing that comes later is picked up
    d->profile.stop();
    d->renewer.leave();
    d->followPair();
    d->vault.letBe();
    d->enter(SessionState::SignedOut, Cause::User);
    d->publish();
}

void Session::resumed()
{
    d->resumed();
}

void Session::reconnected()
{
    d->renewer.occasion(Cause::Reconnect);
    d->profile.occasion();
}

void Session::activated(Milliseconds after)
{
    if (after >= LongInactivity)
        d->renewer.occasion(Cause::User);
    d->profile.occasion();
}

void Session::prepareForGap(Cause cause, Milliseconds limit, QObject *context,
                            std::function<void()> ready)
{
    d->prepareForGap(cause, limit, context, std::move(ready));
}

void Session::prepareForEnd(const EndLimits &limits, QObject *context, std::function<void()> ready)
{
    d->prepareForEnd(limits, context, std::move(ready));
}

void Session::clockMayHaveChanged()
{
    d->renewer.lookAtClocks();
}

void Session::setRenewalSettings(const RenewalSettings &settings)
{
    d->renewer.setSettings(settings);
}

SessionStatus Session::status() const
{
    return d->status();
}

QList<Transition> Session::transitions() const
{
    return d->transitions;
}

const SessionHistory &Session::history() const
{
    return d->history;
}

void Session::expireByHand(TokenKind token, bool expired)
{
    d->expireByHand(token, expired);
}

void Session::noteFault(SessionEvent::Fault fault, bool on)
{
    if (!d->renewer.pair())
        return;
    d->noteFault(fault, on);
    d->publish();
}

void Session::noteServerRestart()
{
    if (!d->renewer.pair())
        return;
    d->note(SessionEvent::Kind::ServerRestarted);
    d->publish();
}

Session::ClaimTexts Session::claimTexts() const
{
    const TokenPair *pair = d->renewer.pair();
    if (!pair)
        return {};
    return {claimsText(pair->tokens.access), claimsText(pair->tokens.refresh)};
}

} // namespace latchkey
