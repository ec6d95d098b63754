#include "tests/gui/windowfixture.h"
#include "ui/accessibility.h"
#include "ui/signinpage.h"

#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextLayout>

using namespace latchkey;
using namespace latchkey::test;
using std::chrono::minutes;
using std::chrono::seconds;

// Every screen in the whole window: in its usual size, in a small one, with text of twice the size,
// mirrored, on dark. To look at them, name a folder in LATCHKEY_SCREENSHOTS.

namespace
{

struct Look {
    const char *name;
    bool dark;
    double text; // of the usual size
    bool mirrored;
    QSize size; // invalid: the window's own
};
constexpr QSize smallWindow{640, 480};
constexpr Look looks[] = {
    {"usual", false, 1.0, false, {}},   {"dark", true, 1.0, false, {}},
    {"mirrored", false, 1.0, true, {}}, {"small", false, 1.0, false, smallWindow},
    {"large", false, 2.0, false, {}},   {"large-small-mirrored-dark", true, 2.0, true, smallWindow},
};

// Puts the application's look on, and back.
class Dress
{
public:
    explicit Dress(const Look &look)
    {
        QFont font = m_font;
        font.setPointSizeF(m_font.pointSizeF() * look.text);
        QApplication::setFont(font);
        QApplication::setLayoutDirection(look.mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        if (look.dark)
            QApplication::setPalette(QPalette(QColor(0x353535), QColor(0x2B2B2B)));
    }
    ~Dress()
    {
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setPalette(m_palette);
    }
    Dress(const Dress &) = delete;
    Dress &operator=(const Dress &) = delete;

private:
    QFont m_font = QApplication::font();
    QPalette m_palette = QApplication::palette();
};

struct Screen {
    const char *name;
    void (*prepare)(World &world);
    void (*show)(Run &run);
    bool roomy = true; // fits the usual window without a scroll bar
};

void nothing(World &) { }
void nothingMore(Run &) { }

void refuse(World &world, int status, const char *header = nullptr, const char *value = nullptr)
{
    world.http.setResponder([=, &world](const HttpRequest &request) -> std::optional<HttpReply> {
        if (!request.url.path().endsWith(QStringLiteral("login")))
            return world.answer(request);
        HttpReply reply = jsonReply(status, R"({"message":"no","statusCode":0})");
        if (header)
            reply.headers.insert(header, value);
        return reply;
    });
}

void failLogin(World &world, TransportFailure failure)
{
    world.http.setResponder(
        [failure](const HttpRequest &) { return std::optional(failedReply(failure)); });
}

void signIn(Run &run)
{
    run.signIn();
}

void press(const Run &run, const char *name)
{
    QTest::mouseClick(run.button(name), Qt::LeftButton);
}

void keepSession(World &world)
{
    Run run(world);
    run.start();
    run.signIn();
    world.clock.advance(seconds(1));
}

void demo(Run &run)
{
    run.start("http://127.0.0.1:43159");
    run.window.showDemoAccount(QStringLiteral("john@mail.com"), QStringLiteral("changeme"));
}

// The access token dies while the program is off, and the server has forgotten the other one.
void endEarly(World &world)
{
    world.accessLife = hours(1);
    keepSession(world);
    world.clock.advance(hours(2));
    world.http.setResponder([](const HttpRequest &) {
        return std::optional(jsonReply(401, R"({"message":"Unauthorized","statusCode":401})"));
    });
}

void testConnection(Run &run, const std::optional<Error> &error)
{
    press(run, "Server");
    auto *dialog = run.window.findChild<QDialog *>();
    QTest::mouseClick(qobject_cast<QPushButton *>(named(dialog, QStringLiteral("Test connection"))),
                      Qt::LeftButton);
    run.window.showConnectionTest(error);
}

const Screen screens[] = {
    {"sign-in", nothing, nothingMore},
    {"sign-in-validation", nothing,
     [](Run &run) { QTest::keyClick(run.field("Email address"), Qt::Key_Return); }},
    {"sign-in-odd-email", nothing,
     [](Run &run) {
         run.field("Email address")->setText(QStringLiteral("john"));
         QTest::keyClick(run.field("Email address"), Qt::Key_Return);
     }},
    {"sign-in-busy", [](World &world) { world.loginStatus = 0; }, signIn},
    {"sign-in-slow", [](World &world) { world.loginStatus = 0; },
     [](Run &run) {
         run.signIn();
         run.world.clock.advance(seconds(5));
     }},
    {"E1", [](World &world) { refuse(world, 401); }, signIn},
    {"E2", [](World &world) { refuse(world, 401); },
     [](Run &run) {
         for (int i = 0; i < 3; ++i)
             run.signIn();
     }},
    {"E6", [](World &world) { refuse(world, 429, "retry-after", "95"); }, signIn},
    {"E11", [](World &world) { failLogin(world, TransportFailure::ConnectionRefused); }, signIn},
    {"demo", nothing, demo},
    {"server", nothing, [](Run &run) { press(run, "Server"); }},
    {"server-answers", nothing, [](Run &run) { testConnection(run, std::nullopt); }},
    {"server-fails", nothing,
     [](Run &run) {
         Error error;
         error.code = ErrorCode::ConnectionRefused;
         testConnection(run, error);
     }},
    {"settings", nothing, [](Run &run) { press(run, "Settings"); }},
    {"profile", nothing, signIn},
    {"profile-closed", nothing,
     [](Run &run) {
         run.signIn();
         press(run, "Session");
     }},
    {"profile-offline", nothing,
     [](Run &run) {
         run.signIn();
         run.world.offline = true;
         run.press(Qt::Key_F5, Qt::NoModifier);
         run.world.clock.advance(milliseconds(1));
     }},
    {"restored", keepSession, nothingMore},
    {"restoring", [](World &world) { world.store.readMode = FakeStore::Mode::Held; },
     [](Run &run) { run.world.clock.advance(seconds(4)); }},
    {"X6",
     [](World &world) {
         keepSession(world);
         world.clock.advance(hours(11));
     },
     nothingMore, false},
    {"X9", nothing,
     [](Run &run) {
         run.signIn();
         press(run, "Sign out");
         run.world.clock.advance(milliseconds(1));
     }},
    {"X2", endEarly, nothingMore},
    {"X2-why", endEarly, [](Run &run) { press(run, "Why?"); }, false},
    {"K1", [](World &world) { world.store.setState(KeychainState::Locked); }, nothingMore},
    {"K2", [](World &world) { world.store.setState(KeychainState::Absent); }, nothingMore},
    {"K2-demo", [](World &world) { world.store.setState(KeychainState::Absent); }, demo},
};

void shoot(QWidget *what, const Screen &screen, const Look &look)
{
    const QString folder = qEnvironmentVariable("LATCHKEY_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    what->grab().save(QStringLiteral("%1/%2-%3.png")
                          .arg(folder, QLatin1String(look.name), QLatin1String(screen.name)));
}

// The lines of a wrapped label, as it draws them.
QStringList linesOf(const QLabel &label)
{
    QTextLayout text(label.text(), label.font());
    QStringList lines;
    const int indent = std::max(0, label.indent());
    text.beginLayout();
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(label.contentsRect().width() - indent);
        lines += label.text().mid(line.textStart(), line.textLength()).trimmed();
    }
    text.endLayout();
    return lines;
}

QStringList lonelyWords(const QWidget *root)
{
    QStringList found;
    for (const auto *label : root->findChildren<QLabel *>()) {
        const bool ownWords = !label->parentWidget()->inherits("latchkey::MessageBar");
        if (!label->isVisible() || !label->wordWrap() || !ownWords) // a message ends in any name
            continue;
        const QStringList lines = linesOf(*label);
        if (lines.size() > 1 && !lines.last().contains(u' '))
            found += lines.last() + QStringLiteral(" of ") + label->text();
    }
    return found;
}

// A scroll bar where there is nothing to scroll, or content that hangs in a corner.
QStringList placeFaults(const QWidget *page)
{
    auto *area = page->findChild<QScrollArea *>();
    QWidget *column = area->widget();
    const QMargins margins = column->layout()->contentsMargins();
    const int needed
        = column->layout()->totalHeightForWidth(column->width()) - margins.top() - margins.bottom();
    QStringList faults;
    if (area->verticalScrollBar()->maximum() > 0 && needed + 2 * 8 <= area->viewport()->height())
        faults += QStringLiteral("scrolls for nothing");
    if (area->verticalScrollBar()->maximum()
        > margins.bottom() + margins.top() + std::max(0, needed - area->viewport()->height()))
        faults += QStringLiteral("scrolls into nothing");
    if (margins.top() > margins.bottom() + 1)
        faults += QStringLiteral("hangs low");
    if (std::abs(margins.left() - margins.right()) > 1)
        faults += QStringLiteral("stands aside");
    return faults;
}

QStringList cutOff(const QWidget *dialog)
{
    QStringList faults;
    for (const auto *widget : dialog->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const int needed = label && label->wordWrap() ? label->heightForWidth(label->width())
                                                      : widget->minimumSizeHint().height();
        const QRect place(widget->mapTo(dialog, QPoint()), widget->size());
        if (widget->height() < needed || !dialog->rect().contains(place))
            faults += widget->objectName();
    }
    return faults;
}

} // namespace

