#include "tests/rules/roomtable.h"

namespace latchkey::rules
{

namespace
{

const QString base = QStringLiteral("app/base");
const QString api = QStringLiteral("app/api");
const QString store = QStringLiteral("app/store");
const QString session = QStringLiteral("app/session");
const QString inspect = QStringLiteral("app/inspect");
const QString demo = QStringLiteral("app/demo");
const QString ui = QStringLiteral("ui");
const QString support = QStringLiteral("tests/support");
const QString gallery = QStringLiteral("tests/gallery"); // shows the screens of tests/gui

bool isIn(const QString &folder, const QString &outer)
{
    return folder == outer || folder.startsWith(outer + u'/');
}

// Tests that stand for no single room: they, and folders inside them, may use all rooms.
bool isFreeTestFolder(const QString &folder)
{
    static const QStringList folders{QStringLiteral("tests/e2e"),
                                     QStringLiteral("tests/gui"),
                                     QStringLiteral("tests/bench"),
                                     QStringLiteral("tests/fuzz"),
                                     gallery,
                                     support};
    for (const QString &free : folders) {
        if (isIn(folder, free)) {
            return true;
        }
    }
    return false;
}

// "app/base" for "tests/base", "ui" for "tests/ui".
QString mirroredRoom(const QString &testFolder)
{
    const QString name = testFolder.section(u'/', 1);
    return name == ui ? ui : QStringLiteral("app/") + name;
}

// The room's own headers, what they include, and what those do: a test has to build all of it.
bool reaches(const QString &room, const QString &to)
{
    if (room == to) {
        return true;
    }
    const QStringList next = rooms().value(room).mayInclude;
    for (const QString &other : next) {
        if (reaches(other, to)) {
            return true;
        }
    }
    return false;
}

bool testMayInclude(const QString &from, const QString &to)
{
    if (to == QLatin1String("app")) {
        return isIn(from, QStringLiteral("tests/e2e"));
    }
    if (to.startsWith(QLatin1String("tests/"))) {
        return isIn(to, support) || isIn(from, to)
            || (isIn(from, gallery) && to == QLatin1String("tests/gui"));
    }
    return isFreeTestFolder(from) || reaches(mirroredRoom(from), to);
}

} // namespace

const QMap<QString, Room> &rooms()
{
    static const QString core = QStringLiteral("Core");
    static const QString network = QStringLiteral("Network");
    static const QString dbus = QStringLiteral("DBus");
    static const QString gui = QStringLiteral("Gui");
    static const QString widgets = QStringLiteral("Widgets");
    static const QMap<QString, Room> table{
        {base, {{}, {core}}},
        {api, {{base}, {core, network}}},
        {store, {{base}, {core, dbus}}},
        {session, {{base, api, store}, {core}}},
        {inspect, {{base}, {core}}},
        {demo, {{base}, {core, network}}},
        {ui, {{base, session, inspect}, {core, gui, widgets}}},
    };
    return table;
}

bool isKnownFolder(const QString &folder)
{
    return rooms().contains(folder) || folder == QLatin1String("app") || isFreeTestFolder(folder)
        || folder == QLatin1String("tests/rules")
        || (folder.startsWith(QLatin1String("tests/")) && rooms().contains(mirroredRoom(folder)));
}

bool mayInclude(const QString &from, const QString &to)
{
    if (from == to) {
        return true;
    }
    if (from.startsWith(QLatin1String("tests/"))) {
        return testMayInclude(from, to);
    }
    if (from == QLatin1String("app")) {
        return rooms().contains(to);
    }
    return rooms().value(from).mayInclude.contains(to);
}

} // namespace latchkey::rules
