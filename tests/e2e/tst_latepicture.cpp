#include "tests/e2e/programfixture.h"
#include "tests/support/fakehttp.h"
#include "tests/support/fakestore.h"
#include "tests/support/testprogram.h"
#include "ui/avatar.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QThreadPool>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

const QString Pictures = QStringLiteral(".png");

HttpReply picture()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    HttpReply reply;
    reply.status = 200;
    reply.headers.insert("content-type", "image/png");
    QBuffer buffer(&reply.body);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return reply;
}

HttpReply redirect()
{
    HttpReply reply;
    reply.status = 302;
    reply.headers.insert("location", "https://elsewhere.example/john.png");
    return reply;
}

// A program on a network where pictures wait for the test to answer.
struct Desk {
    FakeStore store;
    FakeHttp http;
    ProgramFixture f{store, {}, &http};
    std::chrono::seconds access = 480h;
    std::chrono::seconds refresh = 10h;
    bool online = true;
    bool johnHasPicture = true;
    bool mariaHasPicture = false;
    bool johnIsGone = false;
    bool johnIsReplaced = false;
    bool isMaria = false; // who signed in last
    int serial = 0;

    Desk()
    {
        http.setResponder([this](const HttpRequest &request) { return answer(request); });
        f.options.server = *ServerAddress::parse(QStringLiteral("https://api.example.com/v1"));
    }
    std::optional<HttpReply> answer(const HttpRequest &request)
    {
        const QString path = request.url.path();
        if (path.endsWith(Pictures))
            return std::nullopt;
        if (!online)
            return failedReply(TransportFailure::Offline);
        if (johnIsReplaced && !path.endsWith(u"login"))
            return jsonReply(401, R"({"error":"session_replaced","statusCode":401})");
        if (path.endsWith(u"login"))
            isMaria = request.body.reveal().toByteArray().contains("maria@mail.com");
        if (path.endsWith(u"profile"))
            return johnIsGone && !isMaria
                ? jsonReply(400, R"({"name":"EntityNotFoundError","message":"none"})")
                : jsonReply(200, profile());
        if (johnIsGone && path.endsWith(u"refresh-token"))
            return jsonReply(401, R"({"message":"Invalid","statusCode":401})");
        return jsonReply(201,
                         tokenBody(f.clock.wall(), access, refresh, ++serial, isMaria ? 2 : 1));
    }
    [[nodiscard]] QByteArray profile() const
    {
        const bool has = isMaria ? mariaHasPicture : johnHasPicture;
        const QByteArray name = isMaria ? "maria" : "john";
        return R"({"id":1,"email":")" + name + R"(@mail.com","name":")" + name
            + R"(","role":"customer","avatar":")"
            + (has ? "https://pics.example/" + name + ".png" : QByteArray()) + "\"}";
    }
    // John is signed in, and his picture is under way.
    [[nodiscard]] bool openWithJohn()
    {
        f.open();
        settle();
        return signIn("john@mail.com") && pictures() == 1;
    }
    [[nodiscard]] bool signIn(const char *email)
    {
        if (!f.submit(QString::fromLatin1(email), QStringLiteral("changeme")))
            return false;
        settle();
        return isLiving(f.state());
    }
    // For so long: each tick in between would be painted.
    void standStill(Milliseconds time)
    {
        f.clock.freeze(time);
        f.moveClock(1s);
    }
    // Of pictures, under way. Everything else is answered at once.
    [[nodiscard]] int pictures() const { return http.pendingCount(); }
    [[nodiscard]] bool showsPicture() const
    {
        return f.program->window().findChild<Avatar *>()->hasImage();
    }
    // Every picture that has arrived is decoded and, if it is wanted, on screen.
    static void finishDecoding()
    {
        QThreadPool::globalInstance()->waitForDone();
        settle();
    }
};

using Way = std::function<void(Desk &)>;

void addWays()
{
    QTest::addColumn<Way>("goes");
    const auto row = [](const char *name, const Way &way) { QTest::newRow(name) << way; };
    row("signs out", [](Desk &desk) { desk.f.program->session().signOut(); });
    row("replaced", [](Desk &desk) {
        desk.johnIsReplaced = true;
        desk.f.program->session().reloadProfile();
        settle();
        desk.johnIsReplaced = false;
    });
    row("account gone", [](Desk &desk) {
        desk.johnIsGone = true;
        desk.f.program->session().reloadProfile();
        desk.f.moveClock(1min);
    });
    row("time is up", [](Desk &desk) { desk.standStill(481h); });
    row("another server", [](Desk &desk) {
        emit desk.f.program->window().serverChosen(
            *ServerAddress::parse(QStringLiteral("https://other.example.com")));
        settle();
    });
    row("a demo server", [](Desk &desk) {
        desk.f.program->session().useServer(
            *ServerAddress::parse(QStringLiteral("http://127.0.0.1:9")), true);
        settle();
    });
}

} // namespace

