#include "tests/e2e/programfixture.h"
#include "tests/support/fakehttp.h"
#include "tests/support/fakestore.h"
#include "tests/support/testprogram.h"

#include <QLineEdit>
#include <QTcpServer>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Every row of the login error table (screens.md section 7, E1 to E23), from the network edge to
// the words on the screen of the composed program.
class tst_SignInErrors : public QObject
{
    Q_OBJECT
private slots:
    void table_data();
    void table();
    void thirdRefusalNamesTheWayOut();
    void rateLimitCountsDown();
    void emptyFieldsSendNothing();
    void oddEmailPassesTheSecondTime();
    void noDoubleSubmit();
    void cancelWhileBusy();
    void ownDeadline();
};

namespace
{

// Without a body: as the API says no.
HttpReply status(int code, const QByteArray &body = {},
                 const QHash<QByteArray, QByteArray> &headers = {})
{
    const QByteArray no = R"({"message":"no","statusCode":)" + QByteArray::number(code) + '}';
    HttpReply reply = jsonReply(code, body.isEmpty() ? no : body);
    for (auto it = headers.begin(); it != headers.end(); ++it)
        reply.headers.insert(it.key(), it.value());
    return reply;
}

HttpReply tls(TlsFault::Kind kind, const QDateTime &limit = {}, const QString &names = {})
{
    HttpReply reply = failedReply(TransportFailure::Tls);
    reply.tls = TlsFault{kind, limit, names, {}};
    return reply;
}

HttpReply redirect(int code, const QByteArray &location)
{
    return status(code, {}, {{"location", location}});
}

// A program on a fake network, open at its sign-in page.
struct Page {
    FakeStore store;
    FakeHttp http;
    ProgramFixture f{store, {}, &http};
    Page()
    {
        f.options.server = *ServerAddress::parse(QStringLiteral("https://api.example.com/v1"));
        f.open();
        settle();
    }
    [[nodiscard]] bool answerSignIn(const HttpReply &reply)
    {
        if (!f.signIn() || http.pendingCount() != 1)
            return false;
        http.answerNext(reply);
        settle();
        return true;
    }
};

} // namespace

