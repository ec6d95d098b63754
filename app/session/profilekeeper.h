#pragma once

#include "app/api/apiclient.h"
#include "app/base/clock.h"
#include "app/base/profile.h"
#include "app/base/secret.h"
#include "app/session/renewer.h"

#include <QObject>

#include <memory>
#include <optional>

namespace latchkey
{

// Loads the profile of whoever is signed in, and asks again until it is there: after an outage with
// backoff (5 s to 5 min) and at every good occasion, never before a Retry-After. Knows what a
// profile's answer may say about the session, and asks twice before it says so. GUI thread only;
// the renewer, the client and the clock must outlive it.
class ProfileKeeper final : public QObject
{
    Q_OBJECT
public:
    ProfileKeeper(Renewer &renewer, ApiClient &api, Clock &clock);
    ~ProfileKeeper() override;

    // One request, or a place in the one under way. Within a Retry-After nothing is sent: failed()
    // tells how much of it is left. Does nothing without a pair.
    void load();
    // A moment at which an outage may be over: what it kept away is asked for at once.
    void occasion();
    // A renewal that the profile did not ask for: a 401 to the pair before says nothing of this
    // one.
    void renewed();
    // The person signs in again beside the session: until resume() nothing is asked that load()
    // does not ask for, and no answer decides about the session.
    void pause();
    void resume();
    void finish(); // the program ends: nothing is asked any more
    void stop(); // another person, another server: forgets all, and nothing is sent afterwards

    // The profile's answer says that there is no such account, and a renewal is asked whether that
    // is so: what the answer was.
    [[nodiscard]] std::optional<Error> accountDoubt() const { return m_doubt; }

signals:
    void answered(bool accepted); // a call ended; first of all, for the server's clock
    void unauthorized(const latchkey::Error &error); // each 401, for the history
    void loaded(const latchkey::Profile &profile);
    // Told once for each kind of trouble when nobody asked, and always to whoever did.
    void failed(const latchkey::Error &error);
    // The access token was refused twice, 5 s or more apart, where nothing can be renewed.
    void refused(const latchkey::Error &error);
    // 400 or 404 in the API's words, and the renewal was refused too.
    void accountGone(const latchkey::Error &error);

private:
    struct Refusal {
        Milliseconds at; // sinceBoot, of the first
        Secret token;
    };

    void ask();
    void callEnded(const Result<Profile> &result);
    void callFailed(const Error &error);
    void retryDue();
    void retryLater();
    void tell(const Error &error);
    void refusalSeen(const Error &error, bool accountIsGone);
    void doubtSeen(const Error &error);
    void doubtAnswered(const std::optional<Error> &renewalError);
    [[nodiscard]] bool waitsToConfirm() const;

    Renewer &m_renewer;
    ApiClient &m_api;
    Clock &m_clock;
    std::unique_ptr<QObject> m_call; // context of the call, or of what its answer asked for
    std::unique_ptr<Timer> m_retry;
    std::optional<Error> m_lastError; // of the newest answer; none: it was a profile
    std::optional<Refusal> m_refusal; // of the access token
    std::optional<Refusal> m_denial; // of the account
    std::optional<Error> m_doubt;
    std::optional<Milliseconds> m_accountProvedAt; // sinceBoot
    Milliseconds m_notBefore{0}; // sinceBoot; from Retry-After
    Milliseconds m_askRefusedAt{0}; // sinceBoot(); a profile that was refused
    int m_failures = 0;
    bool m_isDue = false; // an outage, or a refusal to be confirmed, kept the profile away
    bool m_unasked = true; // nobody waits to be told how a call ended
    bool m_sawUnauthorized = false; // a server said it, to the call under way
    bool m_missedOccasion = false; // one came during the call under way
    bool m_paused = false;
    bool m_finished = false;
};

} // namespace latchkey
