#pragma once

#include "app/api/apiclient.h"
#include "app/base/credentials.h"
#include "app/base/profile.h"
#include "app/session/sessionstate.h"
#include "app/store/preferences.h"
#include "app/store/secretstore.h"

#include <QList>
#include <QObject>

#include <memory>

namespace latchkey
{

// The only owner of "who is signed in". Lives on the GUI thread; never blocks; every verb returns
// at once and its outcome comes as signals. A verb called in a state where it makes no sense does
// nothing.
class Session final : public QObject
{
    Q_OBJECT
public:
    struct Parts { // all must outlive the session
        ApiClient &api;
        SecretStore &store;
        Preferences &preferences;
        Clock &clock;
    };
    Session(const Parts &parts, const QString &profileName);
    ~Session() override;

    // Forgets what is in memory (the keychain keeps its item), points the API client at `server`
    // and restores what is stored for it. The first call starts the session. `demo`: see
    // sessionKey().
    void useServer(const ServerAddress &server, bool demo);
    [[nodiscard]] ServerAddress server() const;
    [[nodiscard]] bool isDemo() const;

    // Legal in SignedOut, Ended, WaitingForKeychain and NotRenewable (signing in again while the
    // old session goes on). One request, never repeated by itself. Ends in SignedIn, or in
    // signInFailed() with the state it came from.
    void signIn(const Credentials &credentials, bool staySignedIn);
    void cancelSignIn();

    // Wipes memory first, then the keychain item. Nothing is sent. Ends in SignedOut at once;
    // signedOut() follows, and signOutFailed() if the item could not be deleted (scenario 56).
    void signOut();

    void reloadProfile(); // answers with profileLoaded() or profileFailed()
    void renewNow(); // one renewal, or joins the one in flight
    // Tries again, and this time the password store may ask the person: to read the stored session
    // in WaitingForKeychain, to save the pair that could not be saved in any other state (K4).
    void openKeychain();
    // Leaves WaitingForKeychain or Restoring for SignedOut; the keychain keeps its item.
    void signInWithoutKeychain();

    [[nodiscard]] SessionStatus status() const;
    [[nodiscard]] QList<Transition> transitions() const; // the last 20, oldest first

signals:
    // Anything in status() changed. Emitted after the object is consistent: calling any verb from a
    // slot is allowed.
    void changed(const SessionStatus &status);
    void signInFailed(const Error &error);
    void signInCancelled();
    void profileLoaded(const Profile &profile, WallTime at);
    void profileFailed(const Error &error);
    void renewed();
    void signedOut(std::optional<WallTime> accessTokenExpiry); // X9: good on the server until then
    void signOutFailed(const QString &keychainName); // the stored item is still there

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
