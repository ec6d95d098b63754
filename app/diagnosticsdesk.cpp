#include "app/diagnosticsdesk.h"

namespace latchkey
{

DiagnosticsDesk::DiagnosticsDesk(const Parts &parts, const QString &settingsFile)
    : m_parts(parts)
    , m_settingsFile(settingsFile)
{
    // The dialog opens at once; loading OpenSSL for its version comes after.
    connect(&parts.window, &MainWindow::checksRequested, this, &DiagnosticsDesk::runChecks,
            Qt::QueuedConnection);
    connect(&parts.window, &MainWindow::diagnosticsClosed, this, [this] { m_diagnostics.reset(); });
    connect(&parts.session, &Session::changed, this, &DiagnosticsDesk::tell);
}

void DiagnosticsDesk::runChecks()
{
    if (!m_parts.window.showsDiagnostics())
        return; // closed again before this came
    if (!m_diagnostics) {
        m_diagnostics = std::make_unique<Diagnostics>(m_parts.sources, m_settingsFile);
        connect(m_diagnostics.get(), &Diagnostics::changed, this, &DiagnosticsDesk::tell);
    }
    m_diagnostics->run(m_parts.session.server(), m_parts.preferences.settings().proxy);
}

void DiagnosticsDesk::tell()
{
    if (!m_diagnostics)
        return;
    DiagnosticsFacts facts = m_diagnostics->facts();
    facts.session = factsOf(m_parts.session);
    m_parts.window.showDiagnostics(facts);
}

} // namespace latchkey
