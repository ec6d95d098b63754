#pragma once

#include "tests/session/walkserver.h"

#include <QByteArray>
#include <QSet>

#include <utility>

namespace latchkey::test
{

// Renewals that were under way when the person went elsewhere: what they bring may be stored by
// whoever sent them, and is as another process's to whoever is in force by then.
class WalkLate
{
public:
    void forget() { *this = {}; }
    // The person goes: these are under way.
    void left(const QSet<QByteArray> &tokens) { m_tokens.unite(tokens); }
    [[nodiscard]] bool isLeft(const QByteArray &token) const { return m_tokens.contains(token); }
    // Its answer; the pair, or nothing.
    std::pair<QByteArray, QByteArray> delivering(const QByteArray &token,
                                                 const WalkServer::Delivery &delivery);
    [[nodiscard]] bool brought(const QByteArray &access) const { return m_access.contains(access); }

private:
    QSet<QByteArray> m_tokens; // refresh tokens
    QSet<QByteArray> m_access;
};

} // namespace latchkey::test
