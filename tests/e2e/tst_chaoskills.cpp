#include "app/base/systemclock.h"
#include "app/store/keychainstore.h"
#include "tests/e2e/chaos.h"
#include "tests/e2e/johnsitem.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTimer>

#include <csignal>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The built program, on the real gnome-keyring and behind a FaultProxy, is killed with SIGKILL at a
// random moment, again and again. Each start has to renew: the server's clock has run ahead of its
// access token. After each kill the keychain must hold a session that the server honours, the one
// from before or the one from after.
class tst_ChaosKills : public QObject
{
    Q_OBJECT
public:
    explicit tst_ChaosKills(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void initTestCase();
    void killed();
    void theLastStartIsSignedIn();
    void noSecretOnDisk();
    void cleanupTestCase() { m_keychain.reset(); }

private:
    [[nodiscard]] std::optional<StoredSession> stored();
    [[nodiscard]] bool plant();
    [[nodiscard]] bool isHonoured(const StoredSession &session);
    void start(QProcess &process);
    [[nodiscard]] bool killSomewhere(QProcess &process, int events, Milliseconds later);
    void happened();

    PrivateKeyring &m_keyring;
    SystemClock m_clock;
    Dice m_dice{chaosSeed()};
    QnamEdge m_edge{m_clock};
    ApiClient m_api{m_edge, m_clock};
    std::atomic<qint64> m_ahead{0}; // of the server's clock, in milliseconds
    std::unique_ptr<demo::DemoServer> m_server;
    demo::FaultProxy m_proxy{m_clock};
    ServerAddress m_address;
    std::unique_ptr<KeychainStore> m_keychain;
    QByteArray m_output; // all that the program ever said
    std::function<void()> m_onEvent;
};

namespace
{

constexpr int Kills = 50;
constexpr Milliseconds Patience = 30s; // a sanitizer on a busy machine
constexpr Milliseconds Silence = 400ms; // after which nothing more comes by itself
constexpr auto AccessLife = 10s;
constexpr int MostEvents = 11; // a start with a renewal takes 10 without faults
constexpr Milliseconds LatestKill = 8ms; // after the event
constexpr Milliseconds LatestEarlyKill = 400ms; // of a start that has not spoken yet

// Real time passes here: what takes long is cut short, and a hang ends with the kill.
demo::FaultPlan quickFaults(quint32 seed)
{
    return [plan = demo::seededFaults(seed, 0.4)](const demo::Exchange &exchange) {
        demo::Fault fault = plan(exchange);
        fault.wait = std::min<Milliseconds>(fault.wait, 2ms);
        return fault;
    };
}

} // namespace

void tst_ChaosKills::initTestCase()
{
    qInfo("LATCHKEY_CHAOS_SEED=%u", chaosSeed());
    QVERIFY(m_keyring.start());
    m_keychain = std::make_unique<KeychainStore>(m_clock);
    demo::DemoServer::Options options;
    options.tokens.accessLifetime = AccessLife;
    options.tokens.remember = true;
    options.tokens.now = [this] { return SystemClock().wall() + Milliseconds(m_ahead.load()); };
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_server->start());
    QVERIFY(m_proxy.start(m_server->port()));
    m_address
        = *ServerAddress::parse(QStringLiteral("http://127.0.0.1:%1/api/v1").arg(m_proxy.port()));
    m_api.setServer(*ServerAddress::parse(m_server->url())); // past the proxy
    using demo::FaultProxy;
    connect(&m_proxy, &FaultProxy::accepted, this, &tst_ChaosKills::happened);
    connect(&m_proxy, &FaultProxy::requestRead, this, &tst_ChaosKills::happened);
    connect(&m_proxy, &FaultProxy::replyRead, this, &tst_ChaosKills::happened);
    connect(&m_proxy, &FaultProxy::delivered, this, &tst_ChaosKills::happened);
    connect(&m_proxy, &FaultProxy::struck, this, &tst_ChaosKills::happened);
    QVERIFY(plant());
}

void tst_ChaosKills::happened()
{
    if (m_onEvent)
        m_onEvent();
}

std::optional<StoredSession> tst_ChaosKills::stored()
{
    std::optional<StoredSession> session;
    bool answered = false;
    QObject context;
    m_keychain->read(johnsKey(QStringLiteral("default"), m_address), SecretStore::Prompt::Never,
                     &context, [&](const auto &result) {
                         answered = true;
                         if (!result || !*result)
                             return;
                         if (const auto decoded = decodeSession(**result, m_address))
                             session = *decoded;
                     });
    return QTest::qWaitFor([&] { return answered; }) ? session : std::nullopt;
}

// A session as a sign-in leaves it.
bool tst_ChaosKills::plant()
{
    bool planted = false;
    QObject context;
    const Credentials john{QStringLiteral("john@mail.com"), Secret(QByteArrayView("changeme"))};
    m_api.login(john, &context, [&](const Result<TokenReply> &reply) {
        if (!reply)
            return;
        const Secret item = encodeSession({m_address, john.email, reply->tokens, m_clock.wall()});
        m_keychain->write(johnsKey(QStringLiteral("default"), m_address), item,
                          SecretStore::Prompt::Never, &context,
                          [&](const StoreResult<void> &result) { planted = result.has_value(); });
    });
    return QTest::qWaitFor([&] { return planted; })
        && listJohn(QStringLiteral("default"), m_address);
}

