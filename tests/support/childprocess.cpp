#include "tests/support/childprocess.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace latchkey::test
{

namespace
{

[[noreturn]] void becomeChild(const std::vector<char *> &arguments, int input, int output,
                              int parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(127); // the parent died before it could be watched
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDERR_FILENO);
    execvp(arguments.front(), arguments.data());
    _exit(127);
}

} // namespace

ChildProcess::~ChildProcess()
{
    kill();
}

void ChildProcess::start(const QStringList &command, const QByteArray &input)
{
    kill();
    QList<QByteArray> texts;
    for (const QString &argument : command)
        texts.append(QFile::encodeName(argument));
    std::vector<char *> arguments;
    for (QByteArray &text : texts)
        arguments.push_back(text.data());
    arguments.push_back(nullptr);

    int in[2];
    int out[2];
    if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0)
        qFatal("ChildProcess: no pipes");
    const int self = getpid();
    m_pid = fork();
    if (m_pid < 0)
        qFatal("ChildProcess: no fork");
    if (m_pid == 0)
        becomeChild(arguments, in[0], out[1], self);
    close(in[0]);
    close(out[1]);
    m_output = out[0];
    // Small enough for the pipe's buffer, so this cannot block.
    if (write(in[1], input.constData(), static_cast<size_t>(input.size())) != input.size())
        qFatal("ChildProcess: no input");
    close(in[1]);
}

bool ChildProcess::isRunning()
{
    if (m_pid > 0 && waitpid(m_pid, nullptr, WNOHANG) == m_pid)
        m_pid = 0;
    return m_pid > 0;
}

QByteArray ChildProcess::readLine()
{
    QByteArray line;
    char c = 0;
    while (read(m_output, &c, 1) == 1 && c != '\n')
        line += c;
    return line;
}

QByteArray ChildProcess::readAll()
{
    QByteArray all;
    char buffer[4096];
    for (;;) {
        const auto count = read(m_output, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return all;
        all.append(buffer, count);
    }
}

void ChildProcess::kill()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL); // ends a stopped one as well
        waitpid(m_pid, nullptr, 0);
    }
    if (m_output >= 0)
        close(m_output);
    m_pid = 0;
    m_output = -1;
}

void ChildProcess::freeze()
{
    if (m_pid > 0)
        ::kill(m_pid, SIGSTOP);
}

void ChildProcess::thaw()
{
    if (m_pid > 0)
        ::kill(m_pid, SIGCONT);
}

} // namespace latchkey::test
