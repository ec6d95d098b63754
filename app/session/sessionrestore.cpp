#include "app/session/session_p.h"

namespace latchkey
{

void Session::Private::restore(SecretStore::Prompt prompt, Cause cause)
{
    restoreCall = std::make_unique<QObject>();
    vault.load(prompt, restoreCall.get(), [this, cause](const SessionVault::Loaded &loaded) {
        restoreCall.release()->deleteLater(); // we are inside its callback
        restored(loaded, cause);
    });
}

void Session::Private::restored(const SessionVault::Loaded &loaded, Cause cause)
{
    const bool isTheirs = loaded.session && loaded.session->email == email;
    if (state == SessionState::Ended && !isTheirs)
        return publish(); // the end stays as it was told; nobody else comes up in its place
    keychain = loaded.trouble;
    lookedNowhere = loaded.hadNowhere;
    switch (loaded.trouble) {
    case KeychainTrouble::Locked:
    case KeychainTrouble::Slow:
    case KeychainTrouble::Denied:
        enter(SessionState::WaitingForKeychain, Cause::Keychain);
        return publish();
    case KeychainTrouble::Absent:
    case KeychainTrouble::Corrupt:
    case KeychainTrouble::None:
        break;
    }
    if (!loaded.session) {
        enter(SessionState::SignedOut, cause);
        return publish();
    }
    vault.setWanted(true);
    begin(pairFromStored(*loaded.session, clock), loaded.session->email);
    note(SessionEvent::Kind::Restored);
    if (renewer.standing() == Standing::Dead)
        return end(EndReason::Expired, std::nullopt, Cause::Expired);
    enter(SessionState::Restoring, cause);
    profile.load(); // renews first if the access token is dead
    publish();
}

bool Session::Private::mayPickUp() const
{
    return state == SessionState::WaitingForKeychain
        || (state == SessionState::SignedOut && lookedNowhere);
}

void Session::Private::keychainChanged(KeychainState now)
{
    if (now != KeychainState::Ready) {
        publish();
        return;
    }
    if (mayPickUp())
        return restore(SecretStore::Prompt::Never, Cause::Keychain);
    // The look before that verdict may have seen nothing.
    const bool isSigningInAnew = state == SessionState::SigningIn && isLiving(beforeSignIn);
    if (state == SessionState::NotRenewable || isSigningInAnew)
        renewer.lookForNewerPair(this, [](bool) {});
    publish();
}

} // namespace latchkey
