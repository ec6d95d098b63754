#include "app/session/authorizedcall.h"
#include "tests/session/networkfaults.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

const QString RenewalPath = QStringLiteral("/auth/refresh-token");
const QString ProfilePath = QStringLiteral("/auth/profile");

} // namespace

// Many calls on one pair, through the door that every authorized call takes. The access token lives
// an hour, the refresh token twenty days.
class tst_SessionRequests : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void s29ParallelRequestsOneRenewal();
    void s29bQueuedRequestsSitOutAnOutage();
    void s29bTheQueueIsBounded();
    void s30OneErrorForAllThenAnotherTry();
    void s31SerialCallsWithinTheCooldown_data();
    void s31SerialCallsWithinTheCooldown();
    void s33RenewedSinceItLeft();
    void s34ReplayHasTheSameBody();
    void s35SecondUnauthorizedIsTheEndOfIt();
    void s60AllHitExpiryTogether();
    void floorHoldsWhateverIsRefused();
    void fiftyCallsUnderRandomFaults_data();
    void fiftyCallsUnderRandomFaults();

private:
    struct Answers {
        int good = 0;
        QList<ErrorCode> errors;
        [[nodiscard]] qsizetype count() const { return good + errors.size(); }
    };
    void call(Answers &answers);
    void call(Answers &answers, int times)
    {
        for (int i = 0; i < times; ++i)
            call(answers);
        settle();
    }
    [[nodiscard]] QList<QByteArray> bearers() const; // of the profile requests, in order

    std::unique_ptr<SessionFixture> f;
    std::unique_ptr<SessionVault> m_vault;
    std::unique_ptr<Renewer> m_renewer;
    std::unique_ptr<QObject> m_context;
};

void tst_SessionRequests::init()
{
    f = std::make_unique<SessionFixture>();
    f->swapLives();
    f->api.setServer(f->server);
    m_vault = std::make_unique<SessionVault>(f->store, f->preferences, f->clock);
    m_vault->use(QStringLiteral("key"), f->server);
    m_vault->setWanted(true);
    // The longest backoff each time, so that a row knows when the next try is.
    m_renewer = std::make_unique<Renewer>(f->api, *m_vault, f->clock,
                                          Renewer::Setup{{}, [] { return 1.0; }});
    m_context = std::make_unique<QObject>();
    const TokenReply reply{
        {Secret(jwt(f->clock.wall(), f->accessLife)), Secret(jwt(f->clock.wall(), f->refreshLife))},
        f->clock.sinceBoot(),
        {},
        {}};
    m_renewer->start(pairFromReply(reply, nullptr, f->clock), QStringLiteral("john@mail.com"));
}

void tst_SessionRequests::cleanup()
{
    m_context.reset();
    m_renewer.reset();
    m_vault.reset();
    f.reset();
}

void tst_SessionRequests::call(Answers &answers)
{
    AuthorizedCall<Profile>::run(
        *m_renewer, m_context.get(),
        [this](const Secret &token, QObject *context, const AuthorizedCall<Profile>::Callback &cb) {
            f->api.profile(token, context, cb);
        },
        [&answers](const Result<Profile> &result) {
            if (result)
                ++answers.good;
            else
                answers.errors.append(result.error().code);
        });
}

QList<QByteArray> tst_SessionRequests::bearers() const
{
    QList<QByteArray> tokens;
    for (const HttpRequest &request : f->http.sent()) {
        if (request.url.path().endsWith(ProfilePath))
            tokens.append(request.bearer.reveal().toByteArray());
    }
    return tokens;
}

void tst_SessionRequests::s29ParallelRequestsOneRenewal()
{
    const QByteArray old = m_renewer->pair()->tokens.access.reveal().toByteArray();
    f->clock.sleep(2h);
    f->holdRenewals = true;
    Answers answers;
    call(answers, 50);
    QCOMPARE(f->renewalCount(), 1);
    QCOMPARE(f->profileCount(), 0); // nothing leaves with a dead token
    f->http.answerNext(RenewalPath, f->pairReply());
    f->clock.advance(1s);
    QCOMPARE(answers.good, 50);
    QCOMPARE(f->renewalCount(), 1);
    const QList<QByteArray> sent = bearers();
    QCOMPARE(sent.size(), 50);
    QCOMPARE(sent.count(m_renewer->pair()->tokens.access.reveal().toByteArray()), 50);
    QVERIFY(!sent.contains(old));
}

