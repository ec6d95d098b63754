#include "app/session/renewalbudget.h"

#include <QCryptographicHash>

#include <algorithm>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds Day = 24h;
constexpr qsizetype MostRemembered = 32; // more than the limit: a plan may go over it

} // namespace

RenewalBudget::RenewalBudget(Preferences *preferences, const Clock &clock)
    : m_preferences(preferences)
    , m_clock(clock)
{
}

// A few bits, which tell one person's from another's most of the time, and fit too many for anybody
// to read who it was: they may not want their e-mail to be kept.
void RenewalBudget::resume(const QString &key, const QString &account)
{
    constexpr qsizetype enough = 3; // digits of four bits
    const auto digest = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256);
    m_key = key + u'#' + QLatin1String(digest.toHex().left(enough));
    m_renewals.clear();
    load();
}

void RenewalBudget::note(Milliseconds at, bool counts)
{
    m_renewals.append(at);
    std::sort(m_renewals.begin(), m_renewals.end());
    dropOld();
    if (counts)
        save();
}

int RenewalBudget::renewalsInADay() const
{
    const Milliseconds dayAgo = m_clock.sinceBoot() - Day;
    return static_cast<int>(
        std::count_if(m_renewals.cbegin(), m_renewals.cend(),
                      [dayAgo](Milliseconds renewed) { return renewed > dayAgo; }));
}

bool RenewalBudget::allowsOneMore(Milliseconds pause) const
{
    if (pause <= 0ms)
        return true;
    const Milliseconds now = m_clock.sinceBoot();
    // The fullest 24 hours are those that end with one of the plan's renewals.
    for (int planned = 0; planned * pause <= Day; ++planned) {
        const Milliseconds begin = now + planned * pause - Day;
        const auto before = std::count_if(m_renewals.cbegin(), m_renewals.cend(),
                                          [begin](Milliseconds at) { return at > begin; });
        if (before + 1 + planned > MostInADay)
            return false;
    }
    return true;
}

// A moment in the future is one from before the clock was set back: as good as now.
void RenewalBudget::load()
{
    if (!m_preferences)
        return;
    const Milliseconds boot = m_clock.sinceBoot();
    const auto wall = m_clock.wall().time_since_epoch();
    const QStringList kept = m_preferences->renewalsOf(m_key);
    for (const QString &text : kept) {
        const Milliseconds age = wall - Milliseconds(text.toLongLong() * 1000);
        m_renewals.append(boot - std::max(age, Milliseconds(0)));
    }
    std::sort(m_renewals.begin(), m_renewals.end());
    // Two processes count the same one, each by its own clock's second.
    const auto isSame = [](Milliseconds one, Milliseconds other) { return other - one < 2s; };
    m_renewals.erase(std::unique(m_renewals.begin(), m_renewals.end(), isSame), m_renewals.end());
    dropOld();
}

void RenewalBudget::save() const
{
    if (!m_preferences)
        return;
    const Milliseconds boot = m_clock.sinceBoot();
    const auto wall = m_clock.wall().time_since_epoch();
    QStringList texts;
    for (const Milliseconds at : m_renewals) {
        const auto moment = std::chrono::ceil<std::chrono::seconds>(wall - (boot - at));
        texts.append(QString::number(moment.count()));
    }
    m_preferences->setRenewals(m_key, texts);
}

void RenewalBudget::dropOld()
{
    const Milliseconds dayAgo = m_clock.sinceBoot() - Day;
    m_renewals.removeIf([dayAgo](Milliseconds at) { return at <= dayAgo; });
    if (m_renewals.size() > MostRemembered)
        m_renewals.remove(0, m_renewals.size() - MostRemembered);
}

} // namespace latchkey
