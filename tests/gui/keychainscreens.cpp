#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"

namespace latchkey::test
{

namespace
{

Screen restoring(const char *name, milliseconds time)
{
    return {QString::fromLatin1(name),
            [](World &world) { world.store.readMode = FakeStore::Mode::Held; },
            [time](Run &run) { pass(run, time); }};
}

} // namespace

QList<Screen> keychainScreens()
{
    return {
        restoring("restoring", std::chrono::seconds(1)),
        restoring("restoring-slow", std::chrono::seconds(4)),
        {QStringLiteral("K1"),
         [](World &world) {
             keepSession(world);
             world.store.setState(KeychainState::Locked);
         },
         nothingMore},
        {QStringLiteral("K3"),
         [](World &world) {
             keepSession(world);
             world.store.readMode = FakeStore::Mode::Denies;
         },
         nothingMore},
        {QStringLiteral("K5"),
         [](World &world) {
             keepSession(world);
             for (Secret &item : world.store.items)
                 item = Secret(QByteArray("not a session"));
         },
         nothingMore},
    };
}

} // namespace latchkey::test
