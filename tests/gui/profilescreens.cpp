#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"

#include <QLocale>

namespace latchkey::test
{

namespace
{

using std::chrono::minutes;
using std::chrono::seconds;

// Longer than any window, markup, another direction, and what pretends to be a placeholder.
const QByteArray hostileProfile
    = R"({"id":1234567890123,"email":"a.very.long.mailbox.name.that.does.not.end.soon@)"
      R"(subdomain.of.a.long.domain.example.com","name":"<b>Maximiliane</b> \u202Egnol\u202C )"
      R"(Wolfeschlegelsteinhausenbergerdorff {host} %1 the Third of Her Name","role":)"
      R"("administrator-of-everything-and-then-some-more-to-be-sure","avatar":"",)"
      R"("creationAt":"1999-12-31T23:59:59.000Z","updatedAt":"2026-11-23T14:01:00.000Z"})";
const QByteArray namelessProfile
    = R"({"id":2,"email":"maria@mail.com","name":"","role":"admin","avatar":"",)"
      R"("creationAt":"2025-03-12T08:00:00.000Z","updatedAt":"2026-11-21T08:00:00.000Z"})";

Screen profileOf(const char *name, const QByteArray &body)
{
    return {QString::fromLatin1(name),
            [body](World &world) { answerProfile(world, jsonReply(200, body)); }, signIn};
}

// The program starts over a kept session, this long after the sign-in.
Screen later(const char *name, milliseconds access, milliseconds time)
{
    const auto prepare = [access, time](World &world) {
        world.accessLife = access;
        keepSession(world);
        world.clock.advance(time);
    };
    return {QString::fromLatin1(name), prepare, nothingMore};
}

// The server's clock is this much ahead of the computer's.
Screen skewed(const char *name, seconds by)
{
    const auto prepare = [by](World &world) {
        HttpReply reply = jsonReply(201, tokenBody(world.clock.wall() + by, hours(480), hours(10)));
        const QDateTime there = toDateTime(world.clock.wall() + by).toUTC();
        reply.headers.insert("date",
                             QLocale::c()
                                 .toString(there, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                                 .toLatin1());
        answerLogin(world, reply);
    };
    return {QString::fromLatin1(name), prepare, signIn};
}

void signInThenOffline(Run &run)
{
    signIn(run);
    run.world.offline = true;
    reload(run);
}

// The access token dies while the program is off, and the server has forgotten the other one.
void endEarly(World &world)
{
    world.accessLife = hours(1);
    keepSession(world);
    world.clock.advance(hours(2));
    world.http.setResponder([](const HttpRequest &) {
        return std::optional(jsonReply(401, R"({"message":"Unauthorized","statusCode":401})"));
    });
}

// Both lives run out while the program is off.
void endByItself(World &world)
{
    world.accessLife = hours(1);
    world.refreshLife = hours(2);
    keepSession(world);
    world.clock.advance(hours(3));
}

// One refusal is asked about again, some seconds later.
void refusedForGood(Run &run)
{
    pass(run, minutes(1));
}

void qaMode(World &world)
{
    world.settings.qaMode = true;
}

void expireRefresh(Run &run)
{
    signIn(run);
    pass(run, minutes(20));
    click(run, "expireRefreshButton");
    pass(run, minutes(20));
}

// As if the demo server were ours.
void revoke(Run &run)
{
    run.window.setRevocable(true);
    pass(run, minutes(20));
    run.session.noteFault(SessionEvent::Fault::SessionsRevoked, true);
    pass(run, minutes(20));
    run.session.noteServerRestart();
    pass(run, minutes(20));
}

void why(Run &run)
{
    act(run, MessageAction::Why);
}

void signOut(Run &run)
{
    signIn(run);
    run.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    pass(run, milliseconds(1));
}

} // namespace

