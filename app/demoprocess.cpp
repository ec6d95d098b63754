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
constexpr QLatin1String AddressLine("Latchkey demo server: ");

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
{
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoProcess::readAddress);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this,
            [this] { fail(tr("The demo server has ended by itself.")); });
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

void DemoProcess::start()
{
    if (m_process.state() != QProcess::NotRunning) {
        if (!m_address.isEmpty())
            QMetaObject::invokeMethod(
                this, [this] { emit ready(m_address); }, Qt::QueuedConnection);
        return; // else ready() or failed() is on its way already
    }
    m_wanted = true;
    m_address = {};
    const QString program = serverProgram();
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { fail(tr("latchkey-demo-server is not installed.")); },
            Qt::QueuedConnection);
        return;
    }
    m_deadline->start(StartDeadline);
    m_process.start(program, {QStringLiteral("--until-stdin-closes")});
}

void DemoProcess::readAddress()
{
    while (m_process.canReadLine()) {
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        if (!m_address.isEmpty() || !line.startsWith(AddressLine))
            continue;
        const auto address = ServerAddress::parse(line.mid(AddressLine.size()));
        if (!address || !address->isLoopback())
            return fail(tr("The demo server told no usable address."));
        m_address = *address;
        m_deadline->stop();
        emit ready(m_address);
    }
}

void DemoProcess::fail(const QString &reason)
{
    if (!std::exchange(m_wanted, false))
        return;
    m_deadline->stop();
    m_process.kill();
    emit failed(reason);
}

} // namespace latchkey
