#include "tests/support/testprogram.h"
#include "tests/support/wording.h"
#include "ui/errormessage.h"
#include "ui/messages.h"

#include <QTest>
#include <QTimeZone>

using namespace latchkey;

namespace
{

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void everyIdHasTheTablesWording()
    {
        QCOMPARE(allMessageIds().size(), test::wordingTable().size());
        for (const MessageId id : allMessageIds()) {
            const QStringList texts = test::wordingOf(messageName(id)).texts;
            QVERIFY2(texts.contains(messageTemplate(id)), qPrintable(messageTemplate(id)));
        }
    }

    void variants_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<int>("variant");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, MessageId id, Variant variant, const char *wanted) {
            QTest::newRow(name) << int(id) << int(variant) << text(wanted);
        };
        row("1 s", MessageId::S1, Variant::After1s, "Contacting {host}...");
        row("5 s", MessageId::S1, Variant::After5s,
            "Still waiting for {host}. You can keep waiting or cancel.");
        row("10 s", MessageId::S1, Variant::After10s,
            "{host} is taking longer than usual ({n} s).");
        row("expired", MessageId::E14, Variant::CertificateExpired,
            "The connection to {host} isn't private. Its certificate expired on {date}. Your "
            "password was not sent.");
        row("wrong host", MessageId::E14, Variant::CertificateForOther,
            "The connection to {host} isn't private. Its certificate was issued for {other}. Your "
            "password was not sent.");
        row("clock behind", MessageId::X8, Variant::Behind,
            "This computer's clock is {n} minutes behind. Sessions may end early. Set the time "
            "automatically in system settings.");
    }
    void variants()
    {
        QFETCH(int, id);
        QFETCH(int, variant);
        QTEST(messageTemplate(MessageId(id), Variant(variant)), "wanted");
    }

    void headlineIsTheFirstSentence()
    {
        const Message message = makeMessage(MessageId::E10, {{text("host"), text("a.b. c")}});
        QCOMPARE(message.headline, text("Can't find a.b. c."));
        QCOMPARE(message.body, text("Check the server address and your connection."));
        QCOMPARE(makeMessage(MessageId::E21).body, QString());
        QCOMPARE(makeMessage(MessageId::X10).headline, text("Still there?"));
    }

    void valuesAreNotFilledAgain()
    {
        QCOMPARE(
            fillIn(text("{a} and {b} {c}"), {{text("a"), text("{b}")}, {text("b"), text("%1")}}),
            text("{b} and %1 {c}"));
    }

    void everyActionHasWords()
    {
        QStringList seen;
        for (int i = 0; i <= int(MessageAction::Dismiss); ++i) {
            const QString words = actionText(MessageAction(i));
            QVERIFY(!words.isEmpty());
            QVERIFY(!seen.contains(words));
            seen += words;
        }
    }

    void errorsBecomeMessages_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("doing");
        QTest::addColumn<int>("refused");
        QTest::addColumn<int>("wanted");
        const auto row = [](const char *name, ErrorCode code, MessageId id,
                            Doing doing = Doing::SignIn, int refused = 1) {
            QTest::newRow(name) << int(code) << int(doing) << refused << int(id);
        };
        row("401", ErrorCode::InvalidCredentials, MessageId::E1);
        row("401 twice", ErrorCode::InvalidCredentials, MessageId::E1, Doing::SignIn, 2);
        row("401 three times", ErrorCode::InvalidCredentials, MessageId::E2, Doing::SignIn, 3);
        row("401 profile", ErrorCode::Unauthorized, MessageId::E21, Doing::Profile);
        row("403", ErrorCode::Forbidden, MessageId::E3);
        row("403 profile", ErrorCode::Forbidden, MessageId::X5, Doing::Profile);
        row("400", ErrorCode::BadRequest, MessageId::E4);
        row("404", ErrorCode::NotFound, MessageId::E5);
        row("429", ErrorCode::TooManyRequests, MessageId::E6);
        row("500", ErrorCode::ServerFault, MessageId::E7);
        row("503", ErrorCode::Unavailable, MessageId::E8);
        row("offline", ErrorCode::Offline, MessageId::E9);
        row("dns", ErrorCode::HostNotFound, MessageId::E10);
        row("refused", ErrorCode::ConnectionRefused, MessageId::E11);
        row("time-out", ErrorCode::TimedOut, MessageId::E12);
        row("reset", ErrorCode::Interrupted, MessageId::E13);
        row("tls", ErrorCode::Tls, MessageId::E14);
        row("portal", ErrorCode::CaptivePortal, MessageId::E16);
        row("407", ErrorCode::ProxyAuthenticationRequired, MessageId::E17);
        row("redirect", ErrorCode::CrossHostRedirect, MessageId::E18);
        row("not json", ErrorCode::UnreadableReply, MessageId::E19);
        row("no token", ErrorCode::NoUsableTokens, MessageId::E20);
        row("418", ErrorCode::RequestRefused, MessageId::E21);
        row("64: 403 HTML", ErrorCode::NotFromApi, MessageId::E22);
        row("64: 403 HTML three times", ErrorCode::NotFromApi, MessageId::E22, Doing::SignIn, 3);
        row("64: 403 HTML, profile", ErrorCode::NotFromApi, MessageId::E22, Doing::Profile);
        row("64: 403 HTML, renewal", ErrorCode::NotFromApi, MessageId::E22, Doing::Renewal);
        row("64: 403 HTML, test", ErrorCode::NotFromApi, MessageId::E22, Doing::ConnectionTest);
        row("http", ErrorCode::InsecureAddress, MessageId::V6);
    }
    void errorsBecomeMessages()
    {
        QFETCH(int, code);
        QFETCH(int, doing);
        QFETCH(int, refused);
        QFETCH(int, wanted);
        Error error;
        error.code = ErrorCode(code);
        error.httpStatus = 418;
        ErrorContext context{.doing = Doing(doing),
                             .host = text("api.example.com"),
                             .refusedLogins = refused,
                             .now = noon()};
        const Message message = messageFor(error, context);
        QCOMPARE(messageName(message.id), messageName(MessageId(wanted)));
        QVERIFY2(!message.text().contains(u'{'), qPrintable(message.text()));
        QVERIFY(message.details.contains(errorName(error.code)));
        QVERIFY(message.details.contains(text("418")));
    }

    void certificates_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QDateTime>("limit");
        QTest::addColumn<int>("offsetHours");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, TlsFault::Kind kind, const QDateTime &limit,
                            int offset, const char *wanted) {
            QTest::newRow(name) << int(kind) << limit << offset << text(wanted);
        };
        using Kind = TlsFault::Kind;
        row("expired", Kind::Expired, noon().addDays(-30), 0, "expired on 2 May 2026");
        row("other host", Kind::WrongHost, {}, 0, "was issued for other.example");
        row("untrusted", Kind::Untrusted, {}, 0, "isn't trusted by this computer");
        row("none", Kind::NoCertificate, {}, 0, "No secure connection to h.example could be made");
        row("none, clock fast", Kind::NoCertificate, {}, -25, "No secure connection");
        row("not yet, by hours", Kind::NotYetValid, noon().addSecs(7200), 0, "isn't trusted");
        row("not yet, by days", Kind::NotYetValid, noon().addDays(2), 0, "date and time");
        row("expired, clock fast", Kind::Expired, noon().addDays(-1), -25, "date and time");
        row("expired, the server's clock is not set", Kind::Expired, noon().addDays(-1),
            -24 * 366 * 10, "expired on");
        row("expired, clock a bit fast", Kind::Expired, noon().addDays(-1), -23, "expired on");
    }
    void certificates()
    {
        QFETCH(int, kind);
        QFETCH(QDateTime, limit);
        QFETCH(int, offsetHours);
        QFETCH(QString, wanted);
        Error error;
        error.code = ErrorCode::Tls;
        error.tls = TlsFault{TlsFault::Kind(kind), limit, text("other.example"), text("PEM")};
        const ErrorContext context{.host = text("h.example"),
                                   .now = noon(),
                                   .serverOffset = std::chrono::hours(offsetHours)};
        const QString words = messageFor(error, context).text();
        QVERIFY2(words.contains(wanted), qPrintable(words));
    }

    void s64SaysWhatWasNotJudged_data()
    {
        QTest::addColumn<int>("doing");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("sign-in") << int(Doing::SignIn) << text("Your password was not judged.");
        QTest::newRow("profile") << int(Doing::Profile) << text("Your session is kept.");
        QTest::newRow("renewal") << int(Doing::Renewal) << text("Your session is kept.");
        QTest::newRow("test") << int(Doing::ConnectionTest)
                              << text("So this test can't tell whether you can sign in there.");
    }
    void s64SaysWhatWasNotJudged()
    {
        QFETCH(int, doing);
        QFETCH(QString, wanted);
        Error error;
        error.code = ErrorCode::NotFromApi;
        error.httpStatus = 403;
        error.serverMessages = {text("Blocked")};
        const Message message = messageFor(
            error, {.doing = Doing(doing), .host = text("api.example.com"), .now = noon()});
        QCOMPARE(message.headline, text("Something between you and api.example.com answered."));
        QCOMPARE(message.body,
                 text("A firewall, a proxy or your network sent its own page (HTTP 403). ")
                     + wanted);
        QCOMPARE(message.actions, (QList{MessageAction::TryAgain, MessageAction::ChangeServer}));
        QVERIFY(message.details.contains(text("The answer says: ")));
        QVERIFY(!message.details.contains(text("The server says"))); // nobody knows who it was
    }

    void eachDoingHasItsOwnWords_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<Doing>("doing");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("unwanted");
        const auto row = [](const char *name, ErrorCode code, const char *signIn,
                            const char *kept = "Your session is kept.") {
            QTest::addRow("%s, sign-in", name)
                << code << Doing::SignIn << text(signIn) << text(kept);
            for (const auto doing : {Doing::Profile, Doing::Renewal})
                QTest::addRow("%s, %s", name, doing == Doing::Profile ? "profile" : "renewal")
                    << code << doing << text(kept) << text(signIn);
        };
        row("interrupted", ErrorCode::Interrupted, "Nothing was saved.");
        row("server fault", ErrorCode::ServerFault, "Your details weren't the cause.");
        row("offline", ErrorCode::Offline, "What you typed is still here.");
        row("redirect", ErrorCode::CrossHostRedirect, "your password went only to");
        row("tls", ErrorCode::Tls, "Your password was not sent.");
        const auto tested = [](const char *name, ErrorCode code, const char *unwanted) {
            QTest::addRow("%s, test", name)
                << code << Doing::ConnectionTest << text("api.example.com") << text(unwanted);
        };
        tested("interrupted", ErrorCode::Interrupted, "saved");
        tested("server fault", ErrorCode::ServerFault, "Your details");
        tested("redirect", ErrorCode::CrossHostRedirect, "password");
    }
    void eachDoingHasItsOwnWords()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, unwanted);
        QFETCH(Doing, doing);
        QFETCH(ErrorCode, code);
        Error error;
        error.code = code;
        error.otherHost = text("other.example");
        const QString words
            = messageFor(error, {.doing = doing, .host = text("api.example.com"), .now = noon()})
                  .text();
        QVERIFY2(words.contains(wanted), qPrintable(words));
        QVERIFY2(!words.contains(unwanted), qPrintable(words));
    }

    void aServerThatMovedTellsWhere()
    {
        Error error;
        error.code = ErrorCode::NotFound;
        error.movedTo = text("https://api.example.com/v2");
        for (const auto doing :
             {Doing::SignIn, Doing::Profile, Doing::Renewal, Doing::ConnectionTest}) {
            const Message message = messageFor(
                error, {.doing = doing, .host = text("api.example.com"), .now = noon()});
            QCOMPARE(message.id, MessageId::E23);
            QVERIFY(message.text().contains(text("api.example.com/v2")));
            QCOMPARE(message.actions.first(), MessageAction::UseAddress);
        }
    }

    void s511IsTheNetworksSignInPage()
    {
        Error error;
        error.code = ErrorCode::CaptivePortal;
        error.httpStatus = 511;
        const ErrorContext context{.host = text("api.example.com"), .now = noon()};
        const QString words = messageFor(error, context).text();
        QVERIFY2(words.startsWith(text("This network wants you to sign in first. Open a browser")),
                 qPrintable(words));
        error.otherHost = text("portal.example");
        QVERIFY(messageFor(error, context).text().contains(text("redirected to portal.example")));
    }

    void waitsAreTold()
    {
        Error error;
        error.code = ErrorCode::TooManyRequests;
        error.retryAfter = std::chrono::seconds(125);
        const ErrorContext context{.host = text("h"), .now = noon()};
        QVERIFY(messageFor(error, context).text().contains(text("2:05")));
        error.code = ErrorCode::Unavailable;
        QVERIFY(messageFor(error, context).text().contains(text("12:02")));
        error.retryAfter.reset();
        QVERIFY(messageFor(error, context).text().contains(text("in a moment")));
    }

    void detailsTameTheServersWords()
    {
        Error error;
        error.serverMessages = {text("first\nCode: forged"), text("\u202Eevil <b>x</b>")};
        const QString details = errorDetails(error);
        QVERIFY(details.contains(text("first Code: forged")));
        QVERIFY(!details.contains(QChar(0x202E)));
        QVERIFY(details.contains(text("<b>x</b>"))); // shown as it is: the label is plain text
        QCOMPARE(details.count(u'\n'), 2);
    }

private:
    static QDateTime noon() { return {QDate(2026, 6, 1), QTime(12, 0)}; }
};

LATCHKEY_TEST(TestMessages, QApplication)
#include "tst_messages.moc"
