// latchkey-survival: how often a person must type the password in a year, by Latchkey and by other
// schedules, for some ways to use a computer. Fails if a goal is missed.
#include "tests/bench/survival/clairvoyant.h"
#include "tests/bench/survival/patterns.h"
#include "tests/bench/survival/table.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTextStream>

#include <algorithm>
#include <utility>

using namespace latchkey::survival;

namespace
{

struct Options {
    quint64 firstSeed = 1;
    quint64 lastSeed = 1;
    int days = 365;
    QStringList patterns;

    [[nodiscard]] bool isValid() const
    {
        return firstSeed > 0 && firstSeed <= lastSeed && days > 0
            && std::all_of(patterns.cbegin(), patterns.cend(),
                           [](const QString &name) { return patternNames().contains(name); });
    }
};

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    const QCommandLineOption seeds(
        QStringLiteral("seeds"),
        QStringLiteral("Of all chance: one, or from one to another. The worst is told."),
        QStringLiteral("n-m"), QStringLiteral("1"));
    const QCommandLineOption days(QStringLiteral("days"), QStringLiteral("To simulate."),
                                  QStringLiteral("n"), QStringLiteral("365"));
    const QCommandLineOption pattern(QStringLiteral("pattern"),
                                     QStringLiteral("Only this one; may be given several times."),
                                     QStringLiteral("name"));
    parser.addHelpOption();
    parser.addOptions({seeds, days, pattern});
    parser.process(app);
    const QStringList ends = parser.value(seeds).split(QLatin1Char('-'));
    Options options{ends.first().toULongLong(), ends.last().toULongLong(),
                    parser.value(days).toInt(), parser.values(pattern)};
    if (options.patterns.isEmpty())
        options.patterns = patternNames();
    return options;
}

Row runPattern(const World &world, const std::vector<std::unique_ptr<Schedule>> &others)
{
    Row row{world.name, world.seed, runApp(world), runSchedule(world, Clairvoyant(world)), {}};
    for (const auto &schedule : others)
        row.others.push_back(runSchedule(world, *schedule));
    return row;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("latchkey.*=false"));
    const Options options = readOptions(app);
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (!options.isValid()) {
        err << "No such pattern, or no days or seeds. The patterns: "
            << patternNames().join(QStringLiteral("; ")) << '\n';
        return 2;
    }

    QElapsedTimer timer;
    timer.start();
    const auto others = publishedSchedules();
    QStringList otherNames;
    for (const auto &schedule : others)
        otherNames.append(schedule->name());
    std::vector<Row> worst; // of the seeds, one for each pattern
    QStringList missed;
    for (const QString &name : options.patterns) {
        std::vector<Row> rows;
        for (quint64 seed = options.firstSeed; seed <= options.lastSeed; ++seed)
            rows.push_back(runPattern(makeWorld(name, seed, options.days), others));
        worst.push_back(worstOf(rows));
        missed += missedGoals(rows);
        err << name << ": done after " << timer.elapsed() << " ms" << Qt::endl;
    }
    out << promptTable(worst, otherNames) << '\n' << phaseTable(worst, otherNames);
    for (const QString &each : std::as_const(missed))
        out << "\nGOAL MISSED: " << each;
    out << '\n'
        << options.days << " days, the worst of seeds " << options.firstSeed << " to "
        << options.lastSeed << '\n';
    err << "took " << timer.elapsed() << " ms\n";
    return missed.isEmpty() ? 0 : 1;
}
