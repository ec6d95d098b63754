#pragma once

#include <QByteArray>
#include <QStringList>

namespace latchkey::test
{

// A program that never outlives this one, however this one ends: the kernel kills it with us
// (PR_SET_PDEATHSIG), and so does the destructor. Needs no QCoreApplication, unlike QProcess.
class ChildProcess
{
public:
    ChildProcess() = default;
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    // `input` becomes its standard input; its standard error is dropped. qFatal() if it cannot be
    // started.
    void start(const QStringList &command, const QByteArray &input = {});
    [[nodiscard]] bool isRunning();
    // Blocks until it wrote a line or closed its standard output.
    [[nodiscard]] QByteArray readLine();
    // Blocks until it closed its standard output.
    [[nodiscard]] QByteArray readAll();

    void kill(); // and waits until it is gone
    void freeze(); // SIGSTOP
    void thaw(); // SIGCONT
    [[nodiscard]] int pid() const { return m_pid; }

private:
    int m_pid = 0;
    int m_output = -1;
};

} // namespace latchkey::test
