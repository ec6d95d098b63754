#pragma once

#include "app/session/session.h"
#include "app/store/storedsession.h"
#include "tests/session/walkend.h"
#include "tests/session/walklate.h"
#include "tests/session/walkreads.h"
#include "tests/session/walkverdicts.h"

#include <QSet>

namespace latchkey::test
{

// What must hold whatever happens, and the little that has to be known to say so: who is signed in,
// which pair is the newest, and what the server and the person did. It watches the edges (requests,
// keychain, signals) and keeps the first thing that should not have happened.
class WalkModel final : public WalkServer::Ears
{
public:
    WalkModel(FakeClock &clock, WalkServer &server);

    // The world tells what it does.
    // A new process, or another server: what is stored for it may be under any of these keys.
    void follow(Session *session, const QStringList &keys);
    void verbIsCalled(Cause cause); // something that may make the state change
    void signingOut(SessionState before);
    void leavingKeychain(SessionState before);
    // `goesOnWithout`: what is stored cannot be read, and they do not stay either.
    void signingIn(SessionState before, bool stay, bool goesOnWithout);
    void profileWanted(SessionState state);
    void keychainCanHideIt() { m_unreadable = true; } // what is stored may be missed from here on
    void clockIsSet() { m_clockWasSet = true; }
    void endBegins() { m_end.begin(); } // of the process
    void otherProcessWrote(const QByteArray &access, const QByteArray &refresh);

    void sending(const WalkServer::Exchange &exchange) override;
    void delivering(const WalkServer::Exchange &exchange,
                    const WalkServer::Delivery &delivery) override;
    void writing(const QString &key, const Secret &item, const ServerAddress &server);
    void removing(const QString &key, bool pendingDelete, bool holdsNewest);
    void wasRead(const QString &key, const std::optional<Secret> &item)
    {
        m_reads.note(key, item, m_session->server());
    }
    void published(const SessionStatus &status);
    void profileCame(const std::optional<QString> &email);
    void look(); // after each step

    [[nodiscard]] bool isAlive() const { return m_alive; }
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    [[nodiscard]] bool waitsForProfile() const { return m_profileWanted; }
    [[nodiscard]] QString user() const { return m_user; }
    [[nodiscard]] QString key() const { return m_key; } // of whoever is, or was, signed in
    [[nodiscard]] QByteArray access() const { return m_newest.access; }
    [[nodiscard]] QByteArray refresh() const { return m_newest.refresh; }
    [[nodiscard]] bool refreshIsUsable() const; // by the server, and as far as we were told
    [[nodiscard]] bool refreshIsKnownDead() const { return isKnownDead(m_newest.refresh); }
    [[nodiscard]] bool mayGo() const { return m_mayGo.contains(m_key); } // the item
    [[nodiscard]] bool hasSignedOut() const { return m_hasSignedOut && mayGo(); }
    // Not to stay signed in was nobody's choice: what is stored stays.
    void hadNowhereToStay()
    {
        if (!m_wanted)
            m_mayGo.remove(m_key);
    }
    [[nodiscard]] bool isLate(const QByteArray &access) const { return m_late.brought(access); }
    [[nodiscard]] bool isSomebodyElses(const Secret &item) const;
    [[nodiscard]] bool isNewest(const Secret &item, const ServerAddress &server) const;

    void breakOn(const QString &what); // keeps the first; empty: nothing is wrong
    [[nodiscard]] QString broken() const { return m_broken; }

private:
    using About = WalkVerdicts::About;
    struct Pair {
        QByteArray access, refresh;
        bool ageByWall = false; // read from the keychain
    };
    void sync();
    void transition(const Transition &step);
    void adoptRead();
    void ended(const Transition &step);
    void checkRenewal(const WalkServer::Exchange &exchange);
    void profileAnswered(const QByteArray &token, const WalkServer::Delivery &delivery);
    [[nodiscard]] bool isKnownDead(const QByteArray &token) const;
    void forgetServerWords();
    [[nodiscard]] bool mayBeTheOthers(const QByteArray &access, const QByteArray &refresh);

    FakeClock &m_clock;
    WalkServer &m_server;
    Session *m_session = nullptr;
    QStringList m_keys; // under which there may be something
    QString m_key;
    QList<Transition> m_log;
    SessionState m_state = SessionState::Starting;
    SessionState m_published = SessionState::Starting;
    QSet<int> m_causes; // that had an occasion

    bool m_alive = false;
    QString m_user;
    Pair m_newest;
    bool m_wanted = false;
    bool m_stayAsked = false;
    bool m_goesOnWithout = false;
    bool m_ranOut = false; // ended by the clock alone
    bool m_leaving = false; // the person signed out, or went on without the keychain
    bool m_hasSignedOut = false; // of these, the first
    QSet<QString> m_mayGo; // items that somebody had a reason to delete
    WalkReads m_reads;
    WalkLate m_late;
    QList<std::pair<QByteArray, QByteArray>> m_others; // pairs of another process
    bool m_clockWasSet = false;
    bool m_unreadable = false;
    QSet<QByteArray> m_ofThisRun; // access tokens that it wrote or went on with

    WalkVerdicts m_verdicts; // those on renewals since the last success
    std::optional<Milliseconds> m_lastRenewal;
    Milliseconds m_notBefore{0};
    bool m_profileWanted = false;
    WalkEnd m_end;
    QString m_broken;
};

} // namespace latchkey::test
