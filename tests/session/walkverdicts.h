#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <utility>

namespace latchkey::test
{

// What the API itself has said against the tokens of a walk, and when.
class WalkVerdicts
{
public:
    enum class About {
        Renewal, // 400, 401, 403 to a renewal with this refresh token
        Access, // 401 to a profile with this access token
        Account, // 400, 404 to a profile with this access token
    };
    void add(About about, const QByteArray &token, Milliseconds sinceBoot);
    [[nodiscard]] int count(About about, const QByteArray &token) const;
    [[nodiscard]] bool any(About about) const;
    // Said twice, by tries that were a pause apart.
    [[nodiscard]] bool isConfirmed(About about, const QByteArray &token) const;
    void forget(About about);
    void forget() { m_words.clear(); }

private:
    QHash<std::pair<int, QByteArray>, QList<Milliseconds>> m_words;
};

} // namespace latchkey::test
