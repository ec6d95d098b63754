#include "app/demoprocess.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds StartDeadline = 10s;
constexpr Milliseconds EndPatience = 300ms;
// One that ends sooner would do so again.
constexpr Milliseconds LongEnough = 10s;
constexpr QLatin1String AddressLine("Latchkey demo server: ");
constexpr QLatin1String RevokedLine("revoked");

// Beside the program where it is installed, in the room's own folder where it was built.
QString serverProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("latchkey-demo-server.exe");
#else
    const QString name = QStringLiteral("latchkey-demo-server");
#endif
    for (const QString &folder :
         {here, here + QStringLiteral("/demo"), here + QStringLiteral("/../../app/demo")}) {
        const QFileInfo file(folder + u'/' + name);
        if (file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace

DemoProcess::DemoProcess(Clock &clock)
    : m_deadline(
        clock.makeTimer([this] { fail(tr("The demo server did not start within 10 seconds.")); }))
    , m_clock(clock)
{
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoProcess::readLines);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(m_process.errorString());
    });
    // After the signal, a process object may be started again.
    connect(&m_process, &QProcess::finished, this, &DemoProcess::ended, Qt::QueuedConnection);
}

DemoProcess::~DemoProcess()
{
    m_wanted = false;
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // its sign to end, wherever signals do not exist
    m_process.terminate();
    if (!m_process.waitForFinished(static_cast<int>(EndPatience.count())))
        m_process.kill();
}

bool DemoProcess::isInstalled()
{
    return !serverProgram().isEmpty();
}

QString DemoProcess::notInstalledText()
{
    return tr("The demo server is not installed. Its package is latchkey-demo-server.");
}

void DemoProcess::start()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_isRestart = false; // whoever asks now is told by ready()
        m_startAgain = !m_wanted; // it was given up, and is just about to end
        if (m_isListening)
            QMetaObject::invokeMethod(
                this, [this] { emit ready(m_address); }, Qt::QueuedConnection);
        return; // else ready() or failed() is on its way already
    }
    m_isRestart = m_startAgain = false;
    m_address = {};
    run({});
}

void DemoProcess::run(const QStringList &arguments)
{
    m_wanted = true;
    m_isListening = false;
    const QString program = serverProgram();
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { fail(notInstalledText()); }, Qt::QueuedConnection);
        return;
    }
    m_deadline->start(StartDeadline);
    m_process.start(program, QStringList{QStringLiteral("--until-stdin-closes")} + arguments);
}

void DemoProcess::revoke()
{
    if (m_isListening)
        m_process.write("revoke\n");
}

void DemoProcess::readLines()
{
    while (m_wanted && m_process.canReadLine()) {
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        if (!m_isListening && line.startsWith(AddressLine))
            readAddress(line.mid(AddressLine.size()));
        else if (m_isListening && line == RevokedLine)
            emit revoked();
    }
}

void DemoProcess::readAddress(const QString &text)
{
    const auto address = ServerAddress::parse(text);
    if (!address || !address->isLoopback())
        return fail(tr("The demo server told no usable address."));
    m_address = *address;
    m_deadline->stop();
    m_isListening = true;
    m_listensSince = m_clock.monotonic();
    if (std::exchange(m_isRestart, false))
        emit restarted();
    else
        emit ready(m_address);
}

// The session that is on screen lives at its address, so that is where it must come back.
void DemoProcess::ended()
{
    if (m_process.state() != QProcess::NotRunning)
        return; // a newer one runs by now
    if (m_startAgain)
        return start();
    const bool wasListening = std::exchange(m_isListening, false);
    const bool mayRestart
        = m_wanted && wasListening && m_clock.monotonic() - m_listensSince >= LongEnough;
    if (!mayRestart)
        return fail(tr("The demo server has ended by itself."));
    m_isRestart = true;
    emit lost();
    run({QStringLiteral("--port"), QString::number(m_address.base().port())});
}

void DemoProcess::fail(const QString &reason)
{
    if (!std::exchange(m_wanted, false))
        return;
    m_isListening = false;
    m_deadline->stop();
    m_process.kill();
    emit failed(reason);
}

} // namespace latchkey
