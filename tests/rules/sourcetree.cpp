#include "tests/rules/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

namespace latchkey::rules
{

namespace
{

// Made by tools on a developer's machine and ignored by version control.
bool isIgnored(const QString &name)
{
    static const QStringList ignored{
        QStringLiteral(".git"), QStringLiteral("build"), QStringLiteral(".cache"),
        QStringLiteral("CMakeUserPresets.json"), QStringLiteral("compile_commands.json")};
    return ignored.contains(name) || name.endsWith(QLatin1String(".user"));
}

bool isText(const QString &path)
{
    static const QStringList suffixes{
        QStringLiteral("cpp"), QStringLiteral("h"),    QStringLiteral("ui"),
        QStringLiteral("qrc"), QStringLiteral("txt"),  QStringLiteral("cmake"),
        QStringLiteral("sh"),  QStringLiteral("md"),   QStringLiteral("json"),
        QStringLiteral("xml"), QStringLiteral("svg"),  QStringLiteral("desktop"),
        QStringLiteral("py"),  QStringLiteral("supp"), QStringLiteral("ts"),
        QStringLiteral("in")};
    static const QStringList names{QStringLiteral("LICENSE"),       QStringLiteral("run"),
                                   QStringLiteral(".clang-format"), QStringLiteral(".clang-tidy"),
                                   QStringLiteral(".editorconfig"), QStringLiteral(".gitignore")};
    const QFileInfo info{path};
    // Debian's files have no suffix.
    return path.startsWith(QLatin1String("packaging/")) || suffixes.contains(info.suffix())
        || names.contains(info.fileName());
}

void readInto(SourceFiles &files, const QDir &top, const QString &path)
{
    QFile file{top.filePath(path)};
    if (isText(path) && file.open(QIODevice::ReadOnly)) {
        // Not fromUtf8(): it would drop a byte order mark before the rule about those could see it.
        QStringDecoder decode{QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom};
        files.append({path, decode(file.readAll())});
    }
}

} // namespace

QStringList topLevelNames(const QString &top)
{
    QStringList names;
    const QFileInfoList entries = QDir{top}.entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (!isIgnored(entry.fileName())) {
            names.append(entry.fileName() + (entry.isDir() ? QStringLiteral("/") : QString{}));
        }
    }
    return names;
}

SourceFiles readTree(const QString &top)
{
    const QDir folder{top};
    SourceFiles files;
    for (const QString &name : topLevelNames(top)) {
        if (!name.endsWith(u'/')) {
            readInto(files, folder, name);
            continue;
        }
        QDirIterator walk{folder.filePath(name), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories};
        while (walk.hasNext()) {
            readInto(files, folder, folder.relativeFilePath(walk.next()));
        }
    }
    return files;
}

bool isCode(const QString &path)
{
    return path.endsWith(QLatin1String(".cpp")) || path.endsWith(QLatin1String(".h"));
}

QString folderOf(const QString &path)
{
    return path.left(qMax<qsizetype>(path.lastIndexOf(u'/'), 0));
}

QString textOf(const SourceFiles &files, const QString &path)
{
    for (const SourceFile &file : files) {
        if (file.path == path) {
            return file.text;
        }
    }
    return {};
}

QString firstCapture(const QString &text, const QString &pattern)
{
    return QRegularExpression{pattern}.match(text).captured(1);
}

QString placeOf(const SourceFile &file, qsizetype position)
{
    const auto line = QStringView{file.text}.left(position).count(u'\n') + 1;
    return QStringLiteral("%1:%2").arg(file.path).arg(line);
}

} // namespace latchkey::rules
