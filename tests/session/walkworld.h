#pragma once

#include "tests/session/walkmodel.h"
#include "tests/session/walkstep.h"
#include "tests/session/walkstore.h"

#include <memory>
#include <vector>

namespace latchkey::test
{

// A session, its computer, its server and its person; apply() lets one thing happen to them.
class WalkWorld
{
public:
    explicit WalkWorld(const QString &preferencesFile);
    ~WalkWorld();

    void apply(const Step &step);
    void calm(); // heals everything and looks whether anything was left undone
    [[nodiscard]] QString broken() const { return m_model.broken(); }

    struct Counts { // of what the walks met, to see that they go everywhere
        int steps = 0, logins = 0, renewals = 0, ends = 0, signOuts = 0, kills = 0, calms = 0;
        int livingCalms = 0;
        void operator+=(const Counts &other);
    };
    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    struct Gap {
        std::unique_ptr<QObject> context;
        Milliseconds until; // monotonic
        int answers = 0;
    };

    // walkworld.cpp
    void begin(const Step &step);
    void startProcess();
    void connectSession();
    void kill(bool writeTakesEffect);
    void happenToPerson(const Step &step);
    void happenToServer(const Step &step);
    void happenToComputer(const Step &step);
    void happenToStore(const Step &step);
    void verb(int which, int variant); // any public verb, from a step or from a slot
    void signIn(int variant);
    void occasion(int which);
    void chooseServer(bool away);
    void useServer(bool away);
    [[nodiscard]] Gap *addGap(Cause cause, Milliseconds limit);
    void answered(Gap *gap);
    void prepareForSleep();
    void prepareForEnd(bool writeTakesEffect);
    void sprung(int signal);

    // walkothers.cpp
    void storeAsBefore();
    void otherProcess();
    [[nodiscard]] bool wasTheOthers(const Secret &item) const; // at any time
    [[nodiscard]] QStringList keysOf(const ServerAddress &server) const;
    [[nodiscard]] bool isDeletePending(const QString &item) const;

    // walkcalm.cpp
    void heal();
    void checkGaps();
    void checkCalm();
    void checkStored();

    [[nodiscard]] QString key() const { return m_model.key(); }
    // By the next start, if it can.
    [[nodiscard]] bool willBeDeleted(const QString &key, const Secret &item) const;
    void breakOn(const QString &what) { m_model.breakOn(what); }

    FakeClock m_clock;
    WalkServer m_server;
    WalkStore m_store;
    Preferences m_preferences;
    ApiClient m_api;
    QSet<QByteArray> m_theirs; // access tokens that another process stored
    WalkModel m_model;
    std::unique_ptr<Session> m_session;
    ServerAddress m_home;
    ServerAddress m_away;
    std::vector<std::unique_ptr<Gap>> m_gaps;
    Gap *m_end = nullptr; // of this process, once it has begun
    std::optional<Step> m_trap;
    RenewalSettings m_settings;
    Counts m_counts;
    bool m_clockMayBeSet = false;
    SessionState m_lastState = SessionState::Starting;
    double m_random = 0.5;
    QObject m_turn; // of the process to end
};

} // namespace latchkey::test
