#include "tests/e2e/strace.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace latchkey::test
{

namespace
{

constexpr int PatienceMs = 10'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isWhole(const QByteArray &trace, qint64 pid)
{
    // Its threads end before it does.
    const qsizetype last = trace.lastIndexOf('\n', -2) + 1;
    const QByteArray line = trace.mid(last);
    return line.startsWith(QByteArray::number(pid) + ' ') && line.contains(" +++ ")
        && line.endsWith('\n');
}

} // namespace

QStringList Strace::command(const QStringList &more) const
{
    return QStringList{QStringLiteral("strace"), QStringLiteral("-D"), QStringLiteral("-f"),
                       QStringLiteral("-y"),     QStringLiteral("-o"), m_file}
    + more;
}

QString Strace::whyNot() const
{
    if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty())
        return QStringLiteral("strace is not installed: see TEST_PACKAGES in "
                              "packaging/dependencies.sh");
    forget();
    QProcess process;
    QStringList arguments = killing(QStringLiteral("openat"), 1);
    const QString program = arguments.takeFirst();
    process.start(program, arguments + QStringList{QStringLiteral("true")});
    if (process.waitForFinished(PatienceMs) && process.exitStatus() == QProcess::CrashExit)
        return {};
    return QStringLiteral("strace cannot trace here, so no system call can be made to fail. The "
                          "tests need the right to ptrace: CAP_SYS_PTRACE in a container, or "
                          "kernel.yama.ptrace_scope 0. It said: ")
        + QString::fromLocal8Bit(process.readAllStandardError().simplified());
}

QStringList Strace::watching(const QStringList &calls) const
{
    return command({QStringLiteral("-e"), QStringLiteral("trace=") + calls.join(u',')});
}

QStringList Strace::killing(const QString &call, int k) const
{
    return watching({call})
        + QStringList{QStringLiteral("-e"),
                      QStringLiteral("inject=%1:signal=SIGKILL:when=%2").arg(call).arg(k)};
}

QStringList Strace::failing(const QString &call, const QString &error, int k,
                            const QStringList &paths) const
{
    QStringList words = watching({call})
        + QStringList{QStringLiteral("-e"),
                      QStringLiteral("inject=%1:error=%2:when=%3").arg(call, error).arg(k)};
    for (const QString &path : paths)
        words << QStringLiteral("-P") << path;
    return words;
}

void Strace::forget() const
{
    QFile::remove(m_file);
}

Strace::Trace Strace::trace(qint64 pid, const QString &folder) const
{
    [[maybe_unused]] const bool whole
        = QTest::qWaitFor([this, pid] { return isWhole(contentOf(m_file), pid); }, PatienceMs);
    const QRegularExpression call(QStringLiteral("^(\\d+) +(\\w+)\\("));
    const QRegularExpression path(
        QStringLiteral("[\"<](%1/[^\">]+)[\">]").arg(QRegularExpression::escape(folder)));
    QHash<QString, int> counts; // by thread and call
    QHash<QString, QString> begun; // by thread: a call whose end stands in a line of its own
    Trace trace;
    const auto lines = QString::fromUtf8(contentOf(m_file)).split(u'\n');
    for (const QString &line : lines) {
        const QString thread = line.section(u' ', 0, 0);
        if (line.contains(u" <unfinished ...>"))
            begun[thread] = line;
        if (line.contains(u"(INJECTED)"))
            trace.struck << (line.contains(u" resumed>") ? begun.value(thread) : QString()) + line;
        const auto match = call.match(line);
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(2);
        const int count = ++counts[match.captured(1) + name];
        trace.calls[name] = std::max(trace.calls.value(name), count);
        auto within = path.globalMatch(line);
        if (within.hasNext())
            trace.callsWithin[name] << count;
        while (within.hasNext()) {
            int &first = trace.firstUse[within.next().captured(1)];
            first = first == 0 ? count : first;
        }
    }
    return trace;
}

} // namespace latchkey::test
