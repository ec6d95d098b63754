#pragma once

#include "app/store/keychainstore.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/mocksecretservice.h"

namespace latchkey::test
{

// A session whose keychain is the real store, in front of a played password store on the session
// bus: where both must fit together. The clock and the network are played as ever. One at a time;
// the password store is one of the process, as libsecret wants it, and starts over with each.
class PlayedSessionFixture : public SessionFixture
{
public:
    using Person = MockSecretService::Person;

    explicit PlayedSessionFixture(MockSecretService &played);
    ~PlayedSessionFixture();

    // The program is started, and told all that the password store says without a person.
    void launch();
    // It ends, and with it what the password store allowed its connections.
    void leave();
    // `who` is signed in and stored, in a run of before.
    void storeAndLeave(const QString &who = John);
    // They have signed out since, and nothing could be deleted; `stored` has stayed.
    void leaveToBeDeleted(const QStringList &those, const QString &stored = {});
    void setLock(MockLock lock); // of where they are stored
    // The store has done all that it was asked for. Not while a question is open: that has no end.
    void letStoreFinish();

    [[nodiscard]] SessionStatus status() const { return session->status(); }
    [[nodiscard]] qsizetype storedCount(); // items in all collections
    [[nodiscard]] int prompts() const { return secrets.promptsOpened(); }

    MockSecretService &secrets;
    std::unique_ptr<KeychainStore> keychain;
};

} // namespace latchkey::test
