#include "tests/rules/includescanner.h"

#include "tests/rules/codeview.h"
#include "tests/rules/roomtable.h"

#include <QRegularExpression>
#include <QSet>

namespace latchkey::rules
{

namespace
{

// Written by moc and uic into the build folder.
bool isGenerated(const QString &target)
{
    static const QRegularExpression generated{
        QStringLiteral("^(ui_\\w+\\.h|moc_\\w+\\.cpp|\\w+\\.moc)$")};
    return generated.match(target).hasMatch();
}

bool looksOwn(const QString &target)
{
    static const QRegularExpression own{QStringLiteral("^(\\.|app/|ui/|tests/)")};
    return own.match(target).hasMatch();
}

QSet<QString> pathsOf(const SourceFiles &files)
{
    QSet<QString> paths;
    for (const SourceFile &file : files) {
        paths.insert(file.path);
    }
    return paths;
}

// Depth first; the path from the start to here is the cycle once a node on it is met again.
bool closesCycle(const Graph &graph, const QString &node, QStringList &path, QSet<QString> &done)
{
    if (path.contains(node)) {
        path = path.mid(path.indexOf(node));
        path.append(node);
        return true;
    }
    if (done.contains(node)) {
        return false;
    }
    path.append(node);
    const QStringList targets = graph.value(node);
    for (const QString &target : targets) {
        if (closesCycle(graph, target, path, done)) {
            return true;
        }
    }
    path.removeLast();
    done.insert(node);
    return false;
}

QString checkInclude(const SourceFile &file, const Include &include, const QSet<QString> &paths)
{
    if (isGenerated(include.target) || (!include.quoted && !looksOwn(include.target))) {
        return {};
    }
    if (!paths.contains(include.target)) {
        return QStringLiteral("\"%1\" is no file of ours written from the project's top")
            .arg(include.target);
    }
    const QString to = folderOf(include.target);
    if (!mayInclude(folderOf(file.path), to)) {
        return QStringLiteral("%1 may not include %2").arg(folderOf(file.path), include.target);
    }
    return {};
}

} // namespace

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression line{
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*(?:\"([^\"\\n]+)\"|<([^>\\n]+)>)"),
        QRegularExpression::MultilineOption};
    QList<Include> includes;
    const QString text = withoutComments(file.text);
    auto matches = line.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool quoted = match.hasCaptured(1);
        includes.append({match.captured(quoted ? 1 : 2), quoted, match.capturedStart()});
    }
    return includes;
}

Findings forbiddenIncludes(const SourceFiles &files)
{
    const QSet<QString> paths = pathsOf(files);
    Findings findings;
    for (const SourceFile &file : files) {
        if (!isCode(file.path)) {
            continue;
        }
        if (!isKnownFolder(folderOf(file.path))) {
            findings.append(file.path
                            + QStringLiteral(": its folder is not in the table of rooms"));
        }
        const QList<Include> includes = includesOf(file);
        for (const Include &include : includes) {
            const QString wrong = checkInclude(file, include, paths);
            if (!wrong.isEmpty()) {
                findings.append(placeOf(file, include.position) + QStringLiteral(": ") + wrong);
            }
        }
    }
    return findings;
}

Findings foreignLibraries(const SourceFiles &files)
{
    static const QRegularExpression keychain{
        QStringLiteral("(^|/)(keychain\\.h|QtKeychain|QKeychain)$|^qt\\dkeychain/")};
    static const QStringList serverFolders{QStringLiteral("app/demo"), QStringLiteral("tests/demo"),
                                           QStringLiteral("tests/e2e")};
    Findings findings;
    QString keychainFile;
    for (const SourceFile &file : files) {
        const QList<Include> includes = isCode(file.path) ? includesOf(file) : QList<Include>{};
        for (const Include &include : includes) {
            const QString place = placeOf(file, include.position);
            if (include.target == QLatin1String("httplib.h")
                && !serverFolders.contains(folderOf(file.path))) {
                findings.append(place + QStringLiteral(": only the demo server knows httplib"));
            }
            if (!keychain.match(include.target).hasMatch()) {
                continue;
            }
            if (folderOf(file.path) != QLatin1String("app/store")
                || (!keychainFile.isEmpty() && keychainFile != file.path)) {
                findings.append(place + QStringLiteral(": one file of app/store knows QtKeychain"));
            }
            keychainFile = file.path;
        }
    }
    return findings;
}

Findings forbiddenLinks(const SourceFiles &files)
{
    static const QRegularExpression link{QStringLiteral("\\b(latchkey_|Qt6::)(\\w+)")};
    Findings findings;
    for (const SourceFile &file : files) {
        const QString folder = folderOf(file.path);
        if (!file.path.endsWith(QLatin1String("/CMakeLists.txt")) || !rooms().contains(folder)) {
            continue;
        }
        auto matches = link.globalMatch(file.text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString name = match.captured(2);
            const QString room = name == QLatin1String("ui") ? name : QStringLiteral("app/") + name;
            const bool isRoom = match.captured(1) == QLatin1String("latchkey_");
            const bool wrong = isRoom ? rooms().contains(room) && !mayInclude(folder, room)
                                      : !rooms().value(folder).qtModules.contains(name);
            if (wrong) {
                findings.append(
                    QStringLiteral("%1: %2 may not link %3")
                        .arg(placeOf(file, match.capturedStart()), folder, match.captured()));
            }
        }
    }
    return findings;
}

Graph fileGraph(const SourceFiles &files)
{
    const QSet<QString> paths = pathsOf(files);
    Graph graph;
    for (const SourceFile &file : files) {
        const QList<Include> includes = isCode(file.path) ? includesOf(file) : QList<Include>{};
        for (const Include &include : includes) {
            if (paths.contains(include.target)) {
                graph[file.path].append(include.target);
            }
        }
    }
    return graph;
}

Graph folderGraph(const SourceFiles &files)
{
    Graph folders;
    const Graph graph = fileGraph(files);
    for (auto it = graph.begin(); it != graph.end(); ++it) {
        const QString from = folderOf(it.key());
        for (const QString &target : it.value()) {
            const QString to = folderOf(target);
            if (from != to && !folders[from].contains(to)) {
                folders[from].append(to);
            }
        }
    }
    return folders;
}

QString findCycle(const Graph &graph)
{
    QSet<QString> done;
    for (auto it = graph.begin(); it != graph.end(); ++it) {
        QStringList path;
        if (closesCycle(graph, it.key(), path, done)) {
            return path.join(QStringLiteral(" -> "));
        }
    }
    return {};
}

} // namespace latchkey::rules