void tst_SignInErrors::table_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<QStringList>("says"); // in this order
    const auto row = [](const char *id, const HttpReply &reply, const QStringList &says) {
        QTest::newRow(id) << reply << says;
    };
    const auto text = [](const char *words) { return QString::fromUtf8(words); };
    row("E1", status(401),
        {text("Email or password is incorrect."), text("Check both and try again.")});
    row("E3", status(403), {text("You can't sign in to api.example.com with this account.")});
    row("E4", status(400), {text("The server couldn't read the sign-in request.")});
    row("E5 404", status(404), {text("Sign-in isn't available at this address.")});
    row("E5 405", status(405), {text("Sign-in isn't available at this address.")});
    row("E6", status(429, "{}", {{"retry-after", "90"}}),
        {text("Too many attempts."), text("1:30")});
    for (const int code : {500, 502, 504})
        row(qPrintable(QStringLiteral("E7 %1").arg(code)), status(code),
            {text("api.example.com has a problem right now."), text("weren't the cause")});
    row("E8", status(503, "{}", {{"retry-after", "600"}}),
        {text("api.example.com is down for maintenance."), text("Try again after")});
    row("E9", failedReply(TransportFailure::Offline),
        {text("You're offline."), text("What you typed is still here.")});
    row("E10", failedReply(TransportFailure::HostNotFound), {text("Can't find api.example.com.")});
    row("E11", failedReply(TransportFailure::ConnectionRefused),
        {text("api.example.com isn't accepting connections.")});
    row("E12", failedReply(TransportFailure::TimedOut),
        {text("api.example.com didn't answer within 30 seconds.")});
    row("E13", failedReply(TransportFailure::Interrupted),
        {text("The connection to api.example.com was interrupted."), text("Nothing was saved.")});
    row("E14 expired", tls(TlsFault::Kind::Expired, QDateTime({2025, 1, 2}, {0, 0}, Qt::UTC)),
        {text("isn't private"), text("expired on"), text("Your password was not sent.")});
    row("E14 other host", tls(TlsFault::Kind::WrongHost, {}, QStringLiteral("evil.example")),
        {text("isn't private"), text("was issued for evil.example")});
    row("E14 untrusted", tls(TlsFault::Kind::Untrusted),
        {text("isn't private"), text("isn't trusted by this computer")});
    row("E14 no certificate", failedReply(TransportFailure::Tls),
        {text("No secure connection to api.example.com could be made."),
         text("Your password was not sent.")});
    row("E15", tls(TlsFault::Kind::NotYetValid, QDateTime({2199, 1, 2}, {0, 0}, Qt::UTC)),
        {text("Check this computer's date and time.")});
    row("E16", redirect(302, "https://portal.example/login"),
        {text("This network wants you to sign in first."), text("portal.example")});
    row("E16 511", status(511), {text("sign in first. Open a browser, sign in to the network")});
    row("E17", failedReply(TransportFailure::ProxyAuthentication),
        {text("Your proxy needs a user name and password.")});
    row("E18", redirect(307, "https://evil.example/auth/login"),
        {text("tried to send your sign-in to evil.example."),
         text("your password went only to api.example.com")});
    HttpReply html = status(200, "<html><body>hello</body></html>");
    html.headers.insert("content-type", "text/html");
    row("E19 HTML", html, {text("api.example.com sent an answer this app can't read.")});
    row("E19 not JSON", status(200, "oops"),
        {text("api.example.com sent an answer this app can't read.")});
    row("E20", status(201, R"({"message":"welcome"})"),
        {text("accepted your password but didn't start a session.")});
    row("E20 unusable token", status(201, R"({"access_token":"a b","refresh_token":"c"})"),
        {text("accepted your password but didn't start a session.")});
    row("67: E20 a success that says no", status(201, R"({"statusCode":401,"message":"no"})"),
        {text("accepted your password but didn't start a session.")});
    row("E21", status(418), {text("api.example.com refused the request (code 418).")});
    row("E23", redirect(308, "/v9/auth/login"),
        {text("api.example.com has moved."), text("nothing was sent there yet")});
    for (const int code : {400, 401, 403}) {
        HttpReply page = html;
        page.status = code;
        const QStringList says{text("Something between you and api.example.com answered."),
                               QStringLiteral("(HTTP %1)").arg(code),
                               text("Your password was not judged.")};
        row(qPrintable(QStringLiteral("64: E22 %1 HTML").arg(code)), page, says);
        row(qPrintable(QStringLiteral("64: E22 %1 JSON").arg(code)), status(code, "{}"), says);
    }
}

void tst_SignInErrors::table()
{
    QFETCH(HttpReply, reply);
    QFETCH(QStringList, says);
    Page page;
    QVERIFY(page.answerSignIn(reply));
    const QString text = page.f.barText();
    qsizetype from = 0;
    for (const QString &words : std::as_const(says)) {
        from = text.indexOf(words, from);
        QVERIFY2(from >= 0, qPrintable(text + QStringLiteral(" lacks: ") + words));
    }
    QCOMPARE(page.f.state(), SessionState::SignedOut);
    QVERIFY(page.f.field(QStringLiteral("Password"))); // the form stays, nothing is in its way
    page.f.moveClock(10min);
    QCOMPARE(page.http.sentCount(QStringLiteral("/auth/login")), 1); // no automatic retry
    QVERIFY(page.store.items.isEmpty());
    QVERIFY(!text.contains(QStringLiteral("changeme")));
}

void tst_SignInErrors::thirdRefusalNamesTheWayOut() // E2
{
    Page page;
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QVERIFY(page.answerSignIn(status(401)));
        QCOMPARE(page.f.barText().contains(
                     QStringLiteral("contact the administrator of api.example.com")),
                 attempt == 3);
    }
}

