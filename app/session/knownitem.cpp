#include "app/session/knownitem.h"

#include "app/session/tokenpair.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

constexpr qsizetype MostOfMine = 8;

} // namespace

KnownItem::Whose KnownItem::whose() const
{
    if (m_own)
        return Whose::Ours;
    return m_seen ? Whose::Nobodys : Whose::Unknown;
}

QList<WallTime> KnownItem::moments() const
{
    QList<WallTime> moments;
    for (const Mine &mine : m_mine)
        moments.append(mine.issuedAt);
    return moments;
}

bool KnownItem::isOfThisRun(const StoredSession &found) const
{
    const QByteArray digest = mineOf(found).digest;
    return std::any_of(m_mine.cbegin(), m_mine.cend(),
                       [&digest](const Mine &mine) { return mine.digest == digest; });
}

bool KnownItem::isNewerOfAnother(const StoredSession &found, const StoredSession &ours) const
{
    if (isOfThisRun(found))
        return false;
    TokenPair pair;
    pair.tokens = ours.tokens;
    pair.issuedAt = ours.issuedAt;
    pair.facts = {ours.serverTime, ours.expiresIn};
    return isNewer(found, pair);
}

bool KnownItem::isNewPair(const StoredSession &session) const
{
    return !m_own || m_own->mine.digest != mineOf(session).digest;
}

void KnownItem::takeOver()
{
    if (!m_looked || m_own)
        return;
    m_seen = true;
    m_own = std::exchange(m_looked, {});
    mayHold(m_own->mine);
}

void KnownItem::adopted(const StoredSession &session)
{
    m_seen = true;
    isWriting(session);
}

void KnownItem::isWriting(const StoredSession &session)
{
    m_own = inForce(session);
    mayHold(m_own->mine);
}

void KnownItem::mayHold(const Mine &mine)
{
    const bool isKnown = std::any_of(m_mine.cbegin(), m_mine.cend(), [&mine](const Mine &known) {
        return known.issuedAt == mine.issuedAt && known.digest == mine.digest;
    });
    if (!isKnown)
        m_mine.append(mine);
    if (m_mine.size() > MostOfMine) // while nothing can be written, the first is what is there
        m_mine.removeAt(1);
}

void KnownItem::isStored(const StoredSession &session)
{
    m_seen = true;
    m_mine = {mineOf(session)};
}

KnownItem::Mine KnownItem::mineOf(const StoredSession &session)
{
    return {session.issuedAt,
            QCryptographicHash::hash(session.tokens.access.reveal(), QCryptographicHash::Sha256)};
}

} // namespace latchkey
