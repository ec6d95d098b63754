#include "app/session/claims.h"
#include "app/session/session_p.h"

#include <utility>

namespace latchkey
{

// Whoever signed in last comes first. What is still to be deleted comes before what a version of
// before has stored: where it cannot be read, nothing is known to be there.
QStringList Session::Private::keysOf(const ServerAddress &server)
{
    if (demo)
        return {oldKey()};
    QStringList keys;
    preferences.followStoredSessions();
    const auto stored = preferences.storedSessions();
    for (const StoredSessionEntry &entry : stored) {
        if (entry.server == server.toString())
            keys.append(entry.key);
    }
    const auto pending = preferences.pendingDeletes();
    const QString anyAccount = accountKey(profileName, server, {});
    for (const PendingDelete &entry : pending) {
        if (entry.key.startsWith(anyAccount))
            keys.append(entry.key);
    }
    keys.append(oldKey());
    keys.removeDuplicates();
    return keys;
}

QString Session::Private::keyOf(const QString &who, const Tokens &tokens) const
{
    if (demo)
        return oldKey();
    const QString subject = readClaims(tokens.access).subject;
    return subject.isEmpty() || isSameEmail(subject, who)
        ? emailKey(profileName, api.server(), who)
        : accountKey(profileName, api.server(), subject);
}

// The same, if the next start will look there: on a full disk, what was one item for all stays so.
QString Session::Private::keyToStore(const QString &who, const Tokens &tokens)
{
    const QString key = keyOf(who, tokens);
    return vault.willBeFound(key, api.server(), who) ? key : oldKey();
}

// A person begins or ends a session under this key. What nobody has looked at under the old one is
// older.
void Session::Private::turnTo(const QString &key)
{
    passOver(key);
    if (key != oldKey() && std::exchange(oldKeyIsOpen, false))
        vault.leaveBehind(oldKey());
}

// What is stored is left as it is, under whatever name.
void Session::Private::passOver(const QString &key)
{
    if (key != vault.key())
        vault.use(key, api.server());
    keysLeft.clear();
}

// Is nothing there for certain, and another key left?
bool Session::Private::looksElsewhere(const SessionVault::Loaded &loaded)
{
    const bool isNothing = loaded.trouble == KeychainTrouble::None && !loaded.session
        && !loaded.hadNowhere && !loaded.isUnseen;
    if (isNothing && vault.key() == oldKey())
        oldKeyIsOpen = false;
    if (!isNothing || keysLeft.isEmpty())
        return false;
    vault.use(keysLeft.takeFirst(), api.server());
    return true;
}

void Session::Private::restore(SecretStore::Prompt prompt, Cause cause)
{
    restoreCall = std::make_unique<QObject>();
    restoreMayAsk = prompt == SecretStore::Prompt::Allowed;
    const auto judge = [this, prompt, cause](const SessionVault::Loaded &loaded) {
        restoreCall.release()->deleteLater(); // we are inside its callback
        const bool isTold = std::exchange(forgetting.isLeftover, false);
        const bool isGone = !vault.isOnlyToBeDeleted();
        looksElsewhere(loaded) ? restore(prompt, cause) : restored(loaded, cause);
        if (isTold)
            leftoverEnded(isGone);
    };
    vault.load(prompt, restoreCall.get(), judge);
}

void Session::Private::restored(const SessionVault::Loaded &loaded, Cause cause)
{
    const bool isTheirs = loaded.session && isSameEmail(loaded.session->email, email);
    if (state == SessionState::Ended && !isTheirs)
        return publish(); // the end stays as it was told; nobody else comes up in its place
    // Behind an open question nobody is slow.
    const bool isBehind
        = loaded.trouble == KeychainTrouble::Slow && vault.keychainState() == KeychainState::Asking;
    // "Locked" is what a silent look meets; that the person was asked and did not unlock it stands.
    const bool isStill = keychain == KeychainTrouble::StillLocked && !restoreMayAsk
        && loaded.trouble == KeychainTrouble::Locked;
    if (!isStill)
        keychain = isBehind ? KeychainTrouble::Asking : loaded.trouble;
    lookedNowhere = loaded.hadNowhere;
    switch (loaded.trouble) {
    case KeychainTrouble::Locked:
    case KeychainTrouble::StillLocked:
    case KeychainTrouble::Asking:
    case KeychainTrouble::Slow:
    case KeychainTrouble::Denied:
    case KeychainTrouble::Refused:
        enter(SessionState::WaitingForKeychain, Cause::Keychain);
        return publish();
    case KeychainTrouble::Absent:
    case KeychainTrouble::Corrupt:
    case KeychainTrouble::None:
        break;
    }
    if (!loaded.session) {
        enter(SessionState::SignedOut, cause);
        publish();
        return seeToOthers();
    }
    vault.setWanted(true);
    keysLeft.clear();
    if (vault.key() == oldKey())
        moveFromOldKey(*loaded.session);
    begin(pairFromStored(*loaded.session, clock), loaded.session->email);
    note(SessionEvent::Kind::Restored);
    if (renewer.standing() == Standing::Dead)
        return end(EndReason::Expired, std::nullopt, Cause::Expired);
    enter(SessionState::Restoring, cause);
    profile.load(); // renews first if the access token is dead
    publish();
    seeToOthers();
}

// Behind the session that is good, and behind what its own item asked.
void Session::Private::seeToOthers()
{
    if (!demo)
        vault.seeToOthers();
}

void Session::Private::moveFromOldKey(const StoredSession &session)
{
    const QString key = keyToStore(session.email, session.tokens);
    if (key == oldKey())
        return;
    oldKeyIsOpen = false;
    vault.moveTo(key, session);
}

// A sign-in that comes to nothing ends where it began.
bool Session::Private::mayPickUp() const
{
    const SessionState at = state == SessionState::SigningIn ? beforeSignIn : state;
    return at == SessionState::WaitingForKeychain
        || (at == SessionState::SignedOut && lookedNowhere);
}

// Is this no news for what was refused? That a question is closed says nothing new, nor does a
// store that was as it is all the time: what brings the next question is the person's own click.
bool Session::Private::isRefusedStill(KeychainState now, KeychainState before) const
{
    const bool isAnswered = before == KeychainState::Asking;
    if (keychain == KeychainTrouble::StillLocked)
        return isAnswered;
    return (keychain == KeychainTrouble::Denied || keychain == KeychainTrouble::Refused)
        && (isAnswered || before == now);
}

// May what nobody could read be readable by now? The state is the default collection's: a store
// that has come without it, or with a locked one, may hold something all the same, and one that
// says again what it has said may have opened another.
bool Session::Private::isToLook(KeychainState now, KeychainState before) const
{
    const bool isThere = now == KeychainState::Locked || now == KeychainState::NoKeyring;
    const bool isNews = now == KeychainState::Ready
        || (isThere && (before == KeychainState::Absent || before == now));
    return isNews && mayPickUp() && !isRefusedStill(now, before);
}

// Nobody can unlock what is gone, unless the button starts it again.
void Session::Private::keychainLeft()
{
    if (!vault.startsOnDemand())
        return restored({KeychainTrouble::Absent, {}, true}, Cause::Keychain);
    keychain = KeychainTrouble::Locked;
    publish();
}

void Session::Private::keychainChanged(KeychainState now, KeychainState before)
{
    if (now != KeychainState::Absent && keychain == KeychainTrouble::Absent)
        keychain = KeychainTrouble::None; // it has come after all
    if (renewer.pair() && !vault.isWanted() && vault.saving() == Saving::Unknown)
        vault.setWanted(false); // it can be had by now, and is not: both are told
    if (restoreCall) { // it gets its answer by itself
        if (now == KeychainState::Asking && vault.isOnlyToBeDeleted())
            return leftoverAsks();
        if (now == KeychainState::Asking && state != SessionState::Ended) {
            keychain = KeychainTrouble::Asking;
            enter(SessionState::WaitingForKeychain, Cause::Keychain);
        }
        return publish();
    }
    const bool isLeftover = state == SessionState::SignedOut && vault.isSeeingToOthers()
        && forgetting.how == Forgetting::How::Nothing;
    if (now == KeychainState::Asking)
        isLeftover ? leftoverAsks() : forgettingAsks(vault.isDeleting());
    else if (now != KeychainState::Ready) // else the vault looks again
        forgetEnded(false);
    if (now == KeychainState::Absent && state == SessionState::WaitingForKeychain)
        return keychainLeft();
    if (isToLook(now, before) && state != SessionState::SigningIn)
        return restore(SecretStore::Prompt::IfOpen, Cause::Keychain);
    foundMeanwhile = foundMeanwhile || isToLook(now, before);
    if (now != KeychainState::Ready)
        return publish();
    // The look before that verdict may have seen nothing.
    const bool isSigningInAnew = state == SessionState::SigningIn && isLiving(beforeSignIn);
    if (state == SessionState::NotRenewable || isSigningInAnew)
        renewer.lookForNewerPair(this, [](bool) {});
    publish();
}

} // namespace latchkey