class TestScreens : public QObject
{
    Q_OBJECT

private slots:
    void looksRight_data()
    {
        QTest::addColumn<int>("screenIndex");
        QTest::addColumn<int>("lookIndex");
        for (size_t screen = 0; screen < std::size(screens); ++screen) {
            for (size_t look = 0; look < std::size(looks); ++look)
                QTest::addRow("%s/%s", screens[screen].name, looks[look].name)
                    << int(screen) << int(look);
        }
    }
    void looksRight()
    {
        QFETCH(int, screenIndex);
        QFETCH(int, lookIndex);
        const Screen &screen = screens[screenIndex];
        const Look &look = looks[lookIndex];
        const Dress dress(look);
        World world;
        screen.prepare(world);
        Run run(world);
        if (look.size.isValid())
            run.window.resize(look.size);
        run.start();
        screen.show(run);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();

        auto *dialog = run.window.findChild<QDialog *>();
        shoot(dialog ? static_cast<QWidget *>(dialog) : &run.window, screen, look);
        if (dialog) { // its scroll area is the page's behind it
            QCOMPARE(cutOff(dialog).join(u'|'), QString());
            return;
        }
        QCOMPARE(placeFaults(run.page()).join(u'|'), QString());
        const bool usual = look.text == 1.0 && !look.size.isValid();
        if (usual && screen.roomy)
            QCOMPARE(run.page()->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
        if (usual)
            QCOMPARE(lonelyWords(run.page()).join(u'|'), QString());
        QCOMPARE(layoutFaults(run.page()).join(u'|'), QString());
    }

    void theHelpOfStayingIsOneLine_data()
    {
        QTest::addColumn<QString>("keychain");
        QTest::newRow("GNOME") << QStringLiteral("GNOME Keyring");
        QTest::newRow("KDE") << QStringLiteral("KWallet");
        QTest::newRow("any") << QStringLiteral("Secret Service");
    }
    void theHelpOfStayingIsOneLine()
    {
        QFETCH(QString, keychain);
        World world;
        Run run(world);
        run.start();
        auto *page = qobject_cast<SignInPage *>(run.page());
        page->setKeychain(keychain, true);
        QCoreApplication::processEvents();
        const auto *help = page->findChild<QLabel *>(QStringLiteral("stayHelpLabel"));
        QVERIFY(help->heightForWidth(help->width()) < 2 * help->fontMetrics().height());
    }

private:
    Accessibility m_accessibility;
};

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
