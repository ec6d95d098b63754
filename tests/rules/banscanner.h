#pragma once

#include "tests/rules/sourcetree.h"

namespace latchkey::rules
{

// Where a ban holds.
enum class Ground {
    Rooms, // app/ and ui/
    CalmRooms, // the same without main.cpp, whose event loop is the program's, and without the demo
               // server
    SharedRooms, // app/ and ui/ without *_linux.cpp
    Headers, // headers of app/ and ui/
    Tests, // tests/
    Sources, // all three
};

// Something that no source may say, with the promise it would break.
struct Ban {
    QString name;
    QString pattern; // matched against the code, without comments and literals
    Ground ground;
    QString reason;
};

const QList<Ban> &bans();

Findings brokenBans(const SourceFiles &files);

// Unfinished-work marks and paths of one machine, in any text file.
Findings strayMarks(const SourceFiles &files);

// Characters that a reader cannot see, or that make text read differently from what it says
// (security B4).
Findings invisibleCharacters(const SourceFiles &files);

} // namespace latchkey::rules
