#include "tests/rules/sizescanner.h"

#include "tests/rules/functionfinder.h"

#include <algorithm>

namespace latchkey::rules
{

namespace
{

constexpr qsizetype MaxCppLines = 400;
constexpr qsizetype MaxHeaderLines = 250;
constexpr qsizetype MaxFormLines = 200;
constexpr qsizetype MaxMainLines = 59; // "under 60"
constexpr qsizetype MaxFunctionLines = 60;

qsizetype lineCount(const QString &text)
{
    return text.count(u'\n') + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

// No limit is -1.
qsizetype limitOf(const QString &path)
{
    if (path == QLatin1String("app/main.cpp")) {
        return MaxMainLines;
    }
    if (path.endsWith(QLatin1String(".cpp"))) {
        return MaxCppLines;
    }
    if (path.endsWith(QLatin1String(".h"))) {
        return MaxHeaderLines;
    }
    return path.endsWith(QLatin1String(".ui")) ? MaxFormLines : -1;
}

bool isProduct(const SourceFile &file)
{
    return isCode(file.path)
        && (file.path.startsWith(QLatin1String("app/"))
            || file.path.startsWith(QLatin1String("ui/")));
}

QString spread(QList<qsizetype> values)
{
    if (values.isEmpty()) {
        return QStringLiteral("none");
    }
    std::sort(values.begin(), values.end());
    return QStringLiteral("median %1, 95th percentile %2, longest %3")
        .arg(values[values.size() / 2])
        .arg(values[values.size() * 95 / 100])
        .arg(values.last());
}

} // namespace

QList<Function> functionsOf(const SourceFile &file)
{
    return FunctionFinder{file.text}.run();
}

Findings oversizedFiles(const SourceFiles &files)
{
    Findings findings;
    for (const SourceFile &file : files) {
        const qsizetype limit = limitOf(file.path);
        const qsizetype lines = lineCount(file.text);
        if (limit >= 0 && lines > limit) {
            findings.append(
                QStringLiteral("%1: %2 lines, %3 allowed").arg(file.path).arg(lines).arg(limit));
        }
    }
    return findings;
}

Findings oversizedFunctions(const SourceFiles &files)
{
    Findings findings;
    for (const SourceFile &file : files) {
        const QList<Function> functions = isProduct(file) ? functionsOf(file) : QList<Function>{};
        for (const Function &function : functions) {
            if (function.lines > MaxFunctionLines) {
                findings.append(QStringLiteral("%1: %2 has %3 lines, %4 allowed")
                                    .arg(placeOf(file, function.position), function.name)
                                    .arg(function.lines)
                                    .arg(MaxFunctionLines));
            }
        }
    }
    return findings;
}

QString sizeSummary(const SourceFiles &files)
{
    QList<qsizetype> sources;
    QList<qsizetype> headers;
    QList<qsizetype> functionLines;
    for (const SourceFile &file : files) {
        if (!isProduct(file)) {
            continue;
        }
        (file.path.endsWith(QLatin1String(".cpp")) ? sources : headers)
            .append(lineCount(file.text));
        const QList<Function> functions = functionsOf(file);
        for (const Function &function : functions) {
            functionLines.append(function.lines);
        }
    }
    return QStringLiteral("sources: %1; headers: %2; functions: %3")
        .arg(spread(sources), spread(headers), spread(functionLines));
}

} // namespace latchkey::rules
