#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace latchkey::test
{

// strace, as what makes the k-th system call of a program fail or be its last. It watches from
// beside (-D), so that the process that is started is the program itself. strace counts the calls
// of each thread by themselves: the k-th call of whichever thread gets there first is struck, and
// an error strikes each thread once.
class Strace
{
public:
    // The trace goes to `file`, which later runs overwrite.
    explicit Strace(const QString &file)
        : m_file(file)
    {
    }

    // Can this machine do it? Empty: yes. Else why not, for a person.
    [[nodiscard]] QString whyNot() const;

    // Only counts.
    [[nodiscard]] QStringList watching(const QStringList &calls) const;
    [[nodiscard]] QStringList killing(const QString &call, int k) const;
    // `paths`: only calls on exactly these count and fail; none: all do.
    [[nodiscard]] QStringList failing(const QString &call, const QString &error, int k,
                                      const QStringList &paths = {}) const;

    // Of the last run, once its program (`pid`) has ended; waits until the trace is whole.
    struct Trace {
        QHash<QString, int> calls; // the most that one thread made
        QStringList struck; // the lines of the calls that were made to fail
        // Within the folder: which call of its thread it was; and the same of the first use of each
        // name, whatever the call.
        QHash<QString, QList<int>> callsWithin;
        QHash<QString, int> firstUse;
    };
    [[nodiscard]] Trace trace(qint64 pid, const QString &folder) const;
    void forget() const; // the last run's trace

private:
    [[nodiscard]] QStringList command(const QStringList &more) const;

    QString m_file;
};

} // namespace latchkey::test
