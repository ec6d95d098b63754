#include "app/demo/serveroptions.h"

#include "app/base/helptext.h"

#include <QCommandLineParser>

namespace latchkey::demo
{

namespace
{

using std::chrono::seconds;

constexpr seconds kLongestLifetime = std::chrono::days(3650);

CommandLine refused(const QString &why)
{
    return {CommandLine::Action::Refuse, why + QStringLiteral("\nTry --help."), {}, false};
}

CommandLine shown(const QString &text)
{
    return {CommandLine::Action::Show, text, {}, false};
}

struct Parser {
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            QStringLiteral("Show this help and exit.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               QStringLiteral("Show the version and exit.")};
    QCommandLineOption port{QStringLiteral("port"),
                            QStringLiteral("Port on 127.0.0.1; a free one unless given."),
                            QStringLiteral("N")};
    QCommandLineOption access{
        QStringLiteral("access-lifetime"),
        QStringLiteral("Life of an access token, as 90, 90s, 15m, 10h or 20d; 20d unless given."),
        QStringLiteral("TIME")};
    QCommandLineOption refresh{
        QStringLiteral("refresh-lifetime"),
        QStringLiteral("Life of a refresh token, written the same way; 10h unless given."),
        QStringLiteral("TIME")};
    QCommandLineOption rotate{
        QStringLiteral("rotate"),
        QStringLiteral("Refresh tokens work once; a second use revokes the family.")};
    QCommandLineOption singleSession{
        QStringLiteral("single-session"),
        QStringLiteral("A sign-in ends the account's earlier sessions; their calls are answered "
                       "401 with the code session_replaced.")};
    QCommandLineOption untilStdinCloses{
        QStringLiteral("until-stdin-closes"),
        QStringLiteral("Take commands from standard input (revoke: refuse every token "
                       "issued so far), and end when it reaches its end.")};
    QCommandLineParser parser;

    Parser()
    {
        parser.setApplicationDescription(
            QStringLiteral("A demo API server for Latchkey, reachable from this computer only."));
        parser.addOptions(
            {port, access, refresh, rotate, singleSession, untilStdinCloses, help, version});
    }

    // False if the option is there and makes no sense.
    [[nodiscard]] bool read(const QCommandLineOption &option, seconds &lifetime) const
    {
        if (!parser.isSet(option))
            return true;
        const auto given = parsedLifetime(parser.value(option));
        lifetime = given.value_or(lifetime);
        return given.has_value();
    }
};

QString shortly(seconds lifetime)
{
    const struct {
        seconds unit;
        QLatin1String name;
    } units[] = {{std::chrono::days(1), QLatin1String("d")},
                 {std::chrono::hours(1), QLatin1String("h")},
                 {std::chrono::minutes(1), QLatin1String("m")}};
    for (const auto &[unit, name] : units) {
        if (lifetime % unit == seconds::zero())
            return QString::number(lifetime / unit) + QLatin1Char(' ') + name;
    }
    return QString::number(lifetime.count()) + QStringLiteral(" s");
}

} // namespace

std::optional<seconds> parsedLifetime(const QString &text)
{
    QString digits = text;
    seconds unit{1};
    if (text.endsWith(QLatin1Char('m')))
        unit = std::chrono::minutes(1);
    else if (text.endsWith(QLatin1Char('h')))
        unit = std::chrono::hours(1);
    else if (text.endsWith(QLatin1Char('d')))
        unit = std::chrono::days(1);
    if (unit > seconds(1) || text.endsWith(QLatin1Char('s')))
        digits.chop(1);
    bool isNumber = false;
    const uint count = digits.toUInt(&isNumber);
    if (!isNumber || count == 0 || count > kLongestLifetime / unit)
        return std::nullopt;
    return unit * count;
}

CommandLine parsedCommandLine(const QStringList &arguments)
{
    Parser wanted;
    const bool understood = wanted.parser.parse(arguments);
    if (!understood)
        return refused(wanted.parser.errorText());
    if (wanted.parser.isSet(wanted.help))
        return shown(helpTextOf(wanted.parser, u"latchkey-demo-server"));
    if (wanted.parser.isSet(wanted.version))
        return shown(QStringLiteral("latchkey-demo-server " LATCHKEY_VERSION));
    if (!wanted.parser.positionalArguments().isEmpty())
        return refused(QStringLiteral("Only options are taken, no other arguments."));

    CommandLine result;
    result.server.tokens.rotate = wanted.parser.isSet(wanted.rotate);
    result.server.tokens.singleSession = wanted.parser.isSet(wanted.singleSession);
    result.untilStdinCloses = wanted.parser.isSet(wanted.untilStdinCloses);
    if (wanted.parser.isSet(wanted.port)) {
        bool isPort = false;
        result.server.port = wanted.parser.value(wanted.port).toUShort(&isPort);
        if (!isPort)
            return refused(QStringLiteral("--port takes a number from 0 to 65535."));
    }
    if (!wanted.read(wanted.access, result.server.tokens.accessLifetime))
        return refused(
            QStringLiteral("--access-lifetime takes a time such as 90, 90s, 15m, 10h or 20d."));
    if (!wanted.read(wanted.refresh, result.server.tokens.refreshLifetime))
        return refused(
            QStringLiteral("--refresh-lifetime takes a time such as 90, 90s, 15m, 10h or 20d."));
    return result;
}

QString greeting(const DemoServer &server, const DemoServer::Options &options)
{
    QString text = QStringLiteral("Latchkey demo server: %1\n\n").arg(server.url());
    const auto line = QStringLiteral("  %1  %2  %3  %4  %5\n");
    const auto addLine = [&](const QString &id, const QString &email, const QString &password,
                             const QString &name, const QString &role) {
        text += line.arg(id, -2).arg(email, -14).arg(password, -8).arg(name, -5).arg(role);
    };
    addLine(QStringLiteral("id"), QStringLiteral("e-mail"), QStringLiteral("password"),
            QStringLiteral("name"), QStringLiteral("role"));
    for (const Account &account : server.accounts())
        addLine(QString::number(account.id), account.email, account.password, account.name,
                account.role);
    text
        += QStringLiteral("\nAn access token lives %1, a refresh token %2%3.\n")
               .arg(shortly(options.tokens.accessLifetime), shortly(options.tokens.refreshLifetime),
                    options.tokens.rotate ? QStringLiteral(" and works once") : QString());
    if (options.tokens.singleSession)
        text += QStringLiteral("A sign-in ends the account's earlier sessions.\n");
    return text;
}

} // namespace latchkey::demo
