#include "tests/e2e/programfixture.h"

#include "ui/messagebar.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>

namespace latchkey::test
{

ProgramFixture::ProgramFixture(SecretStore &store, const Lives &lives, HttpEdge *http)
    : m_store(store)
    , m_http(http)
{
    serverTime = clock.wall().time_since_epoch().count();
    demo::DemoServer::Options serverOptions;
    serverOptions.tokens.accessLifetime = lives.access;
    serverOptions.tokens.refreshLifetime = lives.refresh;
    serverOptions.tokens.rotate = lives.rotate;
    serverOptions.tokens.singleSession = lives.singleSession;
    serverOptions.tokens.remember = true;
    serverOptions.tokens.now = [this] { return WallTime(Milliseconds(serverTime.load())); };
    server = std::make_unique<demo::DemoServer>(serverOptions);
    if (!server->start())
        qFatal("the demo server does not start");
    options.server = *ServerAddress::parse(server->url());
}

ProgramFixture::~ProgramFixture()
{
    program.reset();
    server->stop();
}

void ProgramFixture::open()
{
    program
        = std::make_unique<Composition>(options, folder.filePath(QStringLiteral("p.ini")),
                                        Composition::Edges{&clock, m_http, &m_store, renewalTimer});
    program->start();
}

void ProgramFixture::close()
{
    program.reset();
}

void ProgramFixture::moveClock(Milliseconds time)
{
    clock.advance(time);
    serverTime = clock.wall().time_since_epoch().count();
}

// Real HTTP on a clock that stands still: wait for the answer, not for time.
void ProgramFixture::settleNetwork()
{
    const auto busy = [this] {
        return state() == SessionState::Renewing || state() == SessionState::SigningIn;
    };
    settle();
    [[maybe_unused]] const bool done = QTest::qWaitFor([&] { return !busy(); }, 5000);
    settle();
}

void ProgramFixture::pass(Milliseconds time, Milliseconds step)
{
    for (Milliseconds passed{0}; passed < time; passed += step) {
        moveClock(step);
        settleNetwork();
    }
}

namespace
{

// As a screen reader is told it.
QString nameOf(QWidget *widget)
{
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

} // namespace

template <typename T>
T *ProgramFixture::named(const QString &accessibleName) const
{
    const auto widgets = program->window().findChildren<T *>();
    for (T *widget : widgets) {
        if (widget->isVisible() && nameOf(widget) == accessibleName)
            return widget;
    }
    return nullptr;
}

QLineEdit *ProgramFixture::field(const QString &accessibleName) const
{
    return named<QLineEdit>(accessibleName);
}

QAbstractButton *ProgramFixture::button(const QString &accessibleName) const
{
    return named<QAbstractButton>(accessibleName);
}

bool ProgramFixture::type(const QString &name, const QString &text)
{
    QLineEdit *edit = field(name);
    if (!edit)
        return false;
    edit->selectAll();
    QTest::keyClicks(edit, text);
    return true;
}

bool ProgramFixture::press(const QString &name)
{
    QAbstractButton *found = button(name);
    if (!found || !found->isEnabled())
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

bool ProgramFixture::submit(const QString &email, const QString &password)
{
    return type(QStringLiteral("Email address"), email)
        && type(QStringLiteral("Password"), password) && press(QStringLiteral("Sign in"));
}

bool ProgramFixture::openSignedIn()
{
    open();
    return QTest::qWaitFor([this] { return state() == SessionState::SignedOut; }) && signIn()
        && QTest::qWaitFor([this] {
               return shows(QStringLiteral("Jhon"))
                   && program->session().status().saving == Saving::Saved;
           });
}

bool ProgramFixture::shows(const QString &text) const
{
    const auto labels = program->window().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

QString ProgramFixture::barText() const
{
    const auto bars = program->window().findChildren<MessageBar *>();
    for (const MessageBar *bar : bars) {
        if (bar->isVisible())
            return bar->message().text();
    }
    return {};
}

} // namespace latchkey::test
