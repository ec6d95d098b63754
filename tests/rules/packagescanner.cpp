#include "tests/rules/packagescanner.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace latchkey::rules
{

namespace
{

using Names = QSet<QString>;

Names allCaptures(const QString &text, const QString &pattern)
{
    Names found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (auto match = expression.globalMatch(text); match.hasNext();) {
        const QStringList groups = match.next().capturedTexts();
        for (const QString &group : groups.mid(1)) {
            if (!group.isEmpty()) {
                found.insert(group);
            }
        }
    }
    return found;
}

Names wordsOf(const QString &text)
{
    const QStringList words
        = text.split(QRegularExpression{QStringLiteral("[\\s,]+")}, Qt::SkipEmptyParts);
    return {words.cbegin(), words.cend()};
}

// A finding for each that only one of both has.
Findings differences(const QString &path, const Names &has, const Names &wanted)
{
    Findings findings;
    for (const QString &name : wanted - has) {
        findings.append(QStringLiteral("%1: lacks %2").arg(path, name));
    }
    for (const QString &name : has - wanted) {
        findings.append(QStringLiteral("%1: %2 is unknown elsewhere").arg(path, name));
    }
    findings.sort();
    return findings;
}

} // namespace

Findings versionFaults(const SourceFiles &files)
{
    const QString cmake = QStringLiteral("CMakeLists.txt");
    const QString number = QStringLiteral("([0-9]+\\.[0-9]+\\.[0-9]+)");
    const QMap<QString, QString> places{
        {cmake, QStringLiteral("project\\(Latchkey\\s+VERSION\\s+") + number},
        {QStringLiteral("resources/org.latchkey.latchkey.metainfo.xml.in"),
         QStringLiteral("<release\\s+version=\"") + number + u'"'},
        {QStringLiteral("CHANGELOG.md"),
         QStringLiteral("(?m)^## \\[?") + number + QStringLiteral("\\b")},
        {QStringLiteral("packaging/debian/changelog"),
         QStringLiteral("^latchkey \\(") + number + u'-'},
        {QStringLiteral("packaging/man/latchkey.1.in"),
         QStringLiteral("^\\.TH .*\"latchkey ") + number + u'"'},
        {QStringLiteral("packaging/man/latchkey-demo-server.1.in"),
         QStringLiteral("^\\.TH .*\"latchkey ") + number + u'"'}};
    const QString version = firstCapture(textOf(files, cmake), places.value(cmake));
    Findings findings;
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        const QString told = firstCapture(textOf(files, place.key()), place.value());
        if (told.isEmpty() || told != version) {
            findings.append(QStringLiteral("%1: version \"%2\", CMakeLists.txt has \"%3\"")
                                .arg(place.key(), told, version));
        }
    }
    return findings;
}

Findings dependencyFaults(const SourceFiles &files)
{
    const QString path = QStringLiteral("packaging/debian/control");
    Names built = wordsOf(firstCapture(textOf(files, QStringLiteral("packaging/dependencies.sh")),
                                       QStringLiteral("(?m)^BUILD_PACKAGES=\"([^\"]*)\"")));
    if (!built.remove(QStringLiteral("build-essential"))) {
        return {QStringLiteral("packaging/dependencies.sh: BUILD_PACKAGES lacks build-essential")};
    }
    Names depends
        = wordsOf(firstCapture(textOf(files, path),
                               QStringLiteral("(?m)^Build-Depends: debhelper-compat \\(= 13\\)"
                                              "((?:.*\\n )*.*)$")));
    return differences(path, depends, built);
}

Findings maintainerScriptFaults(const SourceFiles &files)
{
    static const QRegularExpression script(
        QStringLiteral("^packaging/debian/(.*\\.)?(pre|post)(inst|rm)$"));
    Findings findings;
    for (const SourceFile &file : files) {
        if (script.match(file.path).hasMatch()) {
            findings.append(QStringLiteral("%1: no script of ours runs as root").arg(file.path));
        }
    }
    static const QRegularExpression emptied(
        QStringLiteral("(?m)^override_dh_installsystemduser:\\n(?!\\t)"));
    const QString rules = QStringLiteral("packaging/debian/rules");
    if (!emptied.match(textOf(files, rules)).hasMatch()) {
        findings.append(
            QStringLiteral("%1: debhelper would enable the timer for everybody").arg(rules));
    }
    return findings;
}

Findings optionFaults(const SourceFiles &files, const QString &program, const QString &help)
{
    const QString long_ = QStringLiteral("(--[a-z][a-z-]*)");
    const QString short_ = QStringLiteral("(-[a-z])\\b");
    const Names wanted
        = allCaptures(help, QStringLiteral("^  (?:") + short_ + QStringLiteral(", )?") + long_);
    if (wanted.isEmpty()) {
        return {QStringLiteral("%1: --help names no option").arg(program)};
    }

    const QString man = QStringLiteral("packaging/man/%1.1.in").arg(program);
    QString page = textOf(files, man).replace(QLatin1String("\\-"), QLatin1String("-"));
    page = firstCapture(page, QStringLiteral("(?s)\\n\\.SH OPTIONS\\n(.*?)\\n\\.SH "));
    const QString bash = QStringLiteral("packaging/completions/%1.bash").arg(program);
    const QString zsh = QStringLiteral("packaging/completions/_%1").arg(program);
    const QString fish = QStringLiteral("packaging/completions/%1.fish").arg(program);

    Names inBash;
    for (const QString &word : wordsOf(
             firstCapture(textOf(files, bash), QStringLiteral("(?s)compgen -W '(--[^']*)' --")))) {
        inBash.insert(word);
    }
    Names inFish;
    const QString fishText = textOf(files, fish);
    for (const QString &name : allCaptures(fishText, QStringLiteral("^complete .* -l ([a-z-]+)"))) {
        inFish.insert(QStringLiteral("--") + name);
    }
    for (const QString &letter :
         allCaptures(fishText, QStringLiteral("^complete .* -s ([a-z])\\b"))) {
        inFish.insert(u'-' + letter);
    }
    return differences(man,
                       allCaptures(page,
                                   QStringLiteral("^\\\\fB(?:") + short_
                                       + QStringLiteral("\\\\fR, \\\\fB)?") + long_),
                       wanted)
        + differences(bash, inBash, wanted)
        + differences(zsh,
                      allCaptures(textOf(files, zsh),
                                  QStringLiteral("^    ['\"](?:\\([^)]*\\))?(?:'\\{") + short_
                                      + QStringLiteral(",)?") + long_ + QStringLiteral("[\\[}]")),
                      wanted)
        + differences(fish, inFish, wanted);
}

} // namespace latchkey::rules
