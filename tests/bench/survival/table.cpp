#include "tests/bench/survival/table.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace latchkey::survival
{

namespace
{

constexpr int MostRenewalsADay = 24;
const QLatin1String HardestPattern("flaky nights");

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

Row worstOf(const std::vector<Row> &rows)
{
    const auto badness = [](const Row &row) {
        return std::pair(row.app.prompts - row.clairvoyant.prompts, row.app.prompts);
    };
    Row worst = *std::max_element(rows.cbegin(), rows.cend(), [&](const Row &a, const Row &b) {
        return badness(a) < badness(b);
    });
    for (const Row &row : rows) {
        worst.app.renewals = std::max(worst.app.renewals, row.app.renewals);
        worst.app.busiestDay = std::max(worst.app.busiestDay, row.app.busiestDay);
        worst.app.deadTokenRequests
            = std::max(worst.app.deadTokenRequests, row.app.deadTokenRequests);
    }
    return worst;
}

QStringList missedGoals(const std::vector<Row> &rows)
{
    QStringList missed;
    for (const Row &row : rows) {
        const auto miss = [&](const QString &what) {
            missed.append(
                QStringLiteral("%1, seed %2: %3").arg(row.pattern).arg(row.seed).arg(what));
        };
        const int allowed = row.clairvoyant.prompts + (row.pattern == HardestPattern ? 1 : 0);
        if (row.app.prompts < row.clairvoyant.prompts || row.app.prompts > allowed)
            miss(QStringLiteral("%1 prompts, and %2 would do")
                     .arg(row.app.prompts)
                     .arg(row.clairvoyant.prompts));
        if (row.app.busiestDay > MostRenewalsADay)
            miss(QStringLiteral("%1 renewals in 24 hours").arg(row.app.busiestDay));
        if (row.app.deadTokenRequests > 0)
            miss(QStringLiteral("%1 requests with a dead token").arg(row.app.deadTokenRequests));
    }
    return missed;
}

} // namespace latchkey::survival
