#pragma once

#include "app/api/apiclient.h"
#include "app/session/renewer.h"
#include "app/session/sessionvault.h"
#include "app/store/preferences.h"
#include "app/store/secretstore.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace latchkey
{

// One look at one stored session while no window is open: renewed if its time has come or this is a
// good occasion, stored, and left. It is the program's own vault and renewer, so that schedule,
// day's count, locks, confirmation and adoption are one policy; it is no Session, since that would
// load the profile, delete what was refused, and keep the list of stored sessions: verdicts and
// deletes are the program's. Never prompts. GUI thread only.
class StoredRenewal final : public QObject
{
public:
    enum class Outcome {
        Renewed, // and stored
        RenewedByAnother, // another process on this item was quicker
        NotDue,
        NothingStored, // certainly, or not any more
        Unread, // see trouble; the item is where it was
        NowhereToSave, // it can be read, but nothing written: nothing was sent
        Over, // its time is up: only signing in again helps
        Refused, // by the server, twice, which may be wrong: the program will see
        Failed, // see error: this time it could not be done, or a refusal not be confirmed
        HeldByAnother, // another process is at it, and does not come to an end
        NotSaved, // renewed, and the password store does not take it
        OutOfTime, // somebody does not answer
        Stopped, // see stop()
    };
    struct Result {
        Outcome outcome = Outcome::OutOfTime;
        KeychainTrouble trouble = KeychainTrouble::None;
        std::optional<Error> error = {};
    };
    struct Parts { // all must outlive it; as Session::Parts
        ApiClient &api;
        SecretStore &store;
        Preferences &preferences;
        Clock &clock;
        QString lockFolder = {};
        std::function<double()> unitRandom = {};
    };
    // All ends within this.
    static constexpr Milliseconds limit = std::chrono::seconds(60);
    // Nothing is sent later: a request may take 30 s, and what it brings must be stored by `limit`.
    static constexpr Milliseconds lastSending = std::chrono::seconds(20);
    // After stop(), for what was sent already: its pair may be the only one that the server knows.
    static constexpr Milliseconds stopGrace = std::chrono::seconds(10);

    // `key`: of an item, from Preferences::storedSessions(). The API client is to be of its server.
    StoredRenewal(const Parts &parts, const QString &key);
    ~StoredRenewal() override;

    // Once. `done` is called once, later; whoever is done with this deletes it later.
    using Done = std::function<void(const Result &)>;
    void start(Done done);
    // The system wants the end: what has not been sent is given up at once.
    void stop();

private:
    void loaded(const SessionVault::Loaded &loaded);
    void begin(const StoredSession &session);
    void useOccasion();
    void lookSoon();
    void look();
    void timeIsUp();
    [[nodiscard]] Milliseconds age() const;
    [[nodiscard]] bool mayBegin() const;
    [[nodiscard]] bool isPlanned() const;
    [[nodiscard]] Result result() const;
    void finish(const Result &result);

    Clock &m_clock;
    SessionVault m_vault;
    Renewer m_renewer;
    Done m_done; // empty once called
    std::unique_ptr<QObject> m_load; // context of the first look
    std::unique_ptr<Timer> m_limit;
    Milliseconds m_begun{0}; // monotonic
    bool m_isLookDue = false;
    bool m_isRenewed = false;
    bool m_isAdopted = false;
    bool m_isStopping = false;
};

} // namespace latchkey
