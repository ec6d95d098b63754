#pragma once

#include "app/base/clock.h"
#include "app/store/preferences.h"

#include <QList>
#include <QString>

namespace latchkey
{

// How often the session was renewed in the last 24 hours, also by runs before this one: the count
// goes into the settings file, for a session that another run began. Holds back what is not needed:
// good occasions, never the plan. GUI thread only.
class RenewalBudget
{
public:
    static constexpr int MostInADay = 24; // in any 24 hours

    // `preferences` may be null: then this run alone is counted. Both must outlive this.
    RenewalBudget(Preferences *preferences, const Clock &clock);

    // The account's session under `key` begins or goes on: what the settings file tells counts.
    void resume(const QString &key, const QString &account);
    // The session was renewed at this moment on Clock::sinceBoot(), by us or by another process.
    // `counts`: its lives are long enough for a day's renewals to be counted out, and worth a write
    // to the settings file.
    void note(Milliseconds at, bool counts);

    [[nodiscard]] int renewalsInADay() const;
    // Would the plan alone, a renewal each `pause` from now on, keep within the limit, if there was
    // one now?
    [[nodiscard]] bool allowsOneMore(Milliseconds pause) const;

private:
    void load();
    void save() const;
    void dropOld();

    Preferences *m_preferences;
    const Clock &m_clock;
    QString m_key;
    QList<Milliseconds> m_renewals; // sinceBoot, oldest first; of the last 24 hours
};

} // namespace latchkey
