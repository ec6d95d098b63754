#include "app/options.h"

#include "app/base/helptext.h"

#include <QCommandLineParser>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace latchkey
{

namespace
{

// Options that Qt reads by itself; QApplication has not seen them yet when we parse.
QStringList withoutQtOptions(const QStringList &arguments)
{
    static const QStringList takeValue{
        QStringLiteral("-platform"),      QStringLiteral("-platformpluginpath"),
        QStringLiteral("-platformtheme"), QStringLiteral("-style"),
        QStringLiteral("-display"),       QStringLiteral("-qwindowgeometry"),
        QStringLiteral("-session")};
    QStringList ours;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (takeValue.contains(arguments.at(i)))
            ++i;
        else if (arguments.at(i) != u"-reverse")
            ours.append(arguments.at(i));
    }
    return ours;
}

struct Parser {
    QCommandLineParser parser;
    QCommandLineOption server{QStringLiteral("server"),
                              QStringLiteral("Use the API at <URL> and remember it. https, or http "
                                             "for this computer only."),
                              QStringLiteral("URL")};
    QCommandLineOption demo{QStringLiteral("demo"),
                            QStringLiteral("Start the built-in demo server and use it.")};
    QCommandLineOption profile{QStringLiteral("profile"),
                               QStringLiteral("Keep session and settings under <NAME>, apart from "
                                              "other profiles (default: default)."),
                               QStringLiteral("NAME"), QStringLiteral("default")};
    QCommandLineOption noKeychain{
        QStringLiteral("no-keychain"),
        QStringLiteral("Keep the session in memory only: it ends with the program.")};
    QCommandLineOption smokeTest{
        QStringLiteral("smoke-test"),
        QStringLiteral("Do the main job unattended, one line a step; exit 0 only if all held. With "
                       "--server, e-mail and password are two lines of standard input.")};
    QCommandLineOption screenshots{
        QStringLiteral("screenshots"),
        QStringLiteral("With --smoke-test: save each screen as PNG in <DIR>."),
        QStringLiteral("DIR")};
    QCommandLineOption diagnostics{
        QStringLiteral("diagnostics"),
        QStringLiteral("Print what support needs to know, without secrets, and exit.")};
    QCommandLineOption renew{
        QStringLiteral("renew"),
        QStringLiteral("Renew the stored sessions that are due, without a window, and exit: every "
                       "profile's that wants it, or that of --profile. Exit 0: renewed or not due; "
                       "1: one could not be; 3: nothing stored.")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            QStringLiteral("Show this help and exit.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               QStringLiteral("Show the version and exit.")};

    Parser()
    {
        parser.setApplicationDescription(
            QStringLiteral("Sign in to a JWT API, see your profile, stay signed in."));
        parser.addOptions({server, demo, profile, noKeychain, smokeTest, screenshots, diagnostics,
                           renew, help, version});
    }
};

EarlyExit wrong(const QString &what)
{
    return {2, QStringLiteral("latchkey: %1\nTry 'latchkey --help'.").arg(what)};
}

QString wordsFor(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::Malformed:
        return QStringLiteral("--server: enter a full web address, for example "
                              "https://api.example.com.");
    case AddressProblem::HasCredentials:
        return QStringLiteral("--server: the address must not hold a user name or password. Leave "
                              "out everything up to the @; you sign in inside the program.");
    case AddressProblem::HasQueryOrFragment:
        return QStringLiteral("--server: the address must not have a ? or # part.");
    case AddressProblem::NotEncrypted:
        return QStringLiteral("--server: this address isn't encrypted. Use https://. Plain http:// "
                              "is allowed only for this computer.");
    }
    return {};
}

bool isAnySet(const Parser &p, std::initializer_list<const QCommandLineOption *> options)
{
    return std::any_of(options.begin(), options.end(),
                       [&p](const QCommandLineOption *option) { return p.parser.isSet(*option); });
}

std::variant<Options, EarlyExit> checked(const Parser &p)
{
    Options options;
    options.demo = p.parser.isSet(p.demo);
    options.noKeychain = p.parser.isSet(p.noKeychain);
    options.smokeTest = p.parser.isSet(p.smokeTest);
    options.diagnostics = p.parser.isSet(p.diagnostics);
    options.renew = p.parser.isSet(p.renew);
    options.isProfileGiven = p.parser.isSet(p.profile);
    if (options.renew
        && isAnySet(
            p, {&p.server, &p.demo, &p.noKeychain, &p.smokeTest, &p.screenshots, &p.diagnostics}))
        return wrong(QStringLiteral("--renew goes with --profile NAME alone."));

    if (p.parser.isSet(p.server)) {
        if (options.demo)
            return wrong(QStringLiteral("--server and --demo exclude each other."));
        const auto address = ServerAddress::parse(p.parser.value(p.server));
        if (!address)
            return wrong(wordsFor(address.error()));
        options.server = *address;
    }
    options.profile = p.parser.value(p.profile);
    if (!isProfileName(options.profile)) {
        return wrong(QStringLiteral("--profile: use 1 to 64 letters, digits, dots, dashes and "
                                    "underscores, beginning with a letter or digit."));
    }
    if (p.parser.isSet(p.screenshots)) {
        const QString folder = p.parser.value(p.screenshots);
        if (!options.smokeTest || folder.isEmpty())
            return wrong(QStringLiteral("--screenshots DIR goes with --smoke-test."));
        options.screenshots = QDir(folder).absolutePath(); // the program leaves this folder soon
    }
    if (options.smokeTest && !options.demo && !options.server)
        return wrong(QStringLiteral("--smoke-test needs --demo or --server URL."));
    if (options.smokeTest && options.diagnostics)
        return wrong(QStringLiteral("--smoke-test and --diagnostics exclude each other."));
    return options;
}

} // namespace

bool isProfileName(const QString &name)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"));
    return shape.match(name).hasMatch();
}

std::variant<Options, EarlyExit> parseCommandLine(const QStringList &arguments)
{
    Parser p;
    for (const QString &argument : withoutQtOptions(arguments)) {
        if (argument.size() > 1 && argument.startsWith(u'-') && !argument.startsWith(u"--")
            && argument != u"-h" && argument != u"-v") {
            // Not repeated either: "-pSECRET" is how other programs take a password.
            return wrong(QStringLiteral("Options begin with two dashes."));
        }
    }
    if (!p.parser.parse(withoutQtOptions(arguments)))
        return wrong(p.parser.errorText().section(u'\n', 0, 0));
    if (p.parser.isSet(p.help))
        return EarlyExit{0, helpTextOf(p.parser, u"latchkey")};
    if (p.parser.isSet(p.version))
        return EarlyExit{0, QStringLiteral("latchkey " LATCHKEY_VERSION)};
    if (!p.parser.positionalArguments().isEmpty()) {
        // Not repeated: it may be a password that was meant for somewhere else.
        return wrong(QStringLiteral("There is an argument that is not an option. E-mail and "
                                    "password are typed inside the program."));
    }
    return checked(p);
}

} // namespace latchkey
