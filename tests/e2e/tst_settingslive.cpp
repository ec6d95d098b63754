#include "app/api/qnamedge.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/fakestore.h"
#include "tests/support/rawserver.h"
#include "tests/support/testprogram.h"
#include "ui/profilepage.h"
#include "ui/settingsdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

// Settings made in the composed program: at once in the open window, and again after a restart.
class TestSettingsLive : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void appearanceIsChangedLive();
    void textSizeIsChangedLive();
    void languageIsChangedLive();
    void everythingSurvivesARestart();
    void sameServerIsNotSavedAgain();
    void serverIsChosen();
    void badValueIsToldAtTheStart();
    void problemsAreTold_data();
    void problemsAreTold();
    void onlyTheNewestTestAnswers();
    void qaModeIsChangedLive();
    void proxyIsUsedAtOnce();
    void proxyAnswerLeadsToItsRow();

private:
    [[nodiscard]] SettingsDialog *openSettings();
    void choose(const QString &box, const QString &entry);
    [[nodiscard]] QColor pixel(QWidget *widget) const;
    [[nodiscard]] QLabel *label(const char *name) const;

    FakeStore m_store;
    std::unique_ptr<ProgramFixture> m_f;
};

void TestSettingsLive::init()
{
    m_f = std::make_unique<ProgramFixture>(m_store);
    m_f->open();
    QTRY_COMPARE(m_f->state(), SessionState::SignedOut);
}

void TestSettingsLive::cleanup()
{
    m_f.reset();
}

SettingsDialog *TestSettingsLive::openSettings()
{
    if (!m_f->press(u"Settings"_s))
        return nullptr;
    return m_f->program->window().findChild<SettingsDialog *>();
}

void TestSettingsLive::choose(const QString &box, const QString &entry)
{
    auto *found = m_f->program->window().findChild<QComboBox *>(box);
    QVERIFY(found);
    const int index = found->findText(entry);
    QVERIFY(index >= 0);
    found->setCurrentIndex(index);
    emit found->activated(index); // as the list does
}

QColor TestSettingsLive::pixel(QWidget *widget) const
{
    return widget->grab().toImage().pixelColor(3, 3);
}

QLabel *TestSettingsLive::label(const char *name) const
{
    return m_f->program->window().findChild<QLabel *>(QString::fromLatin1(name));
}

void TestSettingsLive::appearanceIsChangedLive()
{
    QWidget *page = m_f->program->window().findChild<QStackedWidget *>()->currentWidget();
    QWidget *settings = openSettings();
    QVERIFY(settings);
    const QPalette before = QApplication::palette();
    for (const auto &[entry, ground] :
         {std::pair(u"Dark"_s, QColor(0x1B1D21)), std::pair(u"Light"_s, QColor(0xFFFFFF))}) {
        choose(u"appearanceComboBox"_s, entry);
        QTRY_COMPARE(pixel(page), ground);
        QTRY_COMPARE(pixel(settings), ground);
        // No text keeps the other theme's colour.
        for (QWidget *root : {page, settings}) {
            for (const auto *text : root->findChildren<QLabel *>()) {
                if (!text->isVisible() || text->text().isEmpty())
                    continue;
                const int ink = text->palette().color(text->foregroundRole()).lightness();
                QVERIFY2(std::abs(ink - ground.lightness()) > 60, qPrintable(text->objectName()));
            }
        }
    }
    choose(u"appearanceComboBox"_s, u"As the system"_s);
    QCOMPARE(QApplication::palette(), before);
}

