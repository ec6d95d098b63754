#include "app/session/keychainanswer.h"

namespace latchkey
{

KeychainTrouble troubleOf(StoreFailure failure)
{
    switch (failure) {
    case StoreFailure::Locked:
    case StoreFailure::WouldAsk:
    case StoreFailure::Unseen:
        return KeychainTrouble::Locked;
    case StoreFailure::StillLocked:
        return KeychainTrouble::StillLocked;
    case StoreFailure::Denied:
        return KeychainTrouble::Denied;
    case StoreFailure::Refused:
        return KeychainTrouble::Refused;
    case StoreFailure::Absent:
        return KeychainTrouble::Absent;
    case StoreFailure::TimedOut:
    case StoreFailure::Failed:
        return KeychainTrouble::Slow;
    }
    return KeychainTrouble::Slow;
}

KeychainHealth healthAfter(StoreFailure failure)
{
    switch (failure) {
    case StoreFailure::Locked:
    case StoreFailure::Unseen:
    case StoreFailure::StillLocked:
        return KeychainHealth::WaitingForUnlock;
    case StoreFailure::WouldAsk:
        return KeychainHealth::WouldAsk;
    case StoreFailure::Denied:
    case StoreFailure::Refused:
        return KeychainHealth::Denied;
    case StoreFailure::Absent:
        return KeychainHealth::Absent;
    case StoreFailure::TimedOut:
        return KeychainHealth::Slow;
    case StoreFailure::Failed:
        return KeychainHealth::Failing;
    }
    return KeychainHealth::Failing;
}

bool isThere(KeychainState state)
{
    return state != KeychainState::Unknown && state != KeychainState::Absent;
}

KeychainHealth healthIn(KeychainState state, bool absentByChoice, bool wasThere,
                        KeychainHealth lastAnswer)
{
    const KeychainHealth without = wasThere ? KeychainHealth::Gone : KeychainHealth::Absent;
    switch (state) {
    case KeychainState::Absent:
        return absentByChoice ? KeychainHealth::MemoryOnly : without;
    case KeychainState::Locked:
        return lastAnswer == KeychainHealth::Denied ? KeychainHealth::Denied
                                                    : KeychainHealth::WaitingForUnlock;
    case KeychainState::Asking:
        return KeychainHealth::Asking;
    case KeychainState::Unknown:
    case KeychainState::Ready:
    case KeychainState::NoKeyring:
        break;
    }
    return lastAnswer == KeychainHealth::Absent ? without : lastAnswer;
}

void Refusal::triedAgain(SecretStore::Prompt prompt)
{
    if (prompt != SecretStore::Prompt::Never)
        m_failure.reset();
}

StoreResult<void> Refusal::judge(const StoreResult<void> &answer)
{
    if (answer) {
        m_failure.reset();
        return answer;
    }
    switch (answer.error().failure) {
    case StoreFailure::WouldAsk:
    case StoreFailure::Locked:
    case StoreFailure::Unseen:
        if (answer.error().failure == StoreFailure::WouldAsk
            && m_failure == StoreFailure::StillLocked)
            m_failure.reset(); // it has been opened since
        if (m_failure)
            return tl::make_unexpected(StoreError{*m_failure, answer.error().detail});
        break;
    case StoreFailure::StillLocked:
    case StoreFailure::Denied:
    case StoreFailure::Refused:
        m_failure = answer.error().failure;
        break;
    case StoreFailure::Absent:
    case StoreFailure::TimedOut:
    case StoreFailure::Failed:
        break;
    }
    return answer;
}

} // namespace latchkey
