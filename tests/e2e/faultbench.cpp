#include "tests/e2e/faultbench.h"

#include "tests/e2e/johnsitem.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace latchkey::test
{

namespace
{

using namespace std::chrono_literals;

const QString ServerBefore = QStringLiteral("https://before.example/api/v1");
const QString EmailBefore = QStringLiteral("john@mail.com");

int ms(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

} // namespace

bool endsSoon(QProcess &process, std::chrono::milliseconds patience)
{
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, ms(patience));
}

bool FaultBench::start(std::chrono::seconds accessLife,
                       const std::function<void(demo::Endpoint)> &onRequest, bool rotate)
{
    m_accessLife = accessLife;
    demo::DemoServer::Options options;
    options.tokens.accessLifetime = accessLife;
    options.tokens.rotate = rotate;
    options.tokens.now = [this] { return SystemClock().wall() + Milliseconds(m_ahead.load()); };
    options.onRequest = onRequest;
    m_server = std::make_unique<demo::DemoServer>(options);
    if (!m_keyring.start() || !m_server->start())
        return false;
    m_address = *ServerAddress::parse(url());
    m_api.setServer(m_address);
    m_keychain = std::make_unique<KeychainStore>(m_clock);
    return true;
}

void FaultBench::age()
{
    m_ahead += Milliseconds(m_accessLife + 1s).count();
}

QString FaultBench::key(const QString &profile, Name name) const
{
    return name == Name::Account ? johnsKey(profile, m_address)
                                 : sessionKey(profile, m_address, false);
}

FaultBench::Item FaultBench::stored(const QString &profile)
{
    const Item item = storedAs(profile, Name::Account);
    return item.held == Held::Nothing ? storedAs(profile, Name::OfBefore) : item;
}

FaultBench::Item FaultBench::storedAs(const QString &profile, Name name)
{
    Item item;
    bool answered = false;
    QObject context;
    m_keychain->read(key(profile, name), SecretStore::Prompt::Never, &context,
                     [&](const auto &result) {
                         answered = true;
                         if (!result)
                             return;
                         item.held = *result ? Held::Rubbish : Held::Nothing;
                         if (!*result)
                             return;
                         if (const auto decoded = decodeSession(**result, m_address)) {
                             item.held = Held::Session;
                             item.session = *decoded;
                         }
                     });
    [[maybe_unused]] const bool done = QTest::qWaitFor([&] { return answered; }, ms(Patience));
    return item;
}

bool FaultBench::plant(const QString &profile, Name name)
{
    bool planted = false;
    QObject context;
    const Credentials john{EmailBefore, Secret(QByteArrayView("changeme"))};
    m_api.login(john, &context, [&](const Result<TokenReply> &reply) {
        if (!reply)
            return;
        const Secret item = encodeSession({m_address, john.email, reply->tokens, m_clock.wall()});
        m_keychain->write(key(profile, name), item, SecretStore::Prompt::Never, &context,
                          [&](const StoreResult<void> &result) { planted = result.has_value(); });
    });
    return QTest::qWaitFor([&] { return planted; }, ms(Patience))
        && (name == Name::OfBefore || listJohn(profile, m_address));
}

bool FaultBench::clear(const QString &profile)
{
    int cleared = 0;
    QObject context;
    for (const Name name : {Name::Account, Name::OfBefore})
        m_keychain->remove(key(profile, name), &context, [&](const StoreResult<void> &result) {
            cleared += result.has_value() ? 1 : 0;
        });
    return QTest::qWaitFor([&] { return cleared == 2; }, ms(Patience));
}

QString FaultBench::whyNotHonoured(const StoredSession &session)
{
    std::optional<Result<TokenReply>> answer;
    const auto ask = [&] {
        QObject context;
        answer.reset();
        m_api.refreshToken(session.tokens.refresh, &context,
                           [&](const Result<TokenReply> &reply) { answer = reply; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, ms(Patience));
    };
    // A second time if the connection, idle since the last time, was just closed by the server.
    if (!ask() || (!*answer && answer->error().httpStatus == 0 && !ask()))
        return QStringLiteral("the server does not answer");
    return *answer ? QString()
                   : QStringLiteral("the server does not honour what the keychain holds: ")
            + errorName(answer->error().code);
}

QString FaultBench::keychainProblem(const QString &profile)
{
    const Item item = stored(profile);
    if (item.held != Held::Session)
        return QStringLiteral("the keychain holds no session");
    if (m_keyring.prompter().prompts != 0)
        return QStringLiteral("the person was asked something");
    return whyNotHonoured(item.session);
}

QString FaultBench::settingsFile(const QString &profile)
{
    return settingsPath(profile);
}

bool FaultBench::listStored(const QString &profile) const
{
    return listJohn(profile, m_address);
}

bool FaultBench::leaveSettings(const QString &profile) const
{
    PreferenceValues values;
    values.server = ServerBefore;
    values.email = EmailBefore;
    values.storedSessions = {johnsEntry(profile, m_address)};
    QDir().mkpath(QFileInfo(settingsFile(profile)).path());
    QFile::remove(settingsFile(profile) + QStringLiteral(".bad"));
    QFile file(settingsFile(profile));
    const QByteArray content = encodePreferences(values);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QString FaultBench::settingsProblem(const QString &profile) const
{
    return problemIn(settingsFile(profile));
}

QString FaultBench::problemIn(const QString &file) const
{
    PreferenceValues values;
    switch (loadPreferences(file, &values)) {
    case FileVerdict::BadValues:
        return QStringLiteral("the settings hold bad values");
    case FileVerdict::Missing:
        return QStringLiteral("the settings are gone");
    case FileVerdict::Damaged:
        return QStringLiteral("the settings are damaged");
    case FileVerdict::Newer:
        return QStringLiteral("the settings are not ours");
    case FileVerdict::Unreadable:
        return QStringLiteral("the settings cannot be read");
    case FileVerdict::Good:
        break;
    }
    if (values.server != ServerBefore && values.server != url())
        return QStringLiteral("the settings name neither server: ") + values.server;
    return values.email == EmailBefore ? QString() : QStringLiteral("the e-mail address is lost");
}

qint64 FaultBench::launch(QProcess &process, const QStringList &tracer,
                          const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("latchkey.*=true"));
    if (!tracer.isEmpty()) { // LeakSanitizer is a tracer itself, and there can be only one
        const QString asan = environment.value(QStringLiteral("ASAN_OPTIONS"));
        environment.insert(QStringLiteral("ASAN_OPTIONS"),
                           asan + QStringLiteral(":detect_leaks=0"));
    }
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QStringList words = tracer + QStringList{QStringLiteral(LATCHKEY_PROGRAM)} + arguments;
    const QString first = words.takeFirst();
    process.start(first, words);
    if (!process.waitForStarted())
        qFatal("the program does not start");
    return process.processId();
}

void FaultBench::typeCredentials(QProcess &process)
{
    process.write("john@mail.com\nchangeme\n");
    process.closeWriteChannel();
}

bool FaultBench::isShownSoon(const QProcess &process, int picturesBefore,
                             std::chrono::milliseconds patience) const
{
    const auto isShown = [&] { return m_server->counts().avatar > picturesBefore; };
    return QTest::qWaitFor([&] { return isShown() || process.state() == QProcess::NotRunning; },
                           ms(patience))
        && isShown();
}

QString FaultBench::normalStartProblem(const QString &profile)
{
    const auto before = m_server->counts();
    QProcess process;
    launch(process, {}, onServer() + QStringList{QStringLiteral("--profile"), profile});
    const bool shown = isShownSoon(process, before.avatar, Patience);
    process.terminate();
    const bool ended = endsSoon(process, Patience);
    if (!shown)
        return QStringLiteral("the next start is not signed in: ")
            + QString::fromUtf8(process.readAll().right(2000));
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return QStringLiteral("the next start does not end well");
    if (m_server->counts().login != before.login)
        return QStringLiteral("the next start signs in again");
    return m_keyring.prompter().prompts == 0 ? QString()
                                             : QStringLiteral("the person was asked something");
}

} // namespace latchkey::test
