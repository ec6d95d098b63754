#include "app/session/history.h"

#include <algorithm>

namespace latchkey
{

namespace
{

bool begins(const SessionEvent &event)
{
    return event.kind == SessionEvent::Kind::SignedIn || event.kind == SessionEvent::Kind::Restored;
}

template <typename T>
void bound(QList<T> &list, qsizetype most)
{
    if (list.size() > most)
        list.remove(0, list.size() - most);
}

} // namespace

PairRecord *SessionHistory::inForce()
{
    return m_pairs.isEmpty() || m_pairs.last().left ? nullptr : &m_pairs.last();
}

const PairRecord *SessionHistory::newestPair() const
{
    return m_pairs.isEmpty() ? nullptr : &m_pairs.last();
}

SessionHistory SessionHistory::ofLastSession() const
{
    SessionHistory last;
    last.m_lastAlias = m_lastAlias;
    const auto begin = std::find_if(m_events.crbegin(), m_events.crend(), begins);
    if (begin == m_events.crend()) {
        last.m_events = m_events; // so long ago that its beginning is forgotten
        last.m_pairs = m_pairs;
        return last;
    }
    last.m_events = QList(begin.base() - 1, m_events.cend());
    std::copy_if(m_pairs.cbegin(), m_pairs.cend(), std::back_inserter(last.m_pairs),
                 [&](const PairRecord &pair) { return pair.alias >= begin->alias; });
    return last;
}

void SessionHistory::add(SessionEvent event)
{
    const PairRecord *pair = inForce();
    event.alias = pair ? pair->alias : 0;
    if (pair && event.fault == SessionEvent::Fault::RefreshExpired)
        event.alias = pair->refreshAlias;
    m_events.append(event);
    bound(m_events, mostEvents);
}

void SessionHistory::beginPair(PairRecord pair, WallTime now, bool keepsRefresh)
{
    const int previous = m_pairs.isEmpty() ? 0 : m_pairs.last().refreshAlias;
    leavePair(now);
    pair.alias = ++m_lastAlias;
    if (!pair.refreshExpiry)
        pair.refreshAlias = 0;
    else
        pair.refreshAlias = keepsRefresh && previous > 0 ? previous : pair.alias;
    m_pairs.append(pair);
    bound(m_pairs, mostPairs);
}

void SessionHistory::updatePair(const PairRecord &times)
{
    PairRecord *pair = inForce();
    if (!pair)
        return;
    pair->accessIssued = times.accessIssued;
    pair->accessExpiry = times.accessExpiry;
    pair->refreshIssued = times.refreshIssued;
    pair->refreshExpiry = times.refreshExpiry;
    if (!pair->refreshRefused || !times.refreshRefused) // the first refusal counts
        pair->refreshRefused = times.refreshRefused;
}

void SessionHistory::leavePair(WallTime now)
{
    if (PairRecord *pair = inForce())
        pair->left = now;
}

void SessionHistory::clockSet(Milliseconds by)
{
    const auto move = [by](std::optional<WallTime> &moment) {
        if (moment)
            *moment += by;
    };
    for (SessionEvent &event : m_events)
        event.at += by;
    for (PairRecord &pair : m_pairs) {
        pair.accessIssued += by;
        pair.accessExpiry += by;
        move(pair.refreshIssued);
        move(pair.refreshExpiry);
        move(pair.refreshRefused);
        move(pair.left);
    }
}

void SessionHistory::clear()
{
    m_events.clear();
    m_pairs.clear();
}

} // namespace latchkey