// Section 2, item 2: a picture that is still loading dies with the session of whom it shows, in
// whichever way that person goes.
class tst_LatePicture : public QObject
{
    Q_OBJECT
private slots:
    void s71NothingIsSentAfterThePersonWent_data() { addWays(); }
    void s71NothingIsSentAfterThePersonWent();
    void s71NotEvenARedirectIsFollowed_data() { addWays(); }
    void s71NotEvenARedirectIsFollowed();
    void s71NotShownToTheNextPerson_data();
    void s71NotShownToTheNextPerson();
    void s71ArrivedButNotYetDecoded();
    void s71ThePersonHasNoneAnyMore();
    void s71NothingIsSentWhileTheProgramEnds();
    void theNextPersonsOwnIsShown();
    void goesOnWhileSomebodyElseOnlyTries();
};

void tst_LatePicture::s71NothingIsSentAfterThePersonWent()
{
    QFETCH(Way, goes);
    Desk desk;
    QVERIFY(desk.openWithJohn());
    goes(desk);
    QVERIFY(!isLiving(desk.f.state()));
    QCOMPARE(desk.pictures(), 0); // given up
    const int sent = desk.http.sentCount(Pictures);
    desk.f.moveClock(1min);
    Desk::finishDecoding();
    QCOMPARE(desk.http.sentCount(Pictures), sent);
    QVERIFY(!desk.showsPicture());
}

void tst_LatePicture::s71NotEvenARedirectIsFollowed()
{
    QFETCH(Way, goes);
    Desk desk;
    QVERIFY(desk.openWithJohn());
    desk.http.answerNext(Pictures, redirect());
    QCOMPARE(desk.http.sentCount(Pictures), 2);
    QCOMPARE(desk.pictures(), 1);
    goes(desk);
    QCOMPARE(desk.pictures(), 0);
    QCOMPARE(desk.http.sentCount(Pictures), 2);
}

void tst_LatePicture::s71NotShownToTheNextPerson_data()
{
    addWays();
    QTest::newRow("signed in over his session") << Way([](Desk &desk) {
        desk.standStill(11h); // his session can't be renewed any more
        QCOMPARE(desk.f.state(), SessionState::NotRenewable);
        QCOMPARE(desk.pictures(), 1); // it is his, and he is there
        QVERIFY(desk.f.press(QStringLiteral("Sign in again")));
    });
}

void tst_LatePicture::s71NotShownToTheNextPerson()
{
    QFETCH(Way, goes);
    Desk desk;
    QVERIFY(desk.openWithJohn());
    goes(desk);
    desk.johnIsGone = false;
    QVERIFY(desk.signIn("maria@mail.com"));
    QVERIFY(desk.f.shows(QStringLiteral("maria@mail.com")));
    QCOMPARE(desk.pictures(), 0);
    desk.f.moveClock(1min);
    Desk::finishDecoding();
    QVERIFY(!desk.showsPicture());
    QCOMPARE(desk.http.sentCount(Pictures), 1);
}

void tst_LatePicture::s71ArrivedButNotYetDecoded()
{
    Desk desk;
    QVERIFY(desk.openWithJohn());
    desk.http.answerNext(Pictures, picture()); // to be decoded on another thread
    desk.f.program->session().signOut();
    QVERIFY(desk.signIn("maria@mail.com"));
    Desk::finishDecoding();
    QVERIFY(!desk.showsPicture());
}

void tst_LatePicture::s71ThePersonHasNoneAnyMore()
{
    Desk desk;
    QVERIFY(desk.openWithJohn());
    desk.johnHasPicture = false;
    desk.f.program->session().reloadProfile();
    settle();
    QCOMPARE(desk.pictures(), 0);
    Desk::finishDecoding();
    QVERIFY(!desk.showsPicture());
}

void tst_LatePicture::s71NothingIsSentWhileTheProgramEnds()
{
    Desk desk;
    QVERIFY(desk.openWithJohn());
    QSignalSpy finished(desk.f.program.get(), &Composition::finished);
    desk.f.program->quit();
    QCOMPARE(desk.pictures(), 0);
    desk.f.moveClock(1s);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(desk.http.sentCount(Pictures), 1);
}

void tst_LatePicture::theNextPersonsOwnIsShown()
{
    Desk desk;
    desk.mariaHasPicture = true;
    QVERIFY(desk.openWithJohn());
    desk.f.program->session().signOut();
    QVERIFY(desk.signIn("maria@mail.com"));
    QCOMPARE(desk.pictures(), 1);
    QCOMPARE(desk.http.lastSent().url.path(), QStringLiteral("/maria.png"));
    desk.http.answerNext(Pictures, picture());
    Desk::finishDecoding();
    QVERIFY(desk.showsPicture());
    desk.f.program->session().signOut();
    QVERIFY(!desk.showsPicture());
}

void tst_LatePicture::goesOnWhileSomebodyElseOnlyTries()
{
    Desk desk;
    QVERIFY(desk.openWithJohn());
    desk.standStill(11h);
    QCOMPARE(desk.f.state(), SessionState::NotRenewable);
    desk.online = false;
    QVERIFY(desk.f.press(QStringLiteral("Sign in again")));
    QVERIFY(desk.f.submit(QStringLiteral("maria@mail.com"), QStringLiteral("wrong")));
    settle();
    QCOMPARE(desk.f.state(), SessionState::NotRenewable);
    QCOMPARE(desk.pictures(), 1); // John's session goes on, and so does his picture
    desk.http.answerNext(Pictures, picture());
    Desk::finishDecoding();
    QVERIFY(desk.showsPicture());
}

LATCHKEY_TEST(tst_LatePicture, QApplication)
#include "tst_latepicture.moc"
