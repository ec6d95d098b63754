#include "app/session/laterenewals.h"

#include "app/base/logging.h"

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds LongestSave = 40s; // less than makes a lock overdue

} // namespace

LateRenewals::LateRenewals(SessionVault &vault, Clock &clock)
    : m_vault(vault)
    , m_clock(clock)
{
}

LateRenewals::~LateRenewals() = default;

void LateRenewals::add(Renewal renewal)
{
    m_all.push_back({std::move(renewal)});
}

bool LateRenewals::answered(const QObject *call, const Result<TokenReply> &result)
{
    const auto entry = std::find_if(m_all.begin(), m_all.end(), [call](const Entry &one) {
        return one.renewal.call.get() == call;
    });
    if (entry == m_all.end())
        return false;
    entry->renewal.call.release()->deleteLater(); // we are inside its callback
    const bool isOthers = entry->renewal.lock && !entry->renewal.lock->keep();
    if (result && !isOthers)
        store(*entry, *result);
    else
        drop(&*entry);
    return true;
}

void LateRenewals::store(Entry &entry, const TokenReply &reply)
{
    qCInfo(lcSession) << "a renewal of before was answered: it is stored";
    const TokenPair pair = pairFromReply(reply, &entry.renewal.pair, m_clock);
    entry.vault = m_vault.anothersBusiness();
    entry.vault->use(entry.renewal.key, entry.renewal.server);
    entry.vault->setWanted(true);
    connect(entry.vault.get(), &SessionVault::savingChanged, this, [this, one = &entry] {
        const Saving saving = one->vault->saving(); // which tries again where it failed
        if (saving != Saving::Pending && saving != Saving::Failed)
            drop(one);
    });
    entry.patience = m_clock.makeTimer([this, one = &entry] { drop(one); });
    entry.patience->start(LongestSave);
    entry.vault->save(toStore(pair, entry.renewal.server, entry.renewal.email),
                      SessionVault::Prompt::Never, this, [] {});
}

void LateRenewals::drop(const Entry *entry)
{
    const auto it = std::find_if(m_all.begin(), m_all.end(),
                                 [entry](const Entry &one) { return &one == entry; });
    if (it == m_all.end())
        return;
    if (it->vault) {
        it->vault->disconnect(this); // more of its news may be on the way
        it->vault.release()->deleteLater(); // we may be inside its signal
    }
    m_all.erase(it);
    emit ended();
}

} // namespace latchkey
