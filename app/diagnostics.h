#pragma once

#include "app/api/apiclient.h"
#include "app/api/reachability.h"
#include "app/inspect/diagnosticsfacts.h"
#include "app/session/session.h"
#include "app/store/secretstore.h"

#include <QObject>

#include <memory>

namespace latchkey
{

// Gathers what support needs to know, for the dialog and for `latchkey --diagnostics`. Holds no
// secret: nothing it asks needs one. Needs no display, and never blocks.
class Diagnostics final : public QObject
{
    Q_OBJECT
public:
    struct Parts { // all must outlive it
        ApiClient &api;
        SecretStore &store;
        Clock &clock;
    };
    // `settings`: the settings file and what it is worth, in words.
    Diagnostics(const Parts &parts, const QString &settings);

    // Asks the password store, and the way to `server`, both at once; a run that is under way is
    // dropped. changed() follows from the event loop, finished() within
    // ReachabilityCheck::deadline.
    void run(const ServerAddress &server, const ProxyChoice &proxy);
    void stop();
    // What is known by now. Without the session: see factsOf().
    [[nodiscard]] const DiagnosticsFacts &facts() const { return m_facts; }

signals:
    void changed();
    void finished();

private:
    void tell();

    Parts m_parts;
    DiagnosticsFacts m_facts;
    std::unique_ptr<ReachabilityCheck> m_check;
    std::unique_ptr<QObject> m_asking; // context of the password store's answer
};

[[nodiscard]] DiagnosticsFacts::SessionFacts factsOf(const Session &session);

} // namespace latchkey
