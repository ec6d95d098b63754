#include "tests/gui/buttoneffects.h"
#include "tests/gui/catalogue.h"
#include "tests/gui/looks.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screenrows.h"
#include "tests/support/testprogram.h"
#include "tests/support/wording.h"
#include "ui/accessibility.h"
#include "ui/errormessage.h"
#include "ui/profilepage.h"
#include "ui/signinpage.h"
#include "ui/waitpages.h"

#include <QAccessible>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;
using std::chrono::seconds;

// The wording table of screens.md section 7, walked on the real pages: every text is reached and is
// to the letter, every button is there and does what it says.

namespace
{

class ShowCounter final : public QObject
{
public:
    explicit ShowCounter(QObject *watched) { watched->installEventFilter(this); }
    int taken() { return std::exchange(m_count, 0); }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Show ? 1 : 0;
        return false;
    }
    int m_count = 0;
};

// By what is seen on it: a screen reader may be told more (messages.h, actionName).
QPushButton *buttonReading(const QWidget *root, const QString &text)
{
    for (auto *button : root->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

// "Sign in" and "Continue" are the sign-in page's own button where the message stands above it.
QStringList ownButtons(const Staged &staged, const Reach &reach)
{
    QStringList buttons = wordingOf(reach.id).buttons;
    if (staged.run.on<SignInPage>()) {
        buttons.removeAll(QStringLiteral("Sign in"));
        buttons.removeAll(QStringLiteral("Continue"));
    }
    return buttons;
}

void addReaches(const std::function<bool(const Reach &)> &wanted)
{
    QTest::addColumn<Reach>("reach");
    for (const Reach &reach : reaches()) {
        if (wanted(reach))
            QTest::addRow("%s.%d on %s", qPrintable(reach.id), reach.wording,
                          qPrintable(reach.screen))
                << reach;
    }
}

bool isInBar(const Reach &reach)
{
    return reach.place == Place::Bar;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "UTC"); }

private slots:
    void everyWordingIsReached();
    void tellsTheTablesWords_data()
    {
        addReaches([](const Reach &) { return true; });
    }
    void tellsTheTablesWords();
    void isANotification_data() { addReaches(isInBar); }
    void isANotification();
    void offersTheTablesButtons_data() { addReaches(isInBar); }
    void offersTheTablesButtons();
    void eachButtonWorks_data();
    void eachButtonWorks();
    void errorsHaveDetails_data();
    void errorsHaveDetails();
    void nothingTellsASecret_data();
    void nothingTellsASecret();
    void e16OpensTheBrowser();
    void e1SelectsThePassword();
    void e4TellsTheFields();
    void e6IsReadAtItsMoments();
    void k1LooksAgainByItself();

private:
    Accessibility m_accessibility;
    Dress m_dress{plainLook()};
};

void TestCatalogue::everyWordingIsReached()
{
    QSet<std::pair<QString, qsizetype>> reached;
    for (const Reach &reach : reaches())
        reached.insert({reach.id, reach.wording});
    QStringList missing;
    for (const Wording &row : wordingTable()) {
        for (qsizetype i = 0; i < row.texts.size(); ++i) {
            if (!reached.contains({row.id, i}))
                missing += row.id + u' ' + row.texts.at(i);
        }
    }
    QCOMPARE(missing.join(u'|'), QString());
}

void TestCatalogue::tellsTheTablesWords()
{
    QFETCH(Reach, reach);
    const Staged staged(screenNamed(reach.screen));
    const auto neutral = [&reach](QString words) {
        static const QRegularExpression number(QStringLiteral("(\\d+|#) s\\."));
        return reach.values.values().contains(anyNumber)
            ? words.replace(number, QStringLiteral("# s."))
            : words;
    };
    QCOMPARE(neutral(shownWords(staged, reach.place)), wordsOf(reach));
    QCOMPARE(neutral(spokenWords(staged, reach.place)), wordsOf(reach));
}

void TestCatalogue::isANotification()
{
    QFETCH(Reach, reach);
    const Staged staged(screenNamed(reach.screen));
    QVERIFY(barOn(staged));
    QCOMPARE(QAccessible::queryAccessibleInterface(barOn(staged))->role(),
             QAccessible::Notification);
    QCOMPARE(staged.run.bar(), reach.id);
}

void TestCatalogue::offersTheTablesButtons()
{
    QFETCH(Reach, reach);
    const Staged staged(screenNamed(reach.screen));
    QStringList shown;
    for (const MessageAction action : barOn(staged)->message().actions)
        shown += actionText(action);
    QCOMPARE(shown, ownButtons(staged, reach));
    for (const QString &name : shown)
        QVERIFY2(buttonReading(barOn(staged), name), qPrintable(name));
}

void TestCatalogue::eachButtonWorks_data()
{
    QTest::addColumn<Reach>("reach");
    QTest::addColumn<QString>("button");
    for (const Reach &reach : reaches()) {
        for (const QString &button : wordingOf(reach.id).buttons) {
            const bool fitting = reach.place != Place::StayHelp && reach.place != Place::TestResult
                && reach.screen != u"S1";
            if (fitting && button != u"Open browser")
                QTest::addRow("%s: %s", qPrintable(reach.screen), qPrintable(button))
                    << reach << button;
        }
    }
}

