#include "tests/support/fakeclock.h"
#include "tests/support/pseudolocale/pseudotext.h"
#include "tests/support/testprogram.h"
#include "ui/announcer.h"
#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/language.h"
#include "ui/messagebar.h"
#include "ui/serverdialog.h"
#include "ui/signinpage.h"
#include "ui/timetext.h"
#include "ui/waitpages.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <functional>
#include <memory>

using namespace latchkey;
using namespace latchkey::test;
using std::chrono::seconds;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QDateTime noon(QDate(2026, 6, 3), QTime(14, 5));

QString minutesAgo(int n)
{
    return agoText(noon, noon.addSecs(n * 60));
}

// Every text a person sees or hears of, but for what is a value.
QStringList textsOf(const QWidget &root)
{
    QStringList texts;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (qobject_cast<const Announcer *>(widget))
            continue; // what was heard is not said again
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts += button->text();
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
    }
    texts.removeDuplicates();
    texts.removeAll(QString());
    return texts;
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void isChosen_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *wanted, const char *code) {
            QTest::newRow(wanted) << QString::fromLatin1(wanted) << QString::fromLatin1(code);
        };
        row("de-AT de", "de");
        row("fr-FR es-ES", "es");
        row("pt-PT pt", "pt_BR");
        row("ar-EG", "ar");
        row("en-GB de", "en");
        row("ja-JP", "en");
        row("C", "en");
    }
    void isChosen()
    {
        QFETCH(QString, wanted);
        QTEST(Language::bestOf(wanted.split(u' ')), "code");
    }

    void everyChoiceSpeaks()
    {
        QStringList seen;
        for (const Language::Choice &choice : Language::choices()) {
            Language language;
            language.apply(choice.code);
            QCOMPARE(language.code(), choice.code);
            QVERIFY(!choice.name.isEmpty());
            const QString words = messageTemplate(MessageId::E9);
            QVERIFY(!words.isEmpty());
            QVERIFY2(!seen.contains(words), qPrintable(choice.code));
            seen += words;
            QCOMPARE(QLocale().language(), QLocale(choice.code).language());
            QCOMPARE(QGuiApplication::isRightToLeft(), choice.code == u"ar");
        }
        QVERIFY(seen.contains(messageTemplate(MessageId::E9))); // and is gone with its object
        QVERIFY(!QGuiApplication::isRightToLeft());
    }

    void whatIsNotSpokenIsTheSystems()
    {
        Language system;
        system.apply({});
        Language unknown;
        unknown.apply(QStringLiteral("tlh"));
        QCOMPARE(unknown.code(), system.code());
    }

    void plurals_data()
    {
        QTest::addColumn<QStringList>("forms"); // of 0, 1, 2, 5, 11, 21
        const auto row
            = [](const char *code, const QStringList &forms) { QTest::newRow(code) << forms; };
        row("en",
            {u"0 minutes ago"_s, u"1 minute ago"_s, u"2 minutes ago"_s, u"5 minutes ago"_s,
             u"11 minutes ago"_s, u"21 minutes ago"_s});
        row("de",
            {u"vor 0 Minuten"_s, u"vor 1 Minute"_s, u"vor 2 Minuten"_s, u"vor 5 Minuten"_s,
             u"vor 11 Minuten"_s, u"vor 21 Minuten"_s});
        row("ru",
            {u"0 минут назад"_s, u"1 минуту назад"_s, u"2 минуты назад"_s, u"5 минут назад"_s,
             u"11 минут назад"_s, u"21 минуту назад"_s});
        row("pl",
            {u"0 minut temu"_s, u"1 minutę temu"_s, u"2 minuty temu"_s, u"5 minut temu"_s,
             u"11 minut temu"_s, u"21 minut temu"_s});
        row("cs",
            {u"0 minut"_s, u"1 minuta"_s, u"2 minuty"_s, u"5 minut"_s, u"11 minut"_s,
             u"21 minut"_s});
        row("ar",
            {u"قبل أقل من دقيقة"_s, u"قبل دقيقة واحدة"_s, u"قبل دقيقتين"_s, u"قبل ٥ دقائق"_s,
             u"قبل ١١ دقيقة"_s, u"قبل ٢١ دقيقة"_s});
    }
    void plurals()
    {
        QFETCH(QStringList, forms);
        Language language;
        language.apply(QString::fromLatin1(QTest::currentDataTag()));
        QStringList told;
        for (const int n : {0, 1, 2, 5, 11, 21}) {
            const QString text
                = QCoreApplication::translate("times", "{n} minutes ago", nullptr, n);
            told += fillIn(text, {{u"n"_s, QLocale().toString(n)}});
            if (n > 0) // 0 minutes is "just now"
                QCOMPARE(minutesAgo(n), told.last());
        }
        QCOMPARE(told, forms);
    }

    void messagesCount()
    {
        const auto told = [](int n) {
            return makeMessage(MessageId::X6, {{u"n"_s, QLocale().toString(n)}}).headline;
        };
        Language language;
        language.apply(u"en"_s);
        QCOMPARE(told(1), u"Your session ends in 1 minute and can't be renewed."_s);
        QCOMPARE(told(4), u"Your session ends in 4 minutes and can't be renewed."_s);
        QVERIFY(messageTemplate(MessageId::X6).contains(u"minutes"_s));
        language.apply(u"de"_s);
        QVERIFY(told(1).contains(u" 1 Minute "_s));
        QVERIFY(told(2).contains(u" 2 Minuten "_s));
        language.apply(u"ar"_s);
        QStringList forms;
        for (const int n : {1, 2, 5, 11, 100}) {
            QVERIFY(!forms.contains(told(n)));
            forms += told(n);
        }
    }

    void formats_data()
    {
        QTest::addColumn<QStringList>("wanted"); // date, time, both, countdown, span
        const auto row = [](const char *locale, const QStringList &wanted) {
            QTest::newRow(locale) << wanted;
        };
        row("de", {u"3. Juni 2026"_s, u"14:05"_s, u"4:05"_s, u"1.234"_s});
        row("ar", {u"٣ يونيو ٢٠٢٦"_s, u"٢:٠٥ م"_s, u"٤:٠٥"_s, u"١٬٢٣٤"_s});
        row("hi", {u"3 जून 2026"_s, u"2:05 PM"_s, u"4:05"_s, u"1,234"_s});
        row("ja", {u"2026年6月3日"_s, u"14:05"_s, u"4:05"_s, u"1,234"_s});
    }
    void formats()
    {
        QFETCH(QStringList, wanted);
        QLocale::setDefault(QLocale(QString::fromLatin1(QTest::currentDataTag())));
        QStringList told{dateText(noon), timeText(noon), minutesAndSeconds(seconds(245)),
                         QLocale().toString(1234)};
        told[1].replace(u" pm"_s, u" PM"_s); // Qt 6.8 has no capitals in Hindi
        QCOMPARE(told, wanted);
        const QString span = spanText(seconds(3725)); // the digits are the locale's
        QVERIFY2(span.contains(QLocale().toString(1)) && span.contains(QLocale().toString(2)),
                 qPrintable(span));
    }

    // Names, addresses and codes must not be torn apart by a sentence of the other direction.
    void valuesAreIsolated()
    {
        const auto told = [] {
            return makeMessage(MessageId::E7, {{u"host"_s, u"api.example.com"_s}}).headline;
        };
        Language language;
        language.apply(u"en"_s);
        QVERIFY(told().startsWith(u"api.example.com "_s));
        QCOMPARE(fitted(u"مرحبا"_s), u"\u2068مرحبا\u2069"_s);
        language.apply(u"ar"_s);
        QVERIFY(told().contains(u"\u2068api.example.com\u2069"_s));
        QCOMPARE(fitted(fitted(u"a"_s)), u"\u2068a\u2069"_s);
        QCOMPARE(fitted(u"مرحبا"_s), u"مرحبا"_s);
        Error error;
        error.code = ErrorCode::Forbidden;
        error.httpStatus = 403;
        const QString refused = messageFor(error, {.host = u"h"_s, .now = noon}).body;
        QVERIFY2(refused.contains(u"\u2068HTTP"_s), qPrintable(refused));
    }

    void thePageChangesWhileItIsUsed()
    {
        FakeClock clock;
        SignInPage page(clock);
        Language language;
        language.apply(u"en"_s);
        page.setServer(u"192.0.2.7"_s);
        page.setKeychain(u"GNOME Keyring"_s, std::nullopt);
        page.show();
        auto *email = page.findChild<QLineEdit *>(u"emailEdit"_s);
        auto *password = page.findChild<QLineEdit *>(u"passwordEdit"_s);
        email->setFocus();
        QTest::keyClicks(email, u"not-an-address"_s);
        QTest::keyClicks(password, u"secret"_s);
        Error error;
        error.code = ErrorCode::TooManyRequests;
        error.retryAfter = seconds(65);
        page.showError(error, {});
        clock.advance(seconds(2));
        const QStringList before = textsOf(page);
        auto *bar = page.findChild<MessageBar *>();
        QVERIFY(bar->message().headline.startsWith(u"Too many"_s));

        language.apply(u"de"_s);
        QTRY_VERIFY(!bar->message().headline.startsWith(u"Too many"_s));
        QVERIFY2(bar->message().text().contains(u"1:03"_s), qPrintable(bar->message().text()));
        QCOMPARE(email->text(), u"not-an-address"_s);
        QCOMPARE(password->text(), u"secret"_s);
        QVERIFY(!textsOf(page).contains(u"Sign in"_s));
        clock.advance(seconds(63));
        QVERIFY(!bar->message().text().contains(u"Too many"_s));

        language.apply(u"ar"_s);
        QTRY_COMPARE(page.layoutDirection(), Qt::RightToLeft);
        language.apply(u"en"_s);
        QTRY_COMPARE(bar->message().text(), u"Too many attempts. You can try again now."_s);
        QCOMPARE(page.layoutDirection(), Qt::LeftToRight);
        QCOMPARE(page.findChild<QWidget *>(u"headingLabel"_s)->accessibleName(), u"Sign in"_s);
        QVERIFY(textsOf(page).size() <= before.size());
    }

    void openDetailsChangeToo()
    {
        FakeClock clock;
        SignInPage page(clock);
        Language language;
        language.apply(u"en"_s);
        page.show();
        Error error;
        error.code = ErrorCode::ServerFault;
        error.httpStatus = 500;
        page.showError(error, {});
        page.openDetails([error] { return errorDetails(error); });
        const auto *details = page.findChild<QLabel *>(u"detailsLabel"_s);
        QVERIFY(details->isVisible());
        QVERIFY(details->text().contains(u"HTTP status: 500"_s));
        language.apply(u"de"_s);
        QTRY_VERIFY(details->text().contains(u"HTTP-Status: 500"_s));
        QVERIFY(details->isVisible());
        page.openDetails(u"as it is"_s);
        language.apply(u"es"_s);
        QTRY_VERIFY(textsOf(page).contains(u"Reintentar"_s));
        QCOMPARE(details->text(), u"as it is"_s);
    }

    // Whatever a page says went through the translation, and all of it is made again.
    void nothingStaysEnglish_data()
    {
        QTest::addColumn<std::function<QWidget *(FakeClock &)>>("make");
        const auto row = [](const char *name, const std::function<QWidget *(FakeClock &)> &make) {
            QTest::newRow(name) << make;
        };
        row("sign-in", [](FakeClock &clock) {
            auto *page = new SignInPage(clock);
            page->setServer(u"192.0.2.7"_s);
            page->setKeychain({}, std::nullopt);
            Error error;
            error.code = ErrorCode::InvalidCredentials;
            page->showError(error, {});
            return page;
        });
        row("sign-in, busy", [](FakeClock &clock) {
            auto *page = new SignInPage(clock);
            page->setServer(u"192.0.2.7"_s);
            page->setKeychain({}, MessageId::K2);
            page->setBusy(true);
            clock.advance(seconds(11));
            return page;
        });
        row("sign-in, hints", [](FakeClock &clock) {
            auto *page = new SignInPage(clock);
            page->setServer(u"192.0.2.7"_s);
            page->findChild<QAbstractButton *>(u"signInButton"_s)->click();
            page->setDemoStarting(true);
            return page;
        });
        row("restoring", [](FakeClock &clock) {
            auto *page = new RestoringPage(clock);
            page->setServer(u"192.0.2.7"_s);
            page->start();
            clock.advance(seconds(4));
            return page;
        });
        row("keychain", [](FakeClock &clock) {
            auto *page = new KeychainPage(clock);
            page->showWaiting(MessageId::K3, {});
            return page;
        });
        row("server", [](FakeClock &) {
            auto *dialog = new ServerDialog;
            dialog->setServer(*ServerAddress::parse(u"http://127.0.0.1"_s));
            dialog->findChild<QAbstractButton *>(u"testButton"_s)->click();
            Error error;
            error.code = ErrorCode::HostNotFound;
            dialog->showTestResult(error, noon);
            return dialog;
        });
    }
    void nothingStaysEnglish()
    {
        QFETCH(std::function<QWidget *(FakeClock &)>, make);
        FakeClock clock;
        const std::unique_ptr<QWidget> page(make(clock));
        page->show();
        const auto plain = [&page] {
            QStringList found;
            for (const QString &text : textsOf(*page)) {
                if (hasPlainWord(text) && !text.startsWith(u"http"_s) && !text.startsWith(u"Code"_s)
                    && !text.startsWith(u"[Ç"_s))
                    found += text;
            }
            return found.join(u'|');
        };
        QVERIFY(!plain().isEmpty());
        Language language;
        language.apply(u"en_XA"_s);
        QTRY_COMPARE(plain(), QString());
        for (const QString &text : textsOf(*page)) {
            const bool whole = text.contains(u'[') == text.contains(u']');
            const bool half = text.startsWith(u'[') != text.endsWith(u']'); // headline or body
            QVERIFY2(whole || half, qPrintable(text));
        }
    }

    void thePseudoLocaleKeepsWhatMatters()
    {
        QCOMPARE(pseudoText(u"Go {mm:ss}"_s), u"[Ĝó {mm:ss}öö]"_s);
        QCOMPARE(pseudoText(u"Sign &in"_s), u"[Šíĝñ &íñöö]"_s);
        const QString source(50, u'a');
        QVERIFY(pseudoText(source).size() >= 70);
        QVERIFY(!hasPlainWord(pseudoText(source)));
        QVERIFY(hasPlainWord(u"x Sign"_s));
    }
};

LATCHKEY_TEST(TestLanguage, QApplication)
#include "tst_language.moc"