void tst_SessionRequests::s29bQueuedRequestsSitOutAnOutage()
{
    f->clock.sleep(2h);
    f->renewalAnswer = failedReply(TransportFailure::HostNotFound);
    Answers answers;
    call(answers, 10);
    f->clock.advance(1s);
    QCOMPARE(f->renewalCount(), 1);
    QCOMPARE(answers.count(), 0); // not aborted
    f->renewalAnswer.reset();
    f->clock.advance(3s);
    QCOMPARE(answers.good, 10);
    QCOMPARE(f->renewalCount(), 2);
}

void tst_SessionRequests::s29bTheQueueIsBounded()
{
    f->clock.sleep(2h);
    f->renewalAnswer = failedReply(TransportFailure::HostNotFound);
    Answers answers;
    call(answers, 10);
    f->clock.advance(29s);
    QCOMPARE(answers.count(), 0);
    f->clock.advance(2s);
    QCOMPARE(answers.errors, QList<ErrorCode>(10, ErrorCode::HostNotFound));
    QCOMPARE(f->profileCount(), 0);
}

void tst_SessionRequests::s30OneErrorForAllThenAnotherTry()
{
    f->clock.sleep(2h);
    f->renewalAnswer = jsonReply(502, "{}");
    Answers answers;
    call(answers, 50);
    f->clock.advance(35s); // the next try is at 62 s
    QCOMPARE(answers.errors, QList<ErrorCode>(50, ErrorCode::ServerFault));
    f->renewalAnswer.reset();
    Answers next;
    call(next, 1);
    f->clock.advance(1min);
    QCOMPARE(next.good, 1);
    QCOMPARE(answers.count(), 50); // each answered once
}

void tst_SessionRequests::s31SerialCallsWithinTheCooldown_data()
{
    QTest::addColumn<int>("status"); // 0: no connection
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::newRow("31: no connection") << 0 << QByteArray();
    QTest::newRow("31: 500") << 500 << QByteArray();
    QTest::newRow("31: 429 with Retry-After") << 429 << QByteArray("32");
}

void tst_SessionRequests::s31SerialCallsWithinTheCooldown()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    f->clock.sleep(2h);
    HttpReply answer = status ? jsonReply(status, "{}") : failedReply(TransportFailure::Offline);
    if (!retryAfter.isEmpty())
        answer.headers.insert("retry-after", retryAfter);
    f->renewalAnswer = answer;
    Answers first;
    call(first, 1);
    f->clock.advance(31s); // tried at 0, 2, 6, 14 and 30 s, or at 0 s alone
    QCOMPARE(first.count(), 1);
    const int tries = f->renewalCount();
    QCOMPARE(tries, retryAfter.isEmpty() ? 5 : 1);
    Answers answers;
    for (int i = 0; i < 50; ++i) {
        call(answers, 1);
        f->clock.advance(10ms);
    }
    QCOMPARE(f->renewalCount(), tries);
    QCOMPARE(answers.count(), 0); // they wait for the try that is planned
    f->renewalAnswer.reset();
    f->clock.advance(32s);
    QCOMPARE(f->renewalCount(), tries + 1);
    QCOMPARE(answers.count(), 50);
}

void tst_SessionRequests::s33RenewedSinceItLeft()
{
    f->http.setResponder([](const HttpRequest &) { return std::nullopt; });
    Answers answers;
    call(answers, 1);
    m_renewer->renewNow();
    f->clock.advance(0s);
    f->http.answerNext(RenewalPath, f->pairReply());
    f->clock.advance(0s);
    QVERIFY(!m_renewer->isRenewing());
    f->http.answerNext(
        ProfilePath,
        jsonReply(401, R"({"message":"Unauthorized","statusCode":401})")); // to the old token
    f->clock.advance(10s);
    QCOMPARE(f->renewalCount(), 1);
    QCOMPARE(f->profileCount(), 2);
    QCOMPARE(bearers().last(), m_renewer->pair()->tokens.access.reveal().toByteArray());
    f->http.answerNext(ProfilePath, f->profileReply());
    settle();
    QCOMPARE(answers.good, 1);
}

