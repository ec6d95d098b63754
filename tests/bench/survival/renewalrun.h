#pragma once

#include "app/session/storedrenewal.h"

#include <functional>
#include <memory>

namespace latchkey::survival
{

// One run of `latchkey --renew`, as a process of its own: it shares the settings file, the locks
// and the keychain with the program, and nothing else. One account signs in here, so there is one
// stored session at most.
class RenewalRun
{
public:
    struct Computer { // all must outlive the run
        HttpEdge &http;
        SecretStore &store;
        Clock &clock;
        QString preferencesFile;
        QString lockFolder;
        std::function<double()> unitRandom;
    };
    explicit RenewalRun(const Computer &computer); // begins at once, and ends by itself

private:
    Preferences m_preferences;
    ApiClient m_api;
    std::unique_ptr<StoredRenewal> m_renewal; // none: it has ended
    QObject m_context;
};

} // namespace latchkey::survival
