#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace latchkey::rules
{

// One file as the rules see it: its path from the project's top ("app/base/secret.h") and its text.
// Every scanner is a pure function of these, so that a test can hand it a bad file that never
// existed.
struct SourceFile {
    QString path;
    QString text;
};
using SourceFiles = QList<SourceFile>;

// What a scanner found, one "path:line: what is wrong" each; empty means that the rule holds.
using Findings = QStringList;

// Every text file below the folders of the project; build output and version control are left out.
SourceFiles readTree(const QString &top);

// The names directly below the top that are the project's own, folders with a trailing slash.
QStringList topLevelNames(const QString &top);

// Is it a C++ source or header?
bool isCode(const QString &path);

// The folder of a path: "app/base" for "app/base/secret.h", "app" for "app/main.cpp".
QString folderOf(const QString &path);

// The text of the file with this path; empty if there is none.
QString textOf(const SourceFiles &files, const QString &path);

// What the pattern's first group matches first; empty if nothing does.
QString firstCapture(const QString &text, const QString &pattern);

// "path:line", for a finding; lines are counted from 1 by the position in the text.
QString placeOf(const SourceFile &file, qsizetype position);

} // namespace latchkey::rules