void TestCatalogue::eachButtonWorks()
{
    QFETCH(Reach, reach);
    QFETCH(QString, button);
    Staged staged(screenNamed(reach.screen));
    if (reach.id == u"E6")
        pass(staged.run, seconds(96)); // before, it is disabled
    const Traffic before(staged.world);
    const bool pagesOwn = button == u"Sign in" && staged.run.on<SignInPage>();
    if (!pagesOwn) {
        const QWidget *root = reach.place == Place::Bar ? barOn(staged) : staged.run.page();
        auto *widget = buttonReading(root, button);
        QVERIFY(widget && widget->isEnabled());
        QTest::mouseClick(widget, Qt::LeftButton);
        const bool renews = reach.id == u"X7" || staged.run.on<RestoringPage>();
        pass(staged.run, renews ? RenewalFloor : milliseconds(1));
    }
    QVERIFY(worked(button, reach.id, staged, before));
}

void TestCatalogue::errorsHaveDetails_data()
{
    addReaches([](const Reach &reach) { return isInBar(reach) && reach.id.startsWith(u'E'); });
}

void TestCatalogue::errorsHaveDetails()
{
    QFETCH(Reach, reach);
    const Staged staged(screenNamed(reach.screen));
    auto *details = part(staged.run, "detailsLabel");
    QVERIFY(!details->isVisible());
    click(staged.run, "detailsButton");
    QVERIFY(details->isVisible());
    QVERIFY(qobject_cast<QLabel *>(details)->text().contains(QStringLiteral("Code: ")));
    click(staged.run, "detailsButton");
    QVERIFY(!details->isVisible());
}

void TestCatalogue::nothingTellsASecret_data()
{
    addScreenRows(allScreens());
}

void TestCatalogue::nothingTellsASecret()
{
    QFETCH(Screen, screen);
    const Staged staged(screen);
    const QStringList texts = everyText(&staged.run.window);
    const bool tellsDemoAccount = screen.name.endsWith(u"demo"); // public knowledge (api.md)
    for (const QString &text : texts) {
        QVERIFY2(tellsDemoAccount || !text.contains(QStringLiteral("changeme")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("eyJ")), qPrintable(text)); // how a JWT begins
    }
}

void TestCatalogue::e16OpensTheBrowser()
{
    const Staged staged(screenNamed(QStringLiteral("E16")));
    QSignalSpy browser(&staged.run.window, &MainWindow::browserRequested);
    act(staged.run, MessageAction::OpenBrowser);
    QCOMPARE(browser.count(), 1);
    QCOMPARE(browser.first().first().toUrl().host(), QStringLiteral("api.example.com"));
}

void TestCatalogue::e1SelectsThePassword()
{
    const Staged staged(screenNamed(QStringLiteral("E1")));
    auto *password = qobject_cast<QLineEdit *>(part(staged.run, "passwordEdit"));
    QVERIFY(password->hasFocus());
    QCOMPARE(password->selectionLength(), password->text().size());
    auto *interface = QAccessible::queryAccessibleInterface(password);
    QCOMPARE(interface->text(QAccessible::Description), wordingOf(QStringLiteral("E1")).texts[0]);
}

void TestCatalogue::e4TellsTheFields()
{
    const Staged staged(screenNamed(QStringLiteral("E4")));
    QCOMPARE(shownWords(staged, Place::EmailHint), QStringLiteral("email must be an email"));
    QCOMPARE(shownWords(staged, Place::PasswordHint),
             QStringLiteral("password should not be empty"));
    QCOMPARE(spokenWords(staged, Place::EmailHint), QStringLiteral("email must be an email"));
    QCOMPARE(spokenWords(staged, Place::PasswordHint),
             QStringLiteral("password should not be empty"));
}

void TestCatalogue::e6IsReadAtItsMoments()
{
    constexpr int wait = 95;
    Staged staged(screenNamed(QStringLiteral("E6")));
    ShowCounter shown(barOn(staged)); // a screen reader reads it when it appears
    QList<int> readAt;
    for (int left = wait - 1; left >= 0; --left) {
        pass(staged.run, seconds(1));
        if (shown.taken() > 0)
            readAt += left;
        const QString time = minutesAndSeconds(seconds(left));
        QVERIFY(left == 0 || shownWords(staged, Place::Bar).contains(time));
        QCOMPARE(named(staged.run.page(), QStringLiteral("Try again"))->isEnabled(), left == 0);
    }
    QCOMPARE(readAt, (QList<int>{60, 30, 10, 0}));
}

void TestCatalogue::k1LooksAgainByItself()
{
    Staged staged(screenNamed(QStringLiteral("K1")));
    staged.world.store.setState(KeychainState::Ready);
    pass(staged.run, seconds(1));
    QVERIFY(staged.run.on<ProfilePage>());
}

LATCHKEY_TEST(TestCatalogue, QApplication)
#include "tst_catalogue.moc"