bool tst_ChaosKills::isHonoured(const StoredSession &session)
{
    std::optional<bool> honoured;
    QObject context;
    m_api.refreshToken(session.tokens.refresh, &context,
                       [&](const Result<TokenReply> &reply) { honoured = reply.has_value(); });
    return QTest::qWaitFor([&] { return honoured.has_value(); }) && *honoured;
}

void tst_ChaosKills::start(QProcess &process)
{
    m_ahead += Milliseconds(AccessLife + 1s).count();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("latchkey.*=true"));
    if (environment.contains(QStringLiteral("DISPLAY")))
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(LATCHKEY_PROGRAM),
                  {QStringLiteral("--server"), m_address.toString()});
}

// After so many events at the proxy and a moment more, or when nothing more comes. False: it never
// spoke, or was gone before.
bool tst_ChaosKills::killSomewhere(QProcess &process, int events, Milliseconds later)
{
    bool killed = false;
    QTimer soon; // the kill
    soon.setSingleShot(true);
    soon.setTimerType(Qt::PreciseTimer);
    connect(&soon, &QTimer::timeout, &process, [&] {
        killed = process.state() == QProcess::Running;
        process.kill();
    });
    QTimer silence;
    silence.setSingleShot(true);
    connect(&silence, &QTimer::timeout, &soon, [&] { soon.start(0); });
    m_onEvent = [&, left = events]() mutable {
        silence.start(Silence);
        if (--left == 0)
            soon.start(later);
    };
    if (events == 0)
        soon.start(later);
    QSignalSpy finished(&process, &QProcess::finished);
    const bool ended = process.state() == QProcess::NotRunning
        || finished.wait(static_cast<int>(Patience.count()));
    m_onEvent = nullptr;
    return killed && ended && process.exitStatus() == QProcess::CrashExit
        && process.exitCode() == SIGKILL;
}

void tst_ChaosKills::killed()
{
    int inTheGap = 0; // the server had renewed, and the keychain did not know yet
    int renewed = 0;
    int early = 0;
    for (int i = 0; i < Kills; ++i) {
        const auto before = stored();
        QVERIFY(before);
        const auto plan = quickFaults(static_cast<quint32>(m_dice.below(1 << 30)));
        m_proxy.setPlan(m_dice.below(2) == 0 ? plan : demo::FaultPlan());
        const int events = m_dice.below(MostEvents + 1);
        const int refreshes = m_server->counts().refresh;
        QProcess process;
        start(process);
        QVERIFY(process.waitForStarted());
        // Half of them at the very moment: what follows an event takes less than a millisecond.
        const Milliseconds latest = events == 0 ? LatestEarlyKill : LatestKill * m_dice.below(2);
        const bool killed = killSomewhere(process, events, m_dice.upTo(latest));
        const QByteArray output = process.readAll();
        m_output += output;
        QVERIFY2(killed, output.right(2000).constData());
        const auto after = stored();
        QVERIFY2(after, "the keychain holds no session any more");
        const bool isNew = !after->tokens.refresh.sameAs(before->tokens.refresh);
        const bool asked = m_server->counts().refresh > refreshes;
        renewed += isNew ? 1 : 0;
        inTheGap += asked && !isNew ? 1 : 0;
        early += events == 0 ? 1 : 0;
        QVERIFY2(isHonoured(*after), "the server does not honour what the keychain holds");
        QCOMPARE(m_server->counts().login, 1);
    }
    qInfo("%d kills: %d before the first word, %d after a renewal was asked for and before it was "
          "stored, %d after it was stored; %d faults",
          Kills, early, inTheGap, renewed, m_proxy.injected());
    QVERIFY(renewed > 0 && inTheGap > 0); // else the moments were not random enough
}

void tst_ChaosKills::theLastStartIsSignedIn()
{
    m_proxy.setPlan({});
    const auto before = m_server->counts();
    QProcess process;
    start(process);
    // Refused, renewed, and then answered.
    const int patience = static_cast<int>(Patience.count());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->counts().profile >= before.profile + 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->counts().avatar > before.avatar, patience); // it is shown
    QCOMPARE(m_server->counts().login, 1);
    process.terminate();
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    m_output += process.readAll();
    const auto left = stored();
    QVERIFY(left && isHonoured(*left));
}

void tst_ChaosKills::noSecretOnDisk()
{
    auto secrets = m_server->issuedTokens();
    QVERIFY(secrets.size() > Kills);
    secrets << "changeme";
    QStringList folders;
    for (const char *name :
         {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        folders << qEnvironmentVariable(name);
    QVERIFY(!folders.contains(QString()));
    int files = 0;
    QCOMPARE(filesHolding(folders, secrets, &files), QStringList());
    QVERIFY(files > 0); // the keyring's at least
    QVERIFY(m_output.contains("latchkey.session")); // it did talk
    for (const QByteArray &secret : std::as_const(secrets))
        QVERIFY(!m_output.contains(secret));
}

static int runChaoskills(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QCoreApplication app(argc, argv);
    tst_ChaosKills test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runChaoskills)
#include "tst_chaoskills.moc"