QList<Screen> profileScreens()
{
    return {
        {QStringLiteral("profile"), nothing, signIn},
        {QStringLiteral("profile-stale"), nothing,
         [](Run &run) {
             signIn(run);
             pass(run, minutes(6));
         }},
        {QStringLiteral("profile-panel-toggled"), nothing,
         [](Run &run) {
             signIn(run);
             click(run, "sessionButton");
         }},
        {QStringLiteral("profile-restored"), keepSession, nothingMore},
        {QStringLiteral("profile-renewed"), nothing,
         [](Run &run) {
             signIn(run);
             run.world.clock.freeze(hours(7)); // in one step: each tick in between costs a layout
             pass(run, seconds(1));
         }},
        {QStringLiteral("profile-table"), nothing,
         [](Run &run) {
             signIn(run);
             click(run, "tableButton");
         },
         false},
        {QStringLiteral("profile-qa"), qaMode, signIn, false},
        {QStringLiteral("profile-qa-expired"), qaMode, expireRefresh, false},
        {QStringLiteral("profile-qa-table"), qaMode,
         [](Run &run) {
             expireRefresh(run);
             revoke(run);
             click(run, "tableButton");
         },
         false},
        {QStringLiteral("profile-qa-revoked"), qaMode,
         [](Run &run) {
             signIn(run);
             revoke(run);
         },
         false},
        profileOf("profile-nameless", namelessProfile),
        profileOf("profile-hostile", hostileProfile),
        {QStringLiteral("profile-loading"), nothing,
         [](Run &run) {
             run.world.http.setResponder([&run](const HttpRequest &request) {
                 return request.url.path().endsWith(QStringLiteral("profile"))
                     ? std::nullopt
                     : run.world.answer(request);
             });
             signIn(run);
         }},
        {QStringLiteral("P1"), nothing, signInThenOffline},
        {QStringLiteral("X5"), [](World &world) { world.profileStatus = 403; }, signIn},
        {QStringLiteral("E7-profile"), nothing,
         [](Run &run) {
             signIn(run);
             run.world.profileStatus = 500;
             reload(run);
         }},
        {QStringLiteral("E13-profile"), nothing,
         [](Run &run) {
             signIn(run);
             answerProfile(run.world, failedReply(TransportFailure::Interrupted));
             reload(run);
         }},
        {QStringLiteral("E14-certificate-profile"), nothing,
         [](Run &run) {
             HttpReply unsafe = failedReply(TransportFailure::Tls);
             unsafe.tls = TlsFault{TlsFault::Kind::Untrusted, {}, {}, QStringLiteral("PEM")};
             unsafe.tls->facts.sha256 = QStringLiteral("A1 B2");
             signIn(run);
             answerProfile(run.world, unsafe);
             reload(run);
             act(run, MessageAction::ViewCertificate);
         }},
        {QStringLiteral("E18-profile"), nothing,
         [](Run &run) {
             HttpReply elsewhere = jsonReply(307, "{}");
             elsewhere.headers.insert("location", "https://elsewhere.example.net/");
             signIn(run);
             answerProfile(run.world, elsewhere);
             reload(run);
         }},
        {QStringLiteral("E22-profile"), nothing,
         [](Run &run) {
             signIn(run);
             answerProfile(run.world, foreignPage(403));
             reload(run);
         }},
        {QStringLiteral("E22-renewal"),
         [](World &world) { answerRenewals(world, foreignPage(403)); },
         [](Run &run) {
             signIn(run);
             run.world.clock.freeze(hours(4));
             pass(run, seconds(1));
         }},
        later("X6-long", hours(480), hours(11)),
        later("X6", hours(11) + minutes(4), hours(11) - seconds(30)),
        later("X6-last", hours(11) + minutes(1), hours(11)),
        {QStringLiteral("X6-why"), later("", hours(480), hours(11)).prepare,
         [](Run &run) { click(run, "whyButton"); }, false},
        {QStringLiteral("X7"),
         [](World &world) { answerRenewals(world, jsonReply(500, R"({"statusCode":500})")); },
         [](Run &run) {
             signIn(run);
             run.world.clock.freeze(hours(4));
             pass(run, seconds(1));
         }},
        skewed("X8", -minutes(7)),
        skewed("X8-behind", minutes(7)),
        {QStringLiteral("K2-profile"),
         [](World &world) { world.store.setState(KeychainState::Absent); }, signIn},
        {QStringLiteral("K4"), [](World &world) { world.store.writeMode = FakeStore::Mode::Fails; },
         signIn},
        {QStringLiteral("X1"), endByItself, nothingMore},
        {QStringLiteral("X1-why"), endByItself, why, false},
        {QStringLiteral("X2"), endEarly, refusedForGood},
        {QStringLiteral("X2-why"), endEarly,
         [](Run &run) {
             refusedForGood(run);
             why(run);
         },
         false},
        {QStringLiteral("X3"), nothing,
         [](Run &run) {
             signIn(run);
             run.world.http.setResponder([](const HttpRequest &) {
                 return std::optional(jsonReply(401,
                                                R"({"message":"Session replaced",)"
                                                R"("error":"session_replaced",)"
                                                R"("statusCode":401})"));
             });
             reload(run);
         }},
        {QStringLiteral("X4"), nothing,
         [](Run &run) {
             signIn(run);
             run.world.profileStatus = 400; // api.md: a good token, but no such user any more
             reload(run);
             pass(run, minutes(1)); // the renewal is refused too
         }},
        {QStringLiteral("X9"), nothing, signOut},
        {QStringLiteral("X9-nothing"),
         [](World &world) {
             world.store.byChoice = true;
             world.store.setState(KeychainState::Absent);
         },
         signOut},
        {QStringLiteral("X10"), [](World &world) { world.idleSignOut = minutes(5); },
         [](Run &run) {
             signIn(run);
             pass(run, minutes(4) + seconds(15));
         }},
    };
}

} // namespace latchkey::test
