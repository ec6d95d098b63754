#pragma once

#include "app/session/session.h"
#include "tests/bench/survival/client.h"
#include "tests/bench/survival/dice.h"
#include "tests/bench/survival/renewalrun.h"
#include "tests/bench/survival/simclock.h"
#include "tests/bench/survival/virtualnetwork.h"
#include "tests/support/fakestore.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <optional>

namespace latchkey::survival
{

// In memory where the system has such a place: a year's renewals are thousands of saved settings
// files, and a disk that has to make sure of each takes longer than the year.
[[nodiscard]] inline QString fastFolder()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    const QString folder = memory.isWritable() ? memory.filePath() : QDir::tempPath();
    return folder + QStringLiteral("/latchkey-survival-XXXXXX");
}

// The real thing: Session with everything below it, on the simulated clock, network and keychain.
class AppClient final : public Client
{
public:
    AppClient(quint64 seed, SimClock &clock, VirtualNetwork &network);

    void start() override;
    void stop() override;
    void close() override { stop(); }
    void renewWhileClosed() override;
    void prepareForGap(GapKind kind, Milliseconds patience) override;
    [[nodiscard]] bool isReadyForGap() const override { return m_readyForGap; }
    void resumed() override;
    void reconnected() override;
    void used() override;
    void signIn() override;
    [[nodiscard]] Phase phase() const override { return m_phase; }

private:
    struct Program { // one run of it, from start to end
        Program(const QString &preferencesFile, AppClient &owner);
        Preferences preferences;
        ApiClient api;
        Session session;
        QObject context;
    };
    void sessionChanged(SessionState state);
    [[nodiscard]] QString preferencesFile() const
    {
        return m_folder.filePath(QStringLiteral("latchkey.ini"));
    }

    SimClock &m_clock;
    VirtualNetwork &m_network;
    Dice m_chance;
    QTemporaryDir m_folder{fastFolder()};
    test::FakeStore m_store;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<RenewalRun> m_renewal; // the last one; it may outlast the night
    Phase m_phase = Phase::NotRunning;
    bool m_readyForGap = false;
};

} // namespace latchkey::survival
