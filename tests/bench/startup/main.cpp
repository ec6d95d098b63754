#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <optional>

// From the start of the process to the first picture of the sign-in page, beside an empty window.
// Runs both in turn and compares each pair: a machine's mood changes within seconds.
namespace
{

constexpr int Rounds = 81;
constexpr double Goal = 1.3;
constexpr int PatienceMs = 10000;

std::optional<double> millisecondsToFirstPicture(const QString &program,
                                                 const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("latchkey.ui.info=true"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    QByteArray said;
    while (!said.contains("on screen")) {
        if (!process.waitForReadyRead(PatienceMs))
            return std::nullopt;
        said += process.readAll();
    }
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    process.terminate();
    process.waitForFinished(PatienceMs);
    return taken;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("usage: latchkey-startup PROGRAM (a release build of latchkey)\n", stderr);
        return 2;
    }
    QList<double> ours;
    QList<double> least;
    QList<double> ratios;
    for (int round = 0; round < Rounds; ++round) {
        const auto program = millisecondsToFirstPicture(
            arguments.at(1),
            {QStringLiteral("--server"), QStringLiteral("https://127.0.0.1:9"),
             QStringLiteral("--profile"), QStringLiteral("startup-bench")});
        const auto empty = millisecondsToFirstPicture(QStringLiteral(EMPTY_WINDOW), {});
        if (!program || !empty) {
            std::fputs("latchkey-startup: no picture came; is there a display?\n", stderr);
            return 2;
        }
        ours.append(*program);
        least.append(*empty);
        ratios.append(*program / *empty);
    }
    const double ratio = median(ratios);
    std::printf(
        "sign-in page %.1f ms, empty window %.1f ms, medians of %d pairs: %.2fx (goal: %.1fx)\n",
        median(ours), median(least), Rounds, ratio, Goal);
    return ratio <= Goal ? 0 : 1;
}
