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

using namespace latchkey::survival;

namespace
{

struct Options {
    quint64 seed = 1;
    int days = 365;
    QStringList patterns;
};

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("Of all chance."),
                                  QStringLiteral("n"), QStringLiteral("1"));
    const QCommandLineOption days(QStringLiteral("days"), QStringLiteral("To simulate."),
                                  QStringLiteral("n"), QStringLiteral("365"));
    const QCommandLineOption pattern(QStringLiteral("pattern"),
                                     QStringLiteral("Only this one; may be given several times."),
                                     QStringLiteral("name"));
    parser.addHelpOption();
    parser.addOptions({seed, days, pattern});
    parser.process(app);
    Options options{parser.value(seed).toULongLong(), parser.value(days).toInt(),
                    parser.values(pattern)};
    if (options.patterns.isEmpty())
        options.patterns = patternNames();
    return options;
}

Row runPattern(const World &world, const std::vector<std::unique_ptr<Schedule>> &others)
{
    Row row{world.name, runApp(world), runSchedule(world, Clairvoyant(world)), {}};
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
    for (const QString &name : options.patterns) {
        if (!patternNames(true).contains(name) || options.days < 1) {
            err << "No such pattern, or no days. The patterns: "
                << patternNames(true).join(QStringLiteral("; ")) << '\n';
            return 2;
        }
    }

    QElapsedTimer timer;
    timer.start();
    const auto others = publishedSchedules();
    QStringList otherNames;
    for (const auto &schedule : others)
        otherNames.append(schedule->name());
    std::vector<Row> rows;
    for (const QString &name : options.patterns) {
        rows.push_back(runPattern(makeWorld(name, options.seed, options.days), others));
        err << name << ": done after " << timer.elapsed() << " ms" << Qt::endl;
    }
    out << promptTable(rows, otherNames) << '\n' << phaseTable(rows, otherNames);
    const QStringList missed = missedGoals(rows);
    for (const QString &each : missed)
        out << "\nGOAL MISSED: " << each;
    out << '\n' << options.days << " days, seed " << options.seed << '\n';
    err << "took " << timer.elapsed() << " ms\n";
    return missed.isEmpty() ? 0 : 1;
}
