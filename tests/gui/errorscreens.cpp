#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"

namespace latchkey::test
{

namespace
{

// The server answers a sign-in so; without a body: as the API says no.
Screen answered(const char *name, int status, const QByteArray &body = {},
                const char *header = nullptr, const QByteArray &value = {})
{
    HttpReply reply = body.isEmpty() ? refusal(status) : jsonReply(status, body);
    if (header)
        reply.headers.insert(header, value);
    return {QString::fromLatin1(name), [reply](World &world) { answerLogin(world, reply); },
            signIn};
}

// Something in between answers a sign-in so.
Screen foreign(const char *name, int status)
{
    return {QString::fromLatin1(name),
            [status](World &world) { answerLogin(world, foreignPage(status)); }, signIn};
}

Screen failed(const char *name, TransportFailure failure)
{
    return {QString::fromLatin1(name), [failure](World &world) { failLogin(world, failure); },
            signIn};
}

// A certificate that is wrong; `days`: how far from now its limit is.
Screen badCertificate(const char *name, TlsFault::Kind kind, int days = 0)
{
    const auto prepare = [kind, days](World &world) {
        HttpReply reply = failedReply(TransportFailure::Tls);
        reply.tls = TlsFault{};
        reply.tls->kind = kind;
        if (days != 0)
            reply.tls->limit = toDateTime(world.clock.wall()).addDays(days);
        if (kind == TlsFault::Kind::WrongHost)
            reply.tls->issuedFor = QStringLiteral("other.example.net");
        if (kind != TlsFault::Kind::NoCertificate)
            reply.tls->certificate = QStringLiteral("-----BEGIN CERTIFICATE-----\n"
                                                    "MIIBszCCAVmgAwIBAgIUQ0xl\n"
                                                    "-----END CERTIFICATE-----\n");
        const QDateTime now = toDateTime(world.clock.wall());
        if (kind != TlsFault::Kind::NoCertificate)
            reply.tls->facts
                = {QStringLiteral("api.example.com, Example Ltd, GB"),
                   QStringLiteral("Example Authority R3, Example Trust, GB"), now.addDays(-90),
                   now.addDays(275),
                   QString::fromLatin1(
                       QByteArray::fromHex("a1b2c3d4e5f60718").repeated(4).toHex(' ').toUpper())};
        answerLogin(world, reply);
    };
    return {QString::fromLatin1(name), prepare, signIn};
}

const QByteArray fieldMessages
    = R"({"message":["email must be an email","password should not be empty"],"error":"Bad Request",)"
      R"("statusCode":400})";

Screen thrice()
{
    Screen screen = answered("E2", 401);
    screen.show = [](Run &run) {
        for (int i = 0; i < 3; ++i)
            signIn(run);
    };
    return screen;
}

Screen rateLimitOver()
{
    Screen screen = answered("E6-over", 429, {}, "retry-after", "95");
    screen.show = [](Run &run) {
        signIn(run);
        pass(run, std::chrono::seconds(96));
    };
    return screen;
}

Screen withDetails(Screen screen)
{
    screen.name += QStringLiteral("-details");
    screen.roomy = false;
    screen.show = [](Run &run) {
        signIn(run);
        click(run, "detailsButton");
    };
    return screen;
}

Screen withCertificate(Screen screen)
{
    screen.name += QStringLiteral("-certificate");
    screen.roomy = false;
    screen.show = [](Run &run) {
        signIn(run);
        act(run, MessageAction::ViewCertificate);
    };
    return screen;
}

} // namespace

QList<Screen> errorScreens()
{
    using Kind = TlsFault::Kind;
    return {
        answered("E1", 401),
        thrice(),
        answered("E3", 403),
        answered("E4", 400, fieldMessages),
        withDetails(answered("E4", 400, fieldMessages)),
        answered("E5", 404),
        answered("E6", 429, {}, "retry-after", "95"),
        rateLimitOver(),
        answered("E7", 500),
        answered("E8", 503, {}, "retry-after", "600"),
        answered("E8-no-time", 503),
        failed("E9", TransportFailure::Offline),
        failed("E10", TransportFailure::HostNotFound),
        failed("E11", TransportFailure::ConnectionRefused),
        failed("E12", TransportFailure::TimedOut),
        failed("E13", TransportFailure::Interrupted),
        badCertificate("E14", Kind::Untrusted),
        badCertificate("E14-expired", Kind::Expired, -30),
        badCertificate("E14-other", Kind::WrongHost),
        withCertificate(badCertificate("E14", Kind::Untrusted)),
        badCertificate("E14-none", Kind::NoCertificate),
        badCertificate("E15", Kind::NotYetValid, 40),
        answered("E16", 302, {}, "location", "https://portal.example.net/login"),
        failed("E17", TransportFailure::ProxyAuthentication),
        answered("E18", 307, {}, "location", "https://elsewhere.example.net/"),
        answered("E19", 201, "<html>"),
        answered("E20", 201, "{}"),
        answered("E21", 418),
        foreign("E22", 403),
        withDetails(foreign("E22", 403)),
        answered("E23", 308, {}, "location", "https://api.example.com/v2/auth/login"),
    };
}

} // namespace latchkey::test
