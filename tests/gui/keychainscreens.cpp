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

// A stored session, and each question for it comes to this.
Screen failing(const char *name, StoreFailure failure)
{
    return {QString::fromLatin1(name),
            [failure](World &world) {
                keepSession(world);
                world.store.readMode = FakeStore::Mode::Fails;
                world.store.failure = failure;
            },
            nothingMore};
}

// A question of the password store stays open.
void ask(World &world)
{
    keepSession(world);
    world.store.readMode = FakeStore::Mode::Held;
}

void signInWithoutIt(Run &run)
{
    click(run, "withoutItButton");
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
        failing("K6", StoreFailure::StillLocked),
        {QStringLiteral("K7"), ask,
         [](Run &run) { run.world.store.setState(KeychainState::Asking); }},
        failing("K8", StoreFailure::TimedOut),
        failing("K9", StoreFailure::Refused),
        {QStringLiteral("sign-in-without-it"), failing("", StoreFailure::TimedOut).prepare,
         signInWithoutIt},
        {QStringLiteral("K11"), failing("", StoreFailure::TimedOut).prepare,
         [](Run &run) {
             signInWithoutIt(run);
             signIn(run);
         }},
        {QStringLiteral("K12"), nothing,
         [](Run &run) {
             signIn(run);
             run.world.store.setState(KeychainState::Absent);
             run.session.renewNow();
             pass(run, std::chrono::seconds(1));
         }},
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
