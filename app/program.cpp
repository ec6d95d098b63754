#include "app/program.h"

#include "app/api/qnamedge.h"
#include "app/base/systemclock.h"
#include "app/composition.h"
#include "app/demoprocess.h"
#include "app/diagnostics.h"
#include "app/endsignals.h"
#include "app/fontwarmup.h"
#include "app/inspect/report.h"
#include "app/renewcommand.h"
#include "app/runtimefolder.h"
#include "app/singleinstance.h"
#include "app/smoketest.h"
#include "app/store/keychainstore.h"
#include "app/store/memorystore.h"
#include "app/store/preferencesfile.h"
#include "ui/accessibility.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <iostream>

namespace latchkey
{

namespace
{

constexpr const char *ActivationToken = "XDG_ACTIVATION_TOKEN";

// False: it is said on standard error that it is not there.
bool hasDemoServer(const Options &options)
{
    const bool has = !options.demo || DemoProcess::isInstalled();
    if (!has)
        std::fprintf(stderr, "latchkey: %s\n", qPrintable(DemoProcess::notInstalledText()));
    return has;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("latchkey"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
}

void dressProgram()
{
    QApplication::setApplicationDisplayName(QStringLiteral("Latchkey"));
    QApplication::setDesktopFileName(QStringLiteral("org.latchkey.latchkey"));
    QApplication::setQuitOnLastWindowClosed(false); // the composition says when
    // After the first picture: reading a PNG loads every image plugin, which nobody should wait
    // for.
    QTimer::singleShot(std::chrono::milliseconds(50), qApp, [] {
        QIcon icon;
        for (const int size : {16, 32, 128})
            icon.addFile(QStringLiteral(":/latchkey/icon-%1.png").arg(size));
        QApplication::setWindowIcon(icon);
    });
}

QString settingsFile(const Options &options)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u'/'
        + options.profile + QStringLiteral(".ini");
}

QString describe(const QString &file, FileVerdict verdict, const QList<BadSetting> &bad)
{
    switch (verdict) {
    case FileVerdict::Missing:
        return file + QStringLiteral(" (none yet)");
    case FileVerdict::Good:
        return file;
    case FileVerdict::BadValues:
        return file + QStringLiteral(" (not used, for it cannot be read: %1)").arg(namesOf(bad));
    case FileVerdict::Damaged:
        return file + QStringLiteral(" (damaged: the next start sets it aside)");
    case FileVerdict::Unreadable:
        return file + QStringLiteral(" (cannot be read: check its permissions)");
    case FileVerdict::Newer:
        return file + QStringLiteral(" (of a newer version: the next start sets it aside)");
    }
    return file;
}

// Two lines of standard input: never an argument, never an environment variable.
Credentials credentialsFromInput()
{
    std::string email;
    std::string password;
    std::getline(std::cin, email);
    std::getline(std::cin, password);
    Credentials credentials{QString::fromStdString(email).trimmed(),
                            Secret(QByteArrayView(password))};
    password.assign(password.size(), '\0');
    return credentials;
}

} // namespace

int runWindow(int &argc, char **argv, const Options &options)
{
    nameProgram();
    FontWarmUp fonts;
    QApplication app(argc, argv);
    if (!hasDemoServer(options))
        return 1;
    dressProgram();
    SingleInstance instance(privateRuntimeFolder(), options.profile, qgetenv(ActivationToken));
    if (instance.role() == SingleInstance::Role::Second)
        return 0;

    const Accessibility accessibility;
    fonts.finish();
    Composition program(options, settingsFile(options), Composition::Edges{});
    QObject::connect(&instance, &SingleInstance::raiseRequested, &program.window(),
                     [&program](const QByteArray &token) {
                         if (!token.isEmpty()) // where Qt's Wayland plugin looks for it
                             qputenv(ActivationToken, token);
                         program.window().bringToFront();
                     });
    QObject::connect(&program, &Composition::finished, &app, &QCoreApplication::quit);
    QObject::connect(&program, &Composition::leaving, &instance, &SingleInstance::leave);
    onEndSignal(&program, [&program] { program.endSoon(); });
    program.start();
    return QApplication::exec();
}

int runSmokeTest(int &argc, char **argv, const Options &options)
{
    nameProgram();
    Credentials credentials;
    if (!options.demo) {
        credentials = credentialsFromInput();
        if (credentials.email.isEmpty() || credentials.password.isEmpty()) {
            std::fputs("latchkey: --smoke-test --server reads the e-mail address and the password "
                       "from standard input, a line each.\n",
                       stderr);
            return 2;
        }
    }
    QApplication app(argc, argv);
    if (!hasDemoServer(options))
        return 1;
    dressProgram();
    const Accessibility accessibility;
    SmokeTest test(options, credentials);
    QObject::connect(&test, &SmokeTest::finished, &app, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    onEndSignal(&test, [&test] { test.stop(); });
    test.start();
    return QApplication::exec();
}

int runDiagnostics(int &argc, char **argv, const Options &options)
{
    nameProgram();
    QCoreApplication app(argc, argv);
    SystemClock clock;
    QnamEdge http(clock);
    ApiClient api(http, clock);
    MemoryStore memory;
    KeychainStore keychain(clock);
    const QString file = settingsFile(options);
    PreferenceValues remembered;
    QList<BadSetting> bad;
    const FileVerdict verdict = loadPreferences(file, &remembered, &bad); // touches nothing
    http.useProxy(remembered.settings.proxy);
    auto server = options.server ? *options.server : ServerAddress();
    if (server.isEmpty())
        server = ServerAddress::parse(remembered.server).value_or(server);
    if (server.isEmpty())
        server = *ServerAddress::parse(FactoryServer.toString());
    SecretStore &store = options.noKeychain ? static_cast<SecretStore &>(memory) : keychain;
    api.setServer(server); // so that its clock is looked at
    Diagnostics diagnostics({api, store, clock}, describe(file, verdict, bad));
    QObject::connect(&diagnostics, &Diagnostics::finished, &app, [&] {
        std::fputs(qUtf8Printable(diagnosticsReport(diagnostics.facts())), stdout);
        app.quit();
    });
    diagnostics.run(server, remembered.settings.proxy);
    return QCoreApplication::exec();
}

int runRenewal(int &argc, char **argv, const Options &options)
{
    nameProgram();
    QCoreApplication app(argc, argv);
    SystemClock clock;
    QnamEdge http(clock);
    KeychainStore keychain(clock);
    const QString folder = privateRuntimeFolder();
    RenewCommand command({
        http,
        keychain,
        clock,
        QFileInfo(settingsFile(options)).absolutePath(),
        [&folder](const QString &profile) { return SingleInstance::isTaken(folder, profile); },
        [](const QString &line) {
            std::fprintf(stdout, "%s\n", qUtf8Printable(line));
            std::fflush(stdout); // whoever reads the journal sees it at its time
        },
    });
    QObject::connect(&command, &RenewCommand::finished, &app, &QCoreApplication::exit);
    onEndSignal(&command, [&command] { command.stop(); });
    command.run(options.isProfileGiven ? options.profile : QString());
    return QCoreApplication::exec();
}

} // namespace latchkey