void tst_SignInErrors::rateLimitCountsDown() // E6
{
    Page page;
    QVERIFY(page.answerSignIn(status(429, "{}", {{"retry-after", "90"}})));
    page.f.moveClock(30s);
    QVERIFY2(page.f.barText().contains(QStringLiteral("1:00")), qPrintable(page.f.barText()));
}

void tst_SignInErrors::emptyFieldsSendNothing() // V1, V3
{
    Page page;
    QVERIFY(page.f.press(QStringLiteral("Sign in")));
    QVERIFY(page.f.shows(QStringLiteral("Enter your email address.")));
    QCOMPARE(QApplication::focusWidget(), page.f.field(QStringLiteral("Email address")));
    QVERIFY(page.f.type(QStringLiteral("Email address"), QStringLiteral("john@mail.com")));
    QVERIFY(page.f.press(QStringLiteral("Sign in")));
    QVERIFY(page.f.shows(QStringLiteral("Enter your password.")));
    QCOMPARE(QApplication::focusWidget(), page.f.field(QStringLiteral("Password")));
    QCOMPARE(page.http.sentCount(), 0);
}

void tst_SignInErrors::oddEmailPassesTheSecondTime() // V2
{
    Page page;
    QVERIFY(page.f.submit(QStringLiteral("john"), QStringLiteral("changeme")));
    QVERIFY(page.f.shows(QStringLiteral("This doesn't look like an email address.")));
    QCOMPARE(page.http.sentCount(), 0);
    QVERIFY(page.f.press(QStringLiteral("Sign in")));
    QCOMPARE(page.http.sentCount(), 1);
}

void tst_SignInErrors::noDoubleSubmit()
{
    Page page;
    QVERIFY(page.f.signIn());
    QVERIFY(!page.f.press(QStringLiteral("Sign in")) || page.http.sentCount() == 1);
    QTest::keyClick(page.f.field(QStringLiteral("Password")), Qt::Key_Return);
    settle();
    QCOMPARE(page.http.sentCount(), 1);
    QCOMPARE(page.f.state(), SessionState::SigningIn);
    const auto *email = page.f.field(QStringLiteral("Email address"));
    QVERIFY(email && email->isReadOnly() && email->isEnabled()); // read-only, so it keeps the focus
}

void tst_SignInErrors::cancelWhileBusy() // S1, S2
{
    Page page;
    QVERIFY(page.f.signIn());
    page.f.moveClock(2s);
    QVERIFY(page.f.shows(QStringLiteral("Contacting api.example.com")));
    page.f.moveClock(4s);
    QVERIFY(page.f.shows(QStringLiteral("Still waiting for api.example.com.")));
    QVERIFY(page.f.press(QStringLiteral("Cancel")));
    QCOMPARE(page.f.state(), SessionState::SignedOut);
    QVERIFY(page.f.barText().contains(QStringLiteral("Sign-in cancelled.")));
    QCOMPARE(page.http.pendingCount(), 0);
}

// E12 end to end: a server that accepts and never answers, real HTTP, our clock.
void tst_SignInErrors::ownDeadline()
{
    FakeStore store;
    ProgramFixture f(store);
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    f.options.server = *ServerAddress::parse(
        QStringLiteral("http://127.0.0.1:%1/api/v1").arg(silent.serverPort()));
    f.open();
    settle();
    QVERIFY(f.signIn());
    QTRY_VERIFY(silent.hasPendingConnections());
    f.moveClock(29s);
    QCOMPARE(f.state(), SessionState::SigningIn);
    f.moveClock(2s);
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.barText().contains(QStringLiteral("didn't answer within 30 seconds.")));
}

LATCHKEY_TEST(tst_SignInErrors, QApplication)
#include "tst_signinerrors.moc"
