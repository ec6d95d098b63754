#include "tests/rules/scenarioscanner.h"

#include <QMap>
#include <QRegularExpression>

namespace latchkey::rules
{

namespace
{

const QString table = QStringLiteral("tests/session/README.md");

const SourceFile *fileAt(const SourceFiles &files, const QString &path)
{
    for (const SourceFile &file : files) {
        if (file.path == path) {
            return &file;
        }
    }
    return nullptr;
}

QStringList scenarios()
{
    QStringList numbers{QStringLiteral("29b")};
    for (int number = 1; number <= 94; ++number) {
        numbers.append(QString::number(number));
    }
    return numbers;
}

// Of a row as the source spells it: between quotes.
bool isRowIn(const QString &text, const QString &name)
{
    return text.contains(u'"' + name + u'"');
}

bool isFunctionIn(const QString &text, const QString &name)
{
    static const QRegularExpression word{QStringLiteral("^\\w+$")};
    return word.match(name).hasMatch()
        && text.contains(QRegularExpression{QStringLiteral("\\bvoid (\\w+::)?%1\\(\\)").arg(name)});
}

bool bears(const QString &name, const QString &number)
{
    return name.startsWith(number + QStringLiteral(": "))
        || name.contains(QRegularExpression{QStringLiteral("^s%1[A-Z]").arg(number)});
}

QString faultOf(const SourceFiles &files, const QString &number, const QString &path,
                const QString &name)
{
    const QString folder = QLatin1String(path.contains(u'/') ? "tests/" : "tests/session/");
    const SourceFile *file = fileAt(files, folder + path);
    if (!file) {
        return QStringLiteral("no such file as %1").arg(path);
    }
    if (!isRowIn(file->text, name) && !isFunctionIn(file->text, name)) {
        return QStringLiteral("%1 has no test %2").arg(path, name);
    }
    return bears(name, number) ? QString{}
                               : QStringLiteral("%1 does not bear the number").arg(name);
}

} // namespace

Findings scenariosWithoutATest(const SourceFiles &files)
{
    static const QRegularExpression line{QStringLiteral("^\\|\\s*(\\d+b?)\\s*\\|(.*)\\|\\s*$"),
                                         QRegularExpression::MultilineOption};
    static const QRegularExpression test{QStringLiteral("`([\\w/]+\\.cpp)::([^`]+)`")};
    const SourceFile *readme = fileAt(files, table);
    Findings findings;
    QMap<QString, int> seen;
    auto lines = line.globalMatch(readme ? readme->text : QString{});
    while (lines.hasNext()) {
        const auto found = lines.next();
        const QString number = found.captured(1);
        auto tests = test.globalMatch(found.captured(2));
        if (tests.hasNext() && ++seen[number] > 1) {
            findings.append(QStringLiteral("%1: scenario %2 has two lines").arg(table, number));
        }
        while (tests.hasNext()) {
            const auto named = tests.next();
            const QString fault = faultOf(files, number, named.captured(1), named.captured(2));
            if (!fault.isEmpty()) {
                findings.append(QStringLiteral("%1: scenario %2: %3").arg(table, number, fault));
            }
        }
    }
    for (const QString &number : scenarios()) {
        if (!seen.contains(number)) {
            findings.append(QStringLiteral("%1: scenario %2 has no test").arg(table, number));
        }
    }
    return findings;
}

} // namespace latchkey::rules
