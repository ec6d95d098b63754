#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace latchkey::rules
{

struct Room {
    QStringList mayInclude; // folders, beside the room's own
    QStringList qtModules; // what its CMakeLists.txt may link, as in Qt6::NAME
};

// The table of design and README: data flows main -> ui -> session -> api, store.
const QMap<QString, Room> &rooms();

// May a file in one folder include a header of the other?
bool mayInclude(const QString &from, const QString &to);

// Is it a folder that may hold sources?
bool isKnownFolder(const QString &folder);

} // namespace latchkey::rules
