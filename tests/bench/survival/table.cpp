#include "tests/bench/survival/table.h"

#include <QStringList>

#include <algorithm>

namespace latchkey::survival
{

namespace
{

constexpr int MostRenewalsADay = 24;

// The first column is text, the others are numbers.
QString markdown(const std::vector<QStringList> &lines)
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(lines.front().size()), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i) {
            auto &width = widths.at(static_cast<std::size_t>(i));
            width = std::max(width, line.at(i).size());
        }
    }
    QString text;
    for (std::size_t row = 0; row < lines.size(); ++row) {
        QString rule = QStringLiteral("|");
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const QString &cell = lines[row].at(static_cast<qsizetype>(i));
            const auto width = widths[i];
            text += QStringLiteral("| ")
                + (i == 0 ? cell.leftJustified(width) : cell.rightJustified(width))
                + QLatin1Char(' ');
            rule += QStringLiteral("-").repeated(width + 1)
                + (i == 0 ? QStringLiteral("-|") : QStringLiteral(":|"));
        }
        text += QStringLiteral("|\n");
        if (row == 0)
            text += rule + QLatin1Char('\n');
    }
    return text;
}

QString percent(double share)
{
    return QString::number(share * 100.0, 'f', 2);
}

} // namespace

QString promptTable(const std::vector<Row> &rows, const QStringList &otherNames)
{
    std::vector<QStringList> lines{
        QStringList{QStringLiteral("pattern"), QStringLiteral("prompts"),
                    QStringLiteral("clairvoyant"), QStringLiteral("renewals"),
                    QStringLiteral("busiest day"), QStringLiteral("dead tokens")}
        + otherNames};
    for (const Row &row : rows) {
        QStringList line{row.pattern,
                         QString::number(row.app.prompts),
                         QString::number(row.clairvoyant.prompts),
                         QString::number(row.app.renewals),
                         QString::number(row.app.busiestDay),
                         QString::number(row.app.deadTokenRequests)};
        for (const Outcome &other : row.others)
            line.append(QString::number(other.prompts));
        lines.push_back(line);
    }
    return markdown(lines);
}

QString phaseTable(const std::vector<Row> &rows, const QStringList &otherNames)
{
    std::vector<QStringList> lines{
        QStringList{QStringLiteral("pattern"), QStringLiteral("running"),
                    QStringLiteral("signed in"), QStringLiteral("not renewable"),
                    QStringLiteral("restoring"), QStringLiteral("signing in"),
                    QStringLiteral("ended"), QStringLiteral("clairvoyant")}
        + otherNames};
    for (const Row &row : rows) {
        QStringList line{row.pattern, percent(row.app.phases.runningShare())};
        for (const Phase phase : {Phase::Renewable, Phase::NotRenewable, Phase::Starting,
                                  Phase::SigningIn, Phase::AskingForPassword})
            line.append(percent(row.app.phases.share(phase)));
        line.append(percent(row.clairvoyant.phases.share(Phase::Renewable)));
        for (const Outcome &other : row.others)
            line.append(percent(other.phases.share(Phase::Renewable)));
        lines.push_back(line);
    }
    return markdown(lines);
}

QStringList missedGoals(const std::vector<Row> &rows)
{
    QStringList missed;
    for (const Row &row : rows) {
        if (row.app.prompts != row.clairvoyant.prompts)
            missed.append(QStringLiteral("%1: %2 prompts, and %3 would do")
                              .arg(row.pattern)
                              .arg(row.app.prompts)
                              .arg(row.clairvoyant.prompts));
        if (row.app.busiestDay > MostRenewalsADay)
            missed.append(QStringLiteral("%1: %2 renewals in 24 hours")
                              .arg(row.pattern)
                              .arg(row.app.busiestDay));
        if (row.app.deadTokenRequests > 0)
            missed.append(QStringLiteral("%1: %2 requests with a dead token")
                              .arg(row.pattern)
                              .arg(row.app.deadTokenRequests));
    }
    return missed;
}

} // namespace latchkey::survival
