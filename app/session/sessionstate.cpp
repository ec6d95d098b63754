#include "app/session/sessionstate.h"

namespace latchkey
{

bool isLiving(SessionState state)
{
    switch (state) {
    case SessionState::SignedIn:
    case SessionState::Renewing:
    case SessionState::NotRenewable:
        return true;
    case SessionState::Starting:
    case SessionState::SignedOut:
    case SessionState::WaitingForKeychain:
    case SessionState::Restoring:
    case SessionState::SigningIn:
    case SessionState::Ended:
        return false;
    }
    return false;
}

bool holdsBack(KeychainTrouble trouble)
{
    switch (trouble) {
    case KeychainTrouble::Locked:
    case KeychainTrouble::StillLocked:
    case KeychainTrouble::Asking:
    case KeychainTrouble::Slow:
    case KeychainTrouble::Denied:
    case KeychainTrouble::Refused:
        return true;
    case KeychainTrouble::None:
    case KeychainTrouble::Absent:
    case KeychainTrouble::Corrupt:
        return false;
    }
    return false;
}

QString stateName(SessionState state)
{
    switch (state) {
    case SessionState::Starting:
        return QStringLiteral("Starting");
    case SessionState::SignedOut:
        return QStringLiteral("SignedOut");
    case SessionState::WaitingForKeychain:
        return QStringLiteral("WaitingForKeychain");
    case SessionState::Restoring:
        return QStringLiteral("Restoring");
    case SessionState::SigningIn:
        return QStringLiteral("SigningIn");
    case SessionState::SignedIn:
        return QStringLiteral("SignedIn");
    case SessionState::Renewing:
        return QStringLiteral("Renewing");
    case SessionState::NotRenewable:
        return QStringLiteral("NotRenewable");
    case SessionState::Ended:
        return QStringLiteral("Ended");
    }
    return {};
}

QString causeName(Cause cause)
{
    switch (cause) {
    case Cause::Start:
        return QStringLiteral("start");
    case Cause::User:
        return QStringLiteral("user");
    case Cause::Timer:
        return QStringLiteral("timer");
    case Cause::Resume:
        return QStringLiteral("resume");
    case Cause::Reconnect:
        return QStringLiteral("reconnect");
    case Cause::Unauthorized:
        return QStringLiteral("401");
    case Cause::Rejected:
        return QStringLiteral("rejected");
    case Cause::Expired:
        return QStringLiteral("expired");
    case Cause::Keychain:
        return QStringLiteral("keychain");
    case Cause::OtherProcess:
        return QStringLiteral("other process");
    case Cause::Suspend:
        return QStringLiteral("suspend");
    }
    return {};
}

} // namespace latchkey
