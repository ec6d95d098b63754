#pragma once

#include "app/base/clock.h"
#include "app/base/serveraddress.h"

#include <QObject>
#include <QProcess>

namespace latchkey
{

// The demo server as a child of this program. It ends with its owner: asked to by the destructor,
// and by itself when the pipe to it closes, which happens even when this program is killed.
class DemoProcess final : public QObject
{
    Q_OBJECT
public:
    explicit DemoProcess(Clock &clock); // must outlive the process
    ~DemoProcess() override;

    // Ends in ready(), also if it runs already, or in failed(); after ten seconds at most.
    void start();
    [[nodiscard]] ServerAddress address() const { return m_address; } // empty until ready()

signals:
    void ready(const ServerAddress &address);
    void failed(const QString &reason); // for a person; also when it ends later on

private:
    void readAddress();
    void fail(const QString &reason);

    QProcess m_process;
    std::unique_ptr<Timer> m_deadline;
    ServerAddress m_address;
    bool m_wanted = false;
};

} // namespace latchkey
