#pragma once

#include "app/session/authorizedcall.h"
#include "tests/session/walkserver.h"
#include "tests/session/walkstep.h"
#include "tests/session/walkstore.h"

#include <memory>
#include <vector>

namespace latchkey::test
{

// Many callers who wait for an access token at the renewer's own door: each is answered exactly
// once, whatever happens, unless it is gone itself.
class WaiterWalk final : private WalkServer::Ears
{
public:
    explicit WaiterWalk(const QString &preferencesFile);
    ~WaiterWalk();

    void apply(const Step &step);
    void end(); // the session is stopped: whoever still waits is answered now
    [[nodiscard]] QString broken() const { return m_broken; }
    [[nodiscard]] int waiters() const { return static_cast<int>(m_waiters.size()); }

private:
    struct Waiter {
        std::unique_ptr<QObject> context;
        int answers = 0;
    };
    void sending(const WalkServer::Exchange &exchange) override;
    void delivering(const WalkServer::Exchange &, const WalkServer::Delivery &) override { }
    void start(int user);
    void wait(int variant);
    void answered(Waiter *waiter);
    void breakOn(const QString &what);

    FakeClock m_clock;
    WalkServer m_server;
    WalkStore m_store;
    Preferences m_preferences;
    ApiClient m_api;
    SessionVault m_vault;
    Renewer m_renewer;
    std::vector<std::unique_ptr<Waiter>> m_waiters;
    int m_stopWhenAnswered = 0;
    QString m_broken;
};

} // namespace latchkey::test
