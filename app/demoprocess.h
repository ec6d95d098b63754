#pragma once

#include "app/base/clock.h"
#include "app/base/serveraddress.h"

#include <QObject>
#include <QProcess>

namespace latchkey
{

// The demo server as a child of this program. It ends with its owner: asked to by the destructor,
// and by itself when the pipe to it closes, which happens even when this program is killed. One
// that ends without being asked to is started again at the same address, unless it had listened for
// less than ten seconds: then it would end so again.
class DemoProcess final : public QObject
{
    Q_OBJECT
public:
    explicit DemoProcess(Clock &clock); // must outlive the process
    ~DemoProcess() override;

    // Is its program beside ours, or where it was built? Needs a QCoreApplication.
    [[nodiscard]] static bool isInstalled();
    [[nodiscard]] static QString notInstalledText(); // for a person: which package has it

    // Ends in ready(), also if it runs already, or in failed(); after ten seconds at most.
    void start();
    [[nodiscard]] ServerAddress address() const { return m_address; } // empty until ready()
    [[nodiscard]] bool isListening() const { return m_isListening; }
    // Every token that it gave out so far is refused from now on; ends in revoked(). Nothing
    // happens while it does not listen.
    void revoke();

signals:
    void ready(const ServerAddress &address);
    void failed(const QString &reason); // for a person; also when it ends later on
    void lost(); // it has ended, and is being started again
    void restarted(); // it listens again, and knows nothing of the tokens from before
    void revoked();

private:
    void run(const QStringList &arguments);
    void readLines();
    void readAddress(const QString &text);
    void ended();
    void fail(const QString &reason);

    QProcess m_process;
    std::unique_ptr<Timer> m_deadline;
    Clock &m_clock;
    ServerAddress m_address;
    Milliseconds m_listensSince{0}; // monotonic
    bool m_wanted = false;
    bool m_isListening = false;
    bool m_isRestart = false; // what is being started now
    bool m_startAgain = false; // as soon as the one that was given up has ended
};

} // namespace latchkey
