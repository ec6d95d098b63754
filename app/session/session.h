#pragma once

#include "app/api/apiclient.h"
#include "app/base/credentials.h"
#include "app/base/profile.h"
#include "app/session/history.h"
#include "app/session/renewalpolicy.h"
#include "app/session/sessionstate.h"
#include "app/store/preferences.h"
#include "app/store/secretstore.h"

#include <QList>
#include <QObject>

#include <functional>
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
        // Where processes that share a keychain item agree on who renews (scenarios 42, 43): a
        // folder of this user alone. Empty: nobody shares.
        QString lockFolder = {};
        std::function<double()> unitRandom = {}; // for jitter, 0 .. 1; null: Qt's generator
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
    // signedOut() follows, then signOutDone(), or signOutFailed() if the item could not be deleted
    // (scenario 56), and before that signOutAsks() while the password store asks the person. None
    // is told once somebody else signs in. What has failed may still be done later in the run. A
    // start tells the same of what an earlier run has left, if the password store asks about it.
    void signOut();

    void reloadProfile(); // answers with profileLoaded() or profileFailed()
    void renewNow(); // one renewal, or joins the one in flight

    // Good occasions: the pair is judged anew, what waits out an outage is tried at once, and a
    // living pair is renewed if a tenth of the shorter life has gone (session.md, "When to renew"
    // 3).
    void resumed(); // the computer woke up
    void reconnected(); // the network came back
    // The window became active again after this long. Under ten minutes a living pair is left
    // alone.
    void activated(Milliseconds after = std::chrono::minutes(10));
    // The same before a gap (Cause::Suspend, or Cause::User for the end of the program), where a
    // fortieth of the life is enough. Answers once to `context`, from the event loop: when that is
    // done or not worth it, and after `limit` at the latest.
    void prepareForGap(Cause cause, Milliseconds limit, QObject *context,
                       std::function<void()> ready);
    // The program ends. As prepareForGap(), and a write to the keychain is waited for as well; but
    // a renewal whose request has left may take, with its write, until `committed` has passed.
    // Nothing else is sent from now on, and what else is under way is given up.
    struct EndLimits {
        Milliseconds usual;
        Milliseconds committed;
    };
    void prepareForEnd(const EndLimits &limits, QObject *context, std::function<void()> ready);
    // Somebody may have set the computer's clock: looks at once, not within the minute.
    void clockMayHaveChanged();
    // Takes effect at once: a pair that is now overdue is renewed once (scenario 9).
    void setRenewalSettings(const RenewalSettings &settings);
    // Tries again, and this time the password store may ask the person: to read the stored session
    // in WaitingForKeychain, to save the pair that could not be saved in any other state (K4).
    void openKeychain();
    // The living session of who did not want to stay signed in (Saving::NotWanted) is saved from
    // now on. The password store may ask the person.
    void keep();
    // Leaves WaitingForKeychain or Restoring for SignedOut; the keychain keeps its item. Not to
    // stay signed in, after the former, is no choice for the next time.
    void signInWithoutKeychain();

    [[nodiscard]] SessionStatus status() const;
    [[nodiscard]] QList<Transition> transitions() const; // the last 20, oldest first
    // What happened in this run, since the last useServer(). It grows only before a changed().
    [[nodiscard]] const SessionHistory &history() const;
    // What the living pair's tokens say of themselves, for QA: the registered claims (RFC 7519,
    // section 4.1) as JSON, never the tokens. Untrusted text from the server. Empty: no such token.
    struct ClaimTexts {
        QString access;
        QString refresh;
    };
    [[nodiscard]] ClaimTexts claimTexts() const;

    // For QA (qa.md B26). True: the living pair's token counts as expired from now on, whatever it
    // says of itself, and the session does what it would do then. False: its own times count again,
    // if that is still this token. Nothing is sent or stored for it: a restart knows nothing of it.
    void expireByHand(TokenKind token, bool expired);
    // What was done to the server, or happened to it, while there is a session: a mark in the
    // history and no more.
    void noteFault(SessionEvent::Fault fault, bool on);
    void noteServerRestart();

signals:
    // Anything in status() changed. Emitted after the object is consistent: calling any verb from a
    // slot is allowed.
    void changed(const SessionStatus &status);
    void signInFailed(const Error &error);
    void signInCancelled();
    void profileLoaded(const Profile &profile, WallTime at);
    void profileFailed(const Error &error);
    void renewed();
    // The pair should be renewed, and will not be: automatic renewal is off, or there is no refresh
    // token (scenario 11). Once for each pair.
    void aboutToExpire();
    void clockJumped(Milliseconds by); // somebody set the computer's clock while it was running
    void signedOut(std::optional<WallTime> accessTokenExpiry); // good on the server until then
    void signOutFailed(const QString &keychainName); // the stored item is still there
    // It is, for as long as nobody answers; the question may also be about something else.
    void signOutAsks(const QString &keychainName, bool isAboutIt);
    // X9: it is gone; nothing is `removed` where nothing had been stored.
    void signOutDone(std::optional<WallTime> accessTokenExpiry, bool removed);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