void TestSettingsLive::textSizeIsChangedLive()
{
    QVERIFY(openSettings());
    const double help = label("languageHelp")->font().pointSizeF();
    const double intro = label("introLabel")->font().pointSizeF();
    const double heading = label("headingLabel")->font().pointSizeF();
    choose(u"textSizeComboBox"_s, u"200 %"_s);
    QTRY_COMPARE(label("languageHelp")->font().pointSizeF(), 2 * help);
    QTRY_COMPARE(label("introLabel")->font().pointSizeF(), 2 * intro);
    QTRY_COMPARE(label("headingLabel")->font().pointSizeF(), 2 * heading);
    choose(u"textSizeComboBox"_s, u"100 %"_s);
    QTRY_COMPARE(label("headingLabel")->font().pointSizeF(), heading);
}

void TestSettingsLive::languageIsChangedLive()
{
    QVERIFY(m_f->type(u"Email address"_s, u"typed@example.com"_s));
    auto *settings = openSettings();
    QVERIFY(settings);
    const QString intro = label("introLabel")->text();
    const QString help = label("languageHelp")->text();
    choose(u"languageComboBox"_s, u"Deutsch"_s);
    QTRY_VERIFY(label("introLabel")->text() != intro);
    QTRY_VERIFY(label("languageHelp")->text() != help);
    QVERIFY(settings->isVisible());
    auto *email = m_f->program->window().findChild<QLineEdit *>(u"emailEdit"_s);
    QCOMPARE(email->text(), u"typed@example.com"_s);
    choose(u"languageComboBox"_s, u"English"_s);
    QTRY_COMPARE(label("introLabel")->text(), intro);
    QTRY_COMPARE(label("languageHelp")->text(), help);
}

void TestSettingsLive::everythingSurvivesARestart()
{
    QVERIFY(openSettings());
    const double intro = label("introLabel")->font().pointSizeF();
    choose(u"appearanceComboBox"_s, u"Dark"_s);
    choose(u"textSizeComboBox"_s, u"150 %"_s);
    QVERIFY(m_f->press(u"QA mode"_s));
    QVERIFY(m_f->press(u"Stay signed in by default"_s));
    m_f->close();
    m_f->open();
    QTRY_COMPARE(m_f->state(), SessionState::SignedOut);
    QCOMPARE(label("introLabel")->font().pointSizeF(), 1.5 * intro);
    QWidget *page = m_f->program->window().findChild<QStackedWidget *>()->currentWidget();
    QTRY_COMPARE(pixel(page), QColor(0x1B1D21));
    QVERIFY(!m_f->button(u"Stay signed in on this computer"_s)->isChecked());
    QVERIFY(openSettings());
    QVERIFY(m_f->button(u"QA mode"_s)->isChecked());
    QVERIFY(!m_f->button(u"Stay signed in by default"_s)->isChecked());
    QCOMPARE(m_f->program->window().findChild<QComboBox *>(u"textSizeComboBox"_s)->currentText(),
             u"150 %"_s);
}

