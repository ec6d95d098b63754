#pragma once

#include "app/api/apiclient.h"
#include "tests/bench/survival/client.h"
#include "tests/bench/survival/schedule.h"
#include "tests/bench/survival/virtualnetwork.h"

#include <QObject>

#include <memory>
#include <optional>

namespace latchkey::survival
{

// As little client as a schedule needs to be seen at work, and kind to it: it stores each pair at
// once, does by the clock what came due in a gap when the gap is over, tries again after an outage,
// and keeps a session whose renewal was refused until its access token dies.
class PlainClient final : public Client
{
public:
    PlainClient(const Schedule &schedule, SimClock &clock, VirtualNetwork &network);
    ~PlainClient() override;

    void start() override;
    void stop() override;
    void close() override;
    void renewWhileClosed() override { } // a schedule that may has not been stopped
    void prepareForGap(GapKind kind, Milliseconds patience) override;
    [[nodiscard]] bool isReadyForGap() const override { return !m_renewing; }
    void resumed() override;
    void reconnected() override;
    void used() override;
    void signIn() override;
    [[nodiscard]] Phase phase() const override;

private:
    void take(const TokenReply &reply);
    void wake();
    void arm();
    void renew();
    void renewalEnded(const Result<TokenReply> &result);
    void loadProfile();
    void profileEnded(const Result<Profile> &result);
    [[nodiscard]] bool accessIsDead() const;
    void refused();
    void end();

    const Schedule &m_schedule;
    SimClock &m_clock;
    ApiClient m_api;
    std::unique_ptr<Timer> m_wake;
    std::unique_ptr<Timer> m_refreshDies; // only so that its phase is told in time
    std::unique_ptr<QObject> m_run; // context of every call; none: not running
    std::optional<Tokens> m_tokens;
    Claims m_access;
    Claims m_refresh;
    std::optional<Milliseconds> m_retryAt; // sinceBoot
    int m_failures = 0;
    bool m_refused = false; // the refresh token is of no use any more
    bool m_unauthorized = false; // the server has said so of the access token
    bool m_wantsProfile = false; // as soon as the renewal is done
    bool m_renewing = false;
    bool m_signingIn = false;
};

} // namespace latchkey::survival
