#include "tests/rules/treescanner.h"

#include "tests/rules/roomtable.h"

#include <QRegularExpression>
#include <QSet>

namespace latchkey::rules
{

Findings strangersAtTheTop(const QStringList &names)
{
    static const QStringList needed{QStringLiteral("app/"),
                                    QStringLiteral("packaging/"),
                                    QStringLiteral("resources/"),
                                    QStringLiteral("tests/"),
                                    QStringLiteral("ui/"),
                                    QStringLiteral(".ci/"),
                                    QStringLiteral("CMakeLists.txt"),
                                    QStringLiteral("CMakePresets.json"),
                                    QStringLiteral("README.md"),
                                    QStringLiteral("CHANGELOG.md"),
                                    QStringLiteral("LICENSE"),
                                    QStringLiteral(".clang-format"),
                                    QStringLiteral(".clang-tidy"),
                                    QStringLiteral(".editorconfig"),
                                    QStringLiteral(".gitignore")};
    static const QStringList optional{QStringLiteral(".github/"), QStringLiteral("SECURITY.md"),
                                      QStringLiteral(".gitattributes")};
    Findings findings;
    for (const QString &name : names) {
        if (!needed.contains(name) && !optional.contains(name)) {
            findings.append(name + QStringLiteral(": not on the list of what stands at the top"));
        }
    }
    for (const QString &name : needed) {
        if (!names.contains(name)) {
            findings.append(name + QStringLiteral(": missing"));
        }
    }
    return findings;
}

Findings roomsMissingInReadme(const SourceFiles &files)
{
    const QString readme = textOf(files, QStringLiteral("README.md"));
    QSet<QString> living;
    for (const SourceFile &file : files) {
        if (isCode(file.path) && rooms().contains(folderOf(file.path))) {
            living.insert(folderOf(file.path));
        }
    }
    Findings findings;
    for (const QString &room : qAsConst(living)) {
        // In backticks, with or without a slash at the end.
        if (!readme.contains(u'`' + room + u'`')
            && !readme.contains(u'`' + room + QStringLiteral("/`"))) {
            findings.append(QStringLiteral("README.md: does not name the room `%1`").arg(room));
        }
    }
    return findings;
}

Findings licenseFaults(const SourceFiles &files)
{
    const QString text = textOf(files, QStringLiteral("LICENSE"));
    Findings findings;
    if (!text.startsWith(QLatin1String("MIT License"))) {
        findings.append(QStringLiteral("LICENSE: does not begin with MIT License"));
    }
    if (firstCapture(text, QStringLiteral("Copyright \\(c\\) \\d{4}\\S* +(\\S+)")).isEmpty()) {
        findings.append(QStringLiteral("LICENSE: no copyright line with a year and a holder"));
    }
    return findings;
}

} // namespace latchkey::rules
