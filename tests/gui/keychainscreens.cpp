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

// A stored session whose access token is dead, and something is in the way.
Screen troubled(const char *name, const HttpReply &answer)
{
    const auto prepare = [answer](World &world) {
        world.accessLife = hours(1);
        world.refreshLife = hours(480);
        keepSession(world);
        world.clock.freeze(hours(2));
        world.http.setResponder([answer](const HttpRequest &) { return answer; });
    };
    return {QString::fromLatin1(name), prepare,
            [](Run &run) { pass(run, std::chrono::seconds(4)); }};
}

} // namespace

QList<Screen> keychainScreens()
{
    return {
        restoring("restoring", std::chrono::seconds(1)),
        restoring("restoring-slow", std::chrono::seconds(4)),
        troubled("E9-restoring", failedReply(TransportFailure::Offline)),
        troubled("E22-restoring", foreignPage(403)),
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
