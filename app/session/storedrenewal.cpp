#include "app/session/storedrenewal.h"

#include "app/session/tokenpair.h"

#include <algorithm>
#include <utility>

namespace latchkey
{

StoredRenewal::StoredRenewal(const Parts &parts, const QString &key)
    : m_clock(parts.clock)
    , m_vault(parts.store, parts.preferences, parts.clock, SessionVault::Upkeep::AnothersBusiness)
    , m_renewer(parts.api, m_vault, parts.clock,
                {parts.lockFolder, parts.unitRandom, &parts.preferences})
    , m_limit(parts.clock.makeTimer([this] { timeIsUp(); }))
{
    connect(&m_renewer, &Renewer::renewed, this, [this] {
        m_isRenewed = true;
        lookSoon();
    });
    connect(&m_renewer, &Renewer::standingChanged, this, [this](Cause cause) {
        m_isAdopted = m_isAdopted || cause == Cause::OtherProcess;
        lookSoon();
    });
    connect(&m_renewer, &Renewer::renewingChanged, this, &StoredRenewal::lookSoon);
    connect(&m_renewer, &Renewer::slept, this, [&api = parts.api] { api.dropConnections(); });
    connect(&m_vault, &SessionVault::savingChanged, this, &StoredRenewal::lookSoon);
    m_vault.use(key, parts.api.server());
    m_renewer.setSettings({.usedShare = parts.preferences.renewAtPercent() / 100.0,
                           .lead = {},
                           .automatic = parts.preferences.automaticRenewal()});
}

StoredRenewal::~StoredRenewal() = default;

void StoredRenewal::start(Done done)
{
    m_done = std::move(done);
    m_begun = m_clock.monotonic();
    m_limit->start(lastSending);
    m_load = std::make_unique<QObject>();
    m_vault.load(SessionVault::Prompt::Never, m_load.get(),
                 [this](const SessionVault::Loaded &found) {
                     m_load.release()->deleteLater(); // we are inside its callback
                     loaded(found);
                 });
}

void StoredRenewal::loaded(const SessionVault::Loaded &loaded)
{
    // Its refresh token is good for one renewal: what that brings must have a place to go.
    if (loaded.session && m_vault.keychainState() != KeychainState::Ready)
        return finish({Outcome::NowhereToSave});
    if (loaded.session)
        return begin(*loaded.session);
    if (loaded.trouble != KeychainTrouble::None)
        return finish({Outcome::Unread, loaded.trouble});
    // What nobody could look into may hold it.
    if (loaded.hadNowhere || loaded.isUnseen)
        return finish({Outcome::Unread, KeychainTrouble::Slow});
    finish({Outcome::NothingStored});
}

void StoredRenewal::begin(const StoredSession &session)
{
    m_vault.setWanted(true);
    m_renewer.start(pairFromStored(session, m_clock), session.email);
    if (m_renewer.standing() != Standing::Dead) // else nobody is asked anything, as at a start
        useOccasion();
    lookSoon();
}

// The server's clock may show another age than this computer's, and with it another answer.
void StoredRenewal::useOccasion()
{
    m_renewer.occasion(Cause::Start);
    if (!m_renewer.isBusy() || m_renewer.isRenewing())
        return;
    m_renewer.askTime(this, [this](const std::optional<Error> &error) {
        if (!error && mayBegin())
            m_renewer.occasion(Cause::Start);
        lookSoon();
    });
}

// One change raises several signals, some of them half-way through it.
void StoredRenewal::lookSoon()
{
    if (std::exchange(m_isLookDue, true))
        return;
    QMetaObject::invokeMethod(this, &StoredRenewal::look, Qt::QueuedConnection);
}

void StoredRenewal::look()
{
    m_isLookDue = false;
    if (!m_done || m_load)
        return;
    if (mayBegin() ? m_renewer.isBusy() || isPlanned() : m_renewer.isCommitted())
        return;
    if (m_isRenewed && m_vault.isWanted() && m_vault.saving() != Saving::Saved && !m_isStopping)
        return; // the vault tries again
    finish(result());
}

bool StoredRenewal::mayBegin() const
{
    return m_done && !m_isStopping && age() < lastSending;
}

// Due, or tried again, so soon that it is waited for.
bool StoredRenewal::isPlanned() const
{
    const auto next = m_renewer.nextAttempt();
    return next && !m_isRenewed && *next - m_clock.sinceBoot() < lastSending - age();
}

Milliseconds StoredRenewal::age() const
{
    return m_clock.monotonic() - m_begun;
}

void StoredRenewal::timeIsUp()
{
    if (age() >= limit || m_isStopping)
        return finish(result());
    m_limit->start(limit - age());
    if (m_load) // the password store does not answer
        return finish({Outcome::Unread, KeychainTrouble::Slow});
    lookSoon();
}

void StoredRenewal::stop()
{
    if (!m_done || std::exchange(m_isStopping, true))
        return;
    m_limit->start(std::min(stopGrace, limit - age()));
    if (m_load)
        return finish({Outcome::Stopped});
    lookSoon();
}

StoredRenewal::Result StoredRenewal::result() const
{
    if (m_isRenewed && !m_vault.isWanted()) // the program has signed out meanwhile
        return {Outcome::NothingStored};
    if (m_isRenewed)
        return {m_vault.saving() == Saving::Saved ? Outcome::Renewed : Outcome::NotSaved};
    const auto error = m_renewer.lastError();
    const Standing standing = m_renewer.standing();
    if (m_renewer.isRefreshRefused())
        return {Outcome::Refused, {}, error};
    if (standing == Standing::Dead || standing == Standing::NotRenewable)
        return {Outcome::Over};
    if (error)
        return {Outcome::Failed, {}, error};
    if (m_isStopping)
        return {Outcome::Stopped};
    if (m_renewer.isRivalRenewing())
        return {Outcome::HeldByAnother};
    const auto next = m_renewer.nextAttempt();
    if (m_renewer.isRenewing() || (next && *next <= m_clock.sinceBoot()))
        return {Outcome::OutOfTime};
    return {m_isAdopted ? Outcome::RenewedByAnother : Outcome::NotDue};
}

void StoredRenewal::finish(const Result &result)
{
    const auto done = std::exchange(m_done, {});
    if (!done)
        return;
    m_limit->stop();
    m_renewer.stop(); // what has not been sent is given up
    done(result);
}

} // namespace latchkey