// With --server at each start: the window would wait for the disk.
void TestSettingsLive::sameServerIsNotSavedAgain()
{
    m_f->close();
    QFile file(m_f->folder.filePath(u"p.ini"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QDateTime past = QDateTime::currentDateTime().addDays(-1);
    QVERIFY(file.setFileTime(past, QFileDevice::FileModificationTime));
    file.close();
    m_f->open();
    QTRY_COMPARE(m_f->state(), SessionState::SignedOut);
    QCOMPARE(QFileInfo(file).lastModified().toSecsSinceEpoch(), past.toSecsSinceEpoch());
}

void TestSettingsLive::serverIsChosen()
{
    QVERIFY(openSettings());
    QVERIFY(m_f->press(u"Test connection"_s));
    QTRY_VERIFY(m_f->shows(u"answered, and you can sign in there"_s));
    const QString same = m_f->program->session().server().toString();
    QVERIFY(m_f->press(u"Use this server"_s));
    QCOMPARE(m_f->program->session().server().toString(), same);
    QVERIFY(m_f->type(u"Server address"_s, u"http://127.0.0.1:9/other"_s));
    QTest::keyClick(m_f->field(u"Server address"_s), Qt::Key_Return);
    QCOMPARE(m_f->program->session().server().toString(), u"http://127.0.0.1:9/other"_s);
}

void TestSettingsLive::badValueIsToldAtTheStart()
{
    m_f->close();
    QFile file(m_f->folder.filePath(u"p.ini"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("proxy=user:secret@proxy.example.com:3128\nidleSignOutMinutes = \"7\"\n");
    file.close();
    m_f->open();
    QTRY_VERIFY(m_f->shows(u"Not used: proxy."_s));
    QVERIFY(m_f->shows(u"p.ini could not be read in full."_s));
    QVERIFY(!m_f->shows(u"secret"_s));
    QVERIFY(QFile::exists(file.fileName() + u".bad"_s));
    m_f->program->window().close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("idleSignOutMinutes=7\n"));
}

void TestSettingsLive::problemsAreTold_data()
{
    using Kind = SettingsProblem::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("then");
    const QString kept = u"It was kept as /x/s.ini.bad, and the settings start afresh."_s;
    const QString stuck = u"It cannot be moved to /x/s.ini.bad, so settings will not be saved."_s;
    QTest::newRow("damaged") << Kind::Damaged << u"/x/s.ini could not be read."_s << kept;
    QTest::newRow("bad values")
        << Kind::BadValues << u"/x/s.ini could not be read in full."_s
        << u"Not used: line 7. A copy of the file was kept as /x/s.ini.bad."_s;
    QTest::newRow("bad values, stuck")
        << Kind::BadValuesInPlace << u"/x/s.ini could not be read in full."_s
        << u"Not used: line 7. The file cannot be copied to /x/s.ini.bad, so settings "
           "will not be saved."_s;
    QTest::newRow("newer") << Kind::Newer << u"by a newer version of Latchkey."_s << kept;
    QTest::newRow("damaged, stuck") << Kind::DamagedInPlace << u"could not be read."_s << stuck;
    QTest::newRow("newer, stuck") << Kind::NewerInPlace << u"by a newer version"_s << stuck;
    QTest::newRow("unreadable") << Kind::Unreadable << u"/x/s.ini cannot be read just now."_s
                                << u"changes will not be saved."_s;
    QTest::newRow("not saved") << Kind::NotSaved << u"/x/s.ini could not be saved."_s
                               << u"Your changes hold until you close Latchkey."_s;
}

// In the words of the language that is spoken now, also when that changes.
void TestSettingsLive::problemsAreTold()
{
    QFETCH(const SettingsProblem::Kind, kind);
    QFETCH(const QString, what);
    QFETCH(const QString, then);
    m_f->program->window().showProblem({kind, u"/x/s.ini"_s, {}, {{{}, 7}}});
    QVERIFY2(m_f->shows(what), qPrintable(m_f->barText()));
    QVERIFY(m_f->shows(then));
    QVERIFY(openSettings());
    choose(u"languageComboBox"_s, u"Deutsch"_s);
    QTRY_VERIFY(!m_f->shows(what));
    QVERIFY(m_f->shows(u"/x/s.ini"_s));
    choose(u"languageComboBox"_s, u"English"_s);
    QTRY_VERIFY(m_f->shows(what));
}

// The first server takes its time; what it said then would be about another address.
void TestSettingsLive::onlyTheNewestTestAnswers()
{
    const RawServer slow;
    const RawServer silent;
    QVERIFY(openSettings());
    QVERIFY(m_f->type(u"Server address"_s, slow.url(u"/api"_s).toString()));
    QVERIFY(m_f->press(u"Test connection"_s));
    QTRY_COMPARE(slow.requests().size(), 1);
    QVERIFY(m_f->type(u"Server address"_s, silent.url(u"/api"_s).toString()));
    QVERIFY(m_f->press(u"Test connection"_s));
    QTRY_COMPARE(silent.requests().size(), 1);
    QTRY_COMPARE(slow.openConnections(), 0); // nobody listens any more
    QCOMPARE(silent.openConnections(), 1);
    QVERIFY(m_f->shows(u"Contacting 127.0.0.1"_s));
}

void TestSettingsLive::qaModeIsChangedLive()
{
    QVERIFY(m_f->signIn());
    QTRY_COMPARE(m_f->state(), SessionState::SignedIn);
    auto *page = m_f->program->window().findChild<QStackedWidget *>()->currentWidget();
    auto *copy = page->findChild<QWidget *>(u"claimsButton"_s);
    QVERIFY(copy);
    QVERIFY(copy->isHidden());
    auto *profile = qobject_cast<ProfilePage *>(page);
    QVERIFY(profile);
    emit profile->settingsRequested(); // an entry of the menu of accounts
    QVERIFY(m_f->press(u"QA mode"_s));
    QVERIFY(!copy->isHidden());
    QVERIFY(m_f->press(u"QA mode"_s));
    QVERIFY(copy->isHidden());
}

void TestSettingsLive::proxyIsUsedAtOnce()
{
    RawServer proxy;
    proxy.setReply(httpReply(403, ""), RawServer::Then::Close);
    FakeClock clock;
    QnamEdge edge(clock, [] { return true; });
    const auto lives = ProgramFixture::Lives{};
    m_f = std::make_unique<ProgramFixture>(m_store, lives, &edge);
    m_f->options.server = *ServerAddress::parse(u"https://api.example.invalid"_s);
    m_f->open();
    QTRY_COMPARE(m_f->state(), SessionState::SignedOut);
    QVERIFY(openSettings());
    QVERIFY(m_f->press(u"My own proxy"_s));
    QVERIFY(m_f->type(u"Proxy host"_s, u"127.0.0.1"_s));
    QVERIFY(m_f->type(u"Port"_s, QString::number(proxy.port())));
    QTest::keyClick(m_f->field(u"Port"_s), Qt::Key_Return);
    QVERIFY(m_f->press(u"Test connection"_s));
    QTRY_VERIFY(!proxy.requests().isEmpty());
    QVERIFY(proxy.requests().first().line.startsWith("CONNECT api.example.invalid:443 "));

    const int before = proxy.connections(); // the next run knows it from its first request on
    m_f->close();
    edge.useProxy({});
    m_f->open();
    QTRY_COMPARE(m_f->state(), SessionState::SignedOut);
    QVERIFY(m_f->signIn());
    QTRY_VERIFY(proxy.connections() > before);
    m_f.reset(); // before the edge
}

// E17: the way out of it is the row where proxies are set.
void TestSettingsLive::proxyAnswerLeadsToItsRow()
{
    RawServer proxy;
    proxy.setReply(httpReply(407, "", "Proxy-Authenticate: Basic realm=\"x\"\r\n"),
                   RawServer::Then::Close);
    FakeClock clock;
    QnamEdge edge(clock, [] { return true; });
    const auto lives = ProgramFixture::Lives{};
    m_f = std::make_unique<ProgramFixture>(m_store, lives, &edge);
    m_f->options.server = *ServerAddress::parse(u"https://api.example.invalid"_s);
    m_f->open();
    Settings settings;
    settings.proxy = {true, u"127.0.0.1"_s, proxy.port()};
    QTRY_COMPARE(m_f->state(), SessionState::SignedOut);
    emit m_f->program->window().settingsChanged(settings);
    QVERIFY(m_f->signIn());
    QTRY_VERIFY(m_f->button(u"Proxy settings"_s));
    QVERIFY(m_f->press(u"Proxy settings"_s));
    auto *dialog = m_f->program->window().findChild<SettingsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTRY_VERIFY(dialog->focusWidget());
    QCOMPARE(dialog->focusWidget()->accessibleName(), u"This computer's settings"_s);
    m_f.reset();
}

LATCHKEY_TEST(TestSettingsLive, QApplication)
#include "tst_settingslive.moc"
