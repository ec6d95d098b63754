#pragma once

#include "tests/rules/sourcetree.h"

#include <QMap>

namespace latchkey::rules
{

// Who includes whom: from a node to those it depends on.
using Graph = QMap<QString, QStringList>;

struct Include {
    QString target; // as written between the quotes or angle brackets
    bool quoted = false;
    qsizetype position = 0;
};

QList<Include> includesOf(const SourceFile &file);

// The table of rooms (README, "Rooms"): an include of our own must be written from the top, exist,
// and point the allowed way; a folder that the table does not know is a finding too.
Findings forbiddenIncludes(const SourceFiles &files);

// One file knows QtKeychain, and only the demo server and its tests know the HTTP server library.
Findings foreignLibraries(const SourceFiles &files);

// What a room's CMakeLists.txt links: our own rooms by the same table, and no more of Qt than its
// layer needs.
Findings forbiddenLinks(const SourceFiles &files);

Graph fileGraph(const SourceFiles &files);
Graph folderGraph(const SourceFiles &files);

// The first cycle as "a -> b -> a", or an empty text.
QString findCycle(const Graph &graph);

} // namespace latchkey::rules
