#pragma once

#include "app/session/sessionstate.h"
#include "app/store/secretstore.h"

namespace latchkey
{

// What a failed call to the keychain is to the session: at a start, and in the health that the
// person is shown.
[[nodiscard]] KeychainTrouble troubleOf(StoreFailure failure);
[[nodiscard]] KeychainHealth healthAfter(StoreFailure failure);
[[nodiscard]] bool isThere(KeychainState state); // as far as is known
// What the state says comes before what the last read or write met. `wasThere`: the password
// store was, or a session was seen there, or stored, or is listed as stored.
[[nodiscard]] KeychainHealth healthIn(KeychainState state, bool absentByChoice, bool wasThere,
                                      KeychainHealth lastAnswer);

// "No", said to a call that could bring a question. It stands until another such call: what a
// silent one is told then, "locked", is only that it would ask.
class Refusal
{
public:
    [[nodiscard]] bool stands() const { return m_failure.has_value(); }
    void triedAgain(SecretStore::Prompt prompt);
    // What the answer is worth.
    [[nodiscard]] StoreResult<void> judge(const StoreResult<void> &answer);

private:
    std::optional<StoreFailure> m_failure;
};

} // namespace latchkey
