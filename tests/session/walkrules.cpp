#include "tests/session/walkrules.h"

#include <algorithm>
#include <initializer_list>

namespace latchkey::test
{

namespace
{

template <typename T>
bool oneOf(T value, std::initializer_list<T> list)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

bool isLegal(const Transition &step)
{
    using S = SessionState;
    using C = Cause;
    const S from = step.from;
    const C cause = step.cause;
    const bool fromSignIn = from == S::SigningIn && oneOf(cause, {C::User, C::Rejected});
    const bool fromStore = oneOf(from, {S::Starting, S::WaitingForKeychain, S::SignedOut})
        && oneOf(cause, {C::Start, C::Keychain, C::User, C::Expired});
    switch (step.to) {
    case S::Starting:
        return cause == C::Start;
    case S::SignedOut:
        return fromSignIn || (fromStore && cause != C::Expired)
            || (cause == C::User && from != S::Starting);
    case S::WaitingForKeychain:
        return fromSignIn || (fromStore && cause == C::Keychain);
    case S::Restoring:
        return fromStore;
    case S::SigningIn:
        return cause == C::User
            && oneOf(from, {S::SignedOut, S::Ended, S::WaitingForKeychain, S::NotRenewable});
    case S::SignedIn:
        return (from == S::SigningIn && cause == C::User)
            || (from == S::Restoring && cause == C::Start)
            || (from == S::Renewing
                && oneOf(cause, {C::Timer, C::Rejected, C::OtherProcess, C::Start}))
            || (from == S::NotRenewable && oneOf(cause, {C::OtherProcess, C::Expired}));
    case S::Renewing:
        return (from == S::SigningIn && cause == C::User)
            || (from == S::Restoring && cause == C::Start)
            || (from == S::SignedIn
                && oneOf(cause,
                         {C::Timer, C::User, C::Resume, C::Reconnect, C::Suspend, C::Unauthorized,
                          C::Expired, C::Rejected}));
    case S::NotRenewable:
        return fromSignIn || (from == S::Restoring && cause == C::Start)
            || (oneOf(from, {S::SignedIn, S::Renewing})
                && oneOf(cause, {C::Rejected, C::Expired, C::OtherProcess, C::Timer}));
    case S::Ended:
        return (fromStore && cause == C::Expired) || (from == S::SigningIn && cause != C::Timer)
            || (oneOf(from, {S::Restoring, S::SignedIn, S::Renewing, S::NotRenewable})
                && oneOf(cause,
                         {C::Rejected, C::Expired, C::Unauthorized,
                          C::OtherProcess})); // its pair was adopted, and is dead too
    }
    return false;
}

QString unspokenFor(EndReason reason, const WalkVerdicts &verdicts, const QByteArray &access,
                    const QByteArray &refresh)
{
    using About = WalkVerdicts::About;
    const bool renewalRefused = verdicts.isConfirmed(About::Renewal, refresh);
    switch (reason) {
    case EndReason::Refused:
        return renewalRefused || verdicts.isConfirmed(About::Access, access)
            ? QString()
            : QStringLiteral("refused, says the session, but the server did not, twice");
    case EndReason::AccountGone: // said of any token of the session, be it not the newest
        return renewalRefused && verdicts.any(About::Account)
            ? QString()
            : QStringLiteral("an account is gone that the server never denied");
    case EndReason::None:
    case EndReason::Expired:
    case EndReason::Replaced:
        break;
    }
    return {};
}

} // namespace latchkey::test