void tst_SessionRequests::s34ReplayHasTheSameBody()
{
    // No documented call has both a token and a body, so this one is made up.
    const QByteArray body = R"({"name":"Jhon"})";
    QList<HttpRequest> sent;
    int status = 401;
    int answered = 0;
    AuthorizedCall<bool>::run(
        *m_renewer, m_context.get(),
        [&](const Secret &token, QObject *context, const AuthorizedCall<bool>::Callback &cb) {
            HttpRequest request;
            request.verb = HttpRequest::Verb::Post;
            request.url = QUrl(QStringLiteral("https://api.example.com/v1/name"));
            request.bearer = token;
            request.body = Secret(body);
            sent.append(request);
            Error error;
            error.code = ErrorCode::Unauthorized;
            const Result<bool> result = std::exchange(status, 200) == 401
                ? Result<bool>(tl::make_unexpected(error))
                : true;
            QMetaObject::invokeMethod(
                context, [cb, result] { cb(result); }, Qt::QueuedConnection);
        },
        [&](const Result<bool> &result) { answered += result ? 1 : 100; });
    f->clock.advance(1s);
    QCOMPARE(answered, 1);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent.at(1).body.reveal().toByteArray(), body);
    QVERIFY(!sent.at(1).bearer.sameAs(sent.at(0).bearer));
    QVERIFY(sent.at(1).bearer.sameAs(m_renewer->pair()->tokens.access));
}

void tst_SessionRequests::s35SecondUnauthorizedIsTheEndOfIt()
{
    f->profileAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    Answers answers;
    call(answers, 1);
    f->clock.advance(1min);
    QCOMPARE(answers.errors, QList<ErrorCode>{ErrorCode::Unauthorized});
    QCOMPARE(f->profileCount(), 2); // no third try
    QCOMPARE(f->renewalCount(), 1);
}

void tst_SessionRequests::s60AllHitExpiryTogether()
{
    f->clock.sleep(2h);
    f->renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    int endings = 0;
    connect(m_renewer.get(), &Renewer::standingChanged, this,
            [&] { endings += m_renewer->standing() == Standing::Dead ? 1 : 0; });
    Answers answers;
    call(answers, 20);
    f->clock.advance(1min);
    QCOMPARE(m_renewer->standing(), Standing::Dead);
    QCOMPARE(endings, 1); // one for all of them
    QCOMPARE(answers.errors, QList<ErrorCode>(20, ErrorCode::Unauthorized));
    QCOMPARE(f->renewalCount(), 2); // 66: the refusal is confirmed
}

// Each refused call asks for a renewal, and each renewal works: two seconds apart all the same.
void tst_SessionRequests::floorHoldsWhateverIsRefused()
{
    f->profileAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    Answers answers;
    for (int i = 0; i < 100; ++i) {
        call(answers, 1);
        f->clock.advance(100ms);
    }
    QVERIFY(f->shortestRenewalGap() >= 2s);
    QVERIFY(f->renewalCount() >= 4);
    f->clock.advance(3s);
    QCOMPARE(answers.count(), 100);
}

void tst_SessionRequests::fiftyCallsUnderRandomFaults_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("50 calls at expiry under 30 %% random faults, seed %u", seed) << seed;
}

// security.md section 3, "Network": one renewal per expiry, and one try more per fault it met.
void tst_SessionRequests::fiftyCallsUnderRandomFaults()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QList<NetworkFault> faults = networkFaults();
    int failedRenewals = 0;
    int renewals = 0;
    f->http.setResponder([&](const HttpRequest &request) -> std::optional<HttpReply> {
        const bool renewal = request.url.path().endsWith(RenewalPath);
        const NetworkFault &fault = faults.at(random.bounded(int(faults.size())));
        const bool faulty
            = random.bounded(100) < 30 && fault.verdict == NetworkFault::Verdict::Outage;
        if (renewal)
            ++(faulty ? failedRenewals : renewals);
        return faulty ? fault.reply : renewal ? f->pairReply() : f->profileReply();
    });
    for (int expiry = 1; expiry <= 20; ++expiry) {
        f->clock.sleep(61min);
        Answers answers;
        call(answers, 50);
        f->clock.advance(1min);
        QCOMPARE(answers.count(), 50);
        QCOMPARE(renewals, expiry);
        QVERIFY(!answers.errors.contains(ErrorCode::Unauthorized));
    }
    QVERIFY(failedRenewals > 0);
    QCOMPARE(f->renewalCount(), 20 + failedRenewals);
}

LATCHKEY_TEST(tst_SessionRequests, QCoreApplication)
#include "tst_sessionrequests.moc"
