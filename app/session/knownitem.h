#pragma once

#include "app/store/storedsession.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace latchkey
{

// What this process knows, without looking, of one keychain item that others may write too: whose
// it is, and which sessions of its own it may hold. Keeps no token.
class KnownItem
{
public:
    enum class Whose {
        Unknown, // never seen
        Nobodys, // nothing of this process: it was seen without one, or has been given up
        Ours, // see isOf()
    };
    [[nodiscard]] Whose whose() const;
    // The account's, or of who has just signed in instead.
    [[nodiscard]] bool isOf(const QString &email) const
    {
        return (m_own && isSameEmail(m_own->email, email))
            || (!m_successor.isEmpty() && isSameEmail(m_successor, email));
    }
    void isTakenOverBy(const QString &email) { m_successor = email; }
    // Nothing can be there of which this process never knew: it was read, or written over.
    [[nodiscard]] bool isSeen() const { return m_seen; }
    // `issued_at` of all of ours that it may hold.
    [[nodiscard]] QList<WallTime> moments() const;
    [[nodiscard]] bool isOfThisRun(const StoredSession &found) const;
    // Another process put it there, and it is newer than `ours`.
    [[nodiscard]] bool isNewerOfAnother(const StoredSession &found,
                                        const StoredSession &ours) const;
    // False: it is the pair that is in force already, with another moment.
    [[nodiscard]] bool isNewPair(const StoredSession &session) const;

    // What a read found. It is ours once it is taken over, before the look ends.
    void sawNothing() { m_seen = true; }
    void saw(const StoredSession &session) { m_looked = inForce(session); }
    void takeOver();
    void lookEnds() { m_looked.reset(); }

    void adopted(const StoredSession &session); // read, and in force from now on
    void isWriting(const StoredSession &session); // and in force
    void mayHold(const StoredSession &session) { mayHold(mineOf(session)); }
    void isStored(const StoredSession &session); // and nothing older of ours can be

private:
    struct Mine {
        WallTime issuedAt;
        QByteArray digest; // of its access token
    };
    struct InForce {
        QString email;
        Mine mine;
    };
    [[nodiscard]] static Mine mineOf(const StoredSession &session);
    [[nodiscard]] static InForce inForce(const StoredSession &session)
    {
        return {session.email, mineOf(session)};
    }
    void mayHold(const Mine &mine);

    bool m_seen = false;
    std::optional<InForce> m_looked;
    std::optional<InForce> m_own;
    QString m_successor;
    QList<Mine> m_mine; // that it may hold
};

} // namespace latchkey
