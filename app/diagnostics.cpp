#include "app/diagnostics.h"

#include <QGuiApplication>
#include <QSslSocket>
#include <QSysInfo>

namespace latchkey
{

namespace
{

StoreCondition conditionOf(KeychainState state, bool absentByChoice)
{
    switch (state) {
    case KeychainState::Unknown:
        return StoreCondition::Silent;
    case KeychainState::Ready:
        return StoreCondition::Ready;
    case KeychainState::Locked:
        return StoreCondition::Locked;
    case KeychainState::Asking:
        return StoreCondition::AsksPerson;
    case KeychainState::NoKeyring:
        return StoreCondition::NoKeyring;
    case KeychainState::Absent:
        return absentByChoice ? StoreCondition::SwitchedOff : StoreCondition::Absent;
    }
    return StoreCondition::Silent;
}

QString savingName(Saving saving)
{
    switch (saving) {
    case Saving::Unknown:
        return QStringLiteral("not known yet");
    case Saving::Saved:
        return QStringLiteral("yes");
    case Saving::Pending:
        return QStringLiteral("being saved");
    case Saving::NotWanted:
        return QStringLiteral("not wanted");
    case Saving::NoStore:
        return QStringLiteral("no password store");
    case Saving::Failed:
        return QStringLiteral("failed, is tried again");
    }
    return {};
}

QString tlsText()
{
    return QSslSocket::supportsSsl() ? QStringLiteral("%1, %2").arg(
               QSslSocket::activeBackend(), QSslSocket::sslLibraryVersionString())
                                     : QString();
}

} // namespace

Diagnostics::Diagnostics(const Parts &parts, const QString &settings)
    : m_parts(parts)
{
    m_facts.version = QStringLiteral(LATCHKEY_VERSION);
    m_facts.commit = QStringLiteral(LATCHKEY_COMMIT);
    m_facts.qtRun = QString::fromLatin1(qVersion());
    m_facts.qtBuilt = QStringLiteral(QT_VERSION_STR);
    m_facts.system = QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(),
                                                  QSysInfo::currentCpuArchitecture());
    m_facts.display = QGuiApplication::platformName();
    m_facts.tls = tlsText();
    m_facts.settings = settings;
    m_facts.storeName = parts.store.displayName();
    m_facts.takenAt = parts.clock.wall();
}

void Diagnostics::run(const ServerAddress &server, const ProxyChoice &proxy)
{
    m_facts.server = server.toString();
    m_facts.store = StoreCondition::Asking;
    m_facts.reachability = {};
    m_asking = std::make_unique<QObject>();
    m_parts.store.probe(m_asking.get(), [this](KeychainState state) {
        m_facts.store = conditionOf(state, m_parts.store.isByChoice());
        m_facts.storeName = m_parts.store.displayName();
        tell();
    });
    m_check = std::make_unique<ReachabilityCheck>(
        ReachabilityCheck::Parts{m_parts.api, m_parts.clock}, server, proxy);
    connect(m_check.get(), &ReachabilityCheck::progressed, this, [this](const Reachability &way) {
        m_facts.reachability = way;
        tell();
    });
    m_check->start();
    m_facts.takenAt = m_parts.clock.wall();
    QMetaObject::invokeMethod(this, &Diagnostics::changed, Qt::QueuedConnection);
}

void Diagnostics::stop()
{
    m_check.reset();
    m_asking.reset();
}

void Diagnostics::tell()
{
    m_facts.takenAt = m_parts.clock.wall();
    emit changed();
    if (m_facts.reachability.finished && m_facts.store != StoreCondition::Asking)
        emit finished();
}

DiagnosticsFacts::SessionFacts factsOf(const Session &session)
{
    const SessionStatus status = session.status();
    DiagnosticsFacts::SessionFacts facts;
    facts.state = stateName(status.state);
    facts.saving = savingName(status.saving);
    facts.accessExpiry = status.accessExpiry;
    facts.refreshExpiry = status.refreshExpiry;
    if (status.accessExpiry) // else nobody has told the time yet
        facts.clockSkew = status.serverOffset;
    const auto steps = session.transitions();
    for (const Transition &step : steps)
        facts.transitions.append(
            {step.at, stateName(step.from), stateName(step.to), causeName(step.cause)});
    return facts;
}

} // namespace latchkey
