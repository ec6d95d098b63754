// What the person is told of the stored item after a sign-out, which a password store that asks
// may keep for as long as they like.
#include "app/session/session_p.h"

#include <utility>

namespace latchkey
{

void Session::Private::forget(const std::optional<WallTime> &expiry)
{
    forgetting = {Forgetting::How::Silently, true, forgetting.round + 1, expiry, false,
                  vault.holdsNothing(),      false};
    vault.forget(this, [this, round = forgetting.round](bool deleted) {
        if (round == forgetting.round) {
            forgetting.isUnderWay = false;
            forgetEnded(deleted);
        } else if (!deleted && state == SessionState::SignedOut) {
            emit q->signOutFailed(vault.keychainName());
        }
    });
}

void Session::Private::leaveForgotten()
{
    forgetting = {Forgetting::How::Nothing, false, forgetting.round + 1, {}, false, false, false};
}

// The question is the delete's, or one that was open before, behind which the delete waits.
void Session::Private::forgettingAsks(bool isItsOwn)
{
    using How = Forgetting::How;
    const How how = isItsOwn ? How::Asks : How::WaitsBehind;
    if (state != SessionState::SignedOut || forgetting.how == How::Nothing
        || std::exchange(forgetting.how, how) == how)
        return;
    emit q->signOutAsks(vault.keychainName(), isItsOwn);
}

// About what an earlier sign-out has left, at a start or once the store is open: there is nobody to
// be waited for.
void Session::Private::leftoverAsks()
{
    const bool isStart = restoreCall != nullptr;
    const bool isOthers = !isStart && !vault.isOnlyToBeDeleted();
    forgetting
        = {Forgetting::How::Silently, isStart, forgetting.round + 1, {}, isStart, false, isOthers};
    if (isStart) {
        enter(SessionState::SignedOut, Cause::Keychain);
        publish();
    }
    forgettingAsks(vault.isDeleting());
}

void Session::Private::othersEnded(bool isGone)
{
    using How = Forgetting::How;
    const bool isOpen = forgetting.how == How::Asks || forgetting.how == How::WaitsBehind;
    if (forgetting.isOthers || (isOpen && !forgetting.isUnderWay))
        leftoverEnded(isGone);
}

void Session::Private::leftoverEnded(bool isGone)
{
    leaveForgotten();
    if (state == SessionState::SignedOut)
        isGone ? emit q->signOutDone({}, true) : emit q->signOutFailed(vault.keychainName());
}

// While a question is open, nothing has failed yet: after its end we look again. Who has signed in
// since is told nothing of who was there before.
void Session::Private::forgetEnded(bool isGone)
{
    using How = Forgetting::How;
    if (forgetting.how == How::Nothing || forgetting.isUnderWay || forgetting.isOthers)
        return;
    if (isGone) {
        forgetting.how = How::Nothing;
        if (state == SessionState::SignedOut)
            emit q->signOutDone(forgetting.expiry, !forgetting.hadNothing);
        return;
    }
    if (state == SessionState::SignedOut && vault.keychainState() != KeychainState::Asking
        && std::exchange(forgetting.how, How::Failed) != How::Failed)
        emit q->signOutFailed(vault.keychainName());
}

} // namespace latchkey
