#include "app/smoketest.h"

#include "app/base/savefile.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>

#include <algorithm>
#include <cstdio>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds StepDeadline = 45s;
constexpr Milliseconds DrawingTime = 400ms;

void say(const QString &line)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

} // namespace

SmokeTest::SmokeTest(const Options &options, const Credentials &credentials)
    : m_options(options)
    , m_credentials(credentials)
    , m_keychain(m_clock)
    , m_memory(KeychainState::Ready)
    , m_demo(m_clock)
    , m_deadline(m_clock.makeTimer([this] { fail(QStringLiteral("it took too long")); }))
    , m_settled(m_clock.makeTimer([this] { m_afterSettling(); }))
{
    m_options.profile = QStringLiteral("smoke-test"); // never the person's own session
}

SmokeTest::~SmokeTest() = default;

void SmokeTest::start()
{
    if (!m_folder.isValid())
        return fail(QStringLiteral("no temporary folder: ") + m_folder.errorString());
    if (!m_options.screenshots.isEmpty() && !QDir().mkpath(m_options.screenshots))
        return fail(QStringLiteral("the folder for screenshots cannot be made"));
    if (!m_options.demo) {
        m_server = *m_options.server;
        return chooseStore([this] { open(); });
    }
    m_credentials = {QStringLiteral("john@mail.com"), Secret(QByteArrayView("changeme"))};
    connect(&m_demo, &DemoProcess::failed, this, &SmokeTest::fail);
    connect(&m_demo, &DemoProcess::ready, this, [this](const ServerAddress &address) {
        m_server = address;
        chooseStore([this] { open(); });
    });
    m_demo.start();
}

void SmokeTest::stop()
{
    fail(QStringLiteral("it was told to stop"));
}

void SmokeTest::chooseStore(const Step &next)
{
    if (m_options.noKeychain) {
        m_store = &m_memory;
        say(QStringLiteral("note: --no-keychain, so the session is kept in this process's memory"));
        return then(next);
    }
    m_keychain.probe(this, [this, next](KeychainState state) {
        const bool ready = state == KeychainState::Ready;
        m_store = ready ? static_cast<SecretStore *>(&m_keychain) : &m_memory;
        say(ready ? QStringLiteral("note: the session is kept in %1").arg(m_keychain.displayName())
                  : QStringLiteral("note: there is no unlocked password store here, so the session "
                                   "is kept in this process's memory"));
        then(next);
    });
}

void SmokeTest::open()
{
    m_sawSignInPage = false;
    m_profiles = 0;
    m_program = std::make_unique<Composition>(m_options,
                                              m_folder.filePath(QStringLiteral("settings.ini")),
                                              Composition::Edges{&m_clock, nullptr, m_store});
    Session &session = m_program->session();
    connect(&session, &Session::profileLoaded, this, [this](const Profile &profile) {
        m_profileId = profile.id;
        ++m_profiles;
        check();
    });
    connect(&session, &Session::renewed, this, [this] {
        ++m_renewals;
        check();
    });
    connect(&session, &Session::changed, this, [this](const SessionStatus &status) {
        m_sawSignInPage = m_sawSignInPage || status.state == SessionState::SignedOut;
        check();
    });
    connect(&session, &Session::signInFailed, this, [this](const Error &error) {
        fail(QStringLiteral("the server said %1").arg(errorName(error.code)));
    });
    if (m_options.demo)
        m_program->startWithDemo(m_server);
    else
        m_program->start();
    if (m_step.isEmpty()) {
        expect(
            QStringLiteral("start"), [this] { return state() == SessionState::SignedOut; },
            [this] { shoot(QStringLiteral("sign-in"), [this] { tour(); }); });
    }
}

// The screens that the main job itself does not pass.
void SmokeTest::tour()
{
    if (m_options.screenshots.isEmpty())
        return signIn();
    shootDialog(QStringLiteral("Server"), QStringLiteral("server"), [this] {
        shootDialog(QStringLiteral("Settings"), QStringLiteral("settings"), [this] {
            if (!type(QStringLiteral("Password"), {}) || !press(QStringLiteral("Sign in")))
                return;
            shoot(QStringLiteral("mistake"),
                  [this] { signIn(); }); // told in the form, nothing sent
        });
    });
}

void SmokeTest::shootDialog(const QString &button, const QString &name, const Step &next)
{
    if (!press(button))
        return;
    shoot(name, [this, next] {
        if (QDialog *dialog = openDialog())
            dialog->reject();
        next();
    });
}

QDialog *SmokeTest::openDialog() const
{
    const auto dialogs = m_program->window().findChildren<QDialog *>();
    const auto open = std::find_if(dialogs.begin(), dialogs.end(),
                                   [](const QDialog *dialog) { return dialog->isVisible(); });
    return open == dialogs.end() ? nullptr : *open;
}

void SmokeTest::signIn()
{
    QString password = QString::fromUtf8(m_credentials.password.reveal());
    const bool typed = type(QStringLiteral("Email address"), m_credentials.email)
        && type(QStringLiteral("Password"), password) && press(QStringLiteral("Sign in"));
    wipe(password);
    if (!typed)
        return;
    expect(
        QStringLiteral("sign in"), [this] { return state() == SessionState::SignedIn; },
        [this] { showProfile(); });
}

void SmokeTest::showProfile()
{
    expect(
        QStringLiteral("profile"),
        [this] { return m_profiles > 0 && m_program->session().status().saving == Saving::Saved; },
        [this] { shoot(QStringLiteral("profile"), [this] { renew(); }); });
}

void SmokeTest::renew()
{
    m_renewals = 0;
    m_program->session().renewNow();
    expect(
        QStringLiteral("renew"),
        [this] { return m_renewals == 1 && state() == SessionState::SignedIn; },
        [this] { restart(); });
}

void SmokeTest::restart()
{
    const qint64 before = m_profileId;
    m_profileId = 0;
    m_program.reset();
    open();
    expect(
        QStringLiteral("restart-restore"),
        [this, before] {
            return state() == SessionState::SignedIn && m_profiles > 0 && m_profileId == before
                && !m_sawSignInPage;
        },
        [this] { shoot(QStringLiteral("restored"), [this] { signOut(); }); });
}

void SmokeTest::signOut()
{
    if (!press(QStringLiteral("Sign out")))
        return;
    expect(
        QStringLiteral("sign out"), [this] { return state() == SessionState::SignedOut; },
        [this] { shoot(QStringLiteral("signed-out"), [this] { startOnceMore(); }); });
}

void SmokeTest::startOnceMore()
{
    m_program.reset();
    open();
    expect(
        QStringLiteral("stays out"),
        [this] { return state() == SessionState::SignedOut && m_profiles == 0; },
        [this] {
            m_program.reset();
            say(QStringLiteral("smoke test: all steps held"));
            emit finished(0);
        });
}

void SmokeTest::expect(const QString &name, std::function<bool()> holds, Step next)
{
    m_step = name;
    m_holds = std::move(holds);
    m_next = std::move(next);
    m_stepTime.start();
    m_deadline->start(StepDeadline);
    then([this] { check(); });
}

void SmokeTest::check()
{
    if (!m_holds || !m_holds())
        return;
    m_holds = {};
    m_deadline->stop();
    say(QStringLiteral("ok    %1 %2 ms").arg(m_step, -16).arg(m_stepTime.elapsed(), 6));
    then(std::exchange(m_next, {}));
}

// Not from inside a signal of the program under test: the next step may destroy it.
void SmokeTest::then(const Step &step)
{
    QMetaObject::invokeMethod(this, step, Qt::QueuedConnection);
}

void SmokeTest::fail(const QString &why)
{
    say(QStringLiteral("FAIL  %1: %2")
            .arg(m_step.isEmpty() ? QStringLiteral("start") : m_step, why));
    m_holds = {};
    m_deadline->stop();
    m_settled->stop();
    emit finished(1);
}

void SmokeTest::shoot(const QString &name, const Step &next)
{
    if (m_options.screenshots.isEmpty())
        return next();
    m_afterSettling = [this, name, next] {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        QWidget *dialog = openDialog();
        (dialog ? dialog : &m_program->window())->grab().save(&buffer, "PNG");
        const QString file
            = QStringLiteral("%1/%2-%3.png").arg(m_options.screenshots).arg(++m_shots).arg(name);
        const QString problem = saveFile(file, png);
        if (!problem.isEmpty())
            return fail(problem);
        say(QStringLiteral("      saved %1").arg(file));
        next();
    };
    m_settled->start(DrawingTime);
}

bool SmokeTest::type(const QString &field, const QString &text)
{
    const auto edits = m_program->window().findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->accessibleName() == field && edit->isVisible()) {
            edit->setText(text);
            return true;
        }
    }
    fail(QStringLiteral("there is no field \"%1\"").arg(field));
    return false;
}

bool SmokeTest::press(const QString &button)
{
    const auto buttons = m_program->window().findChildren<QAbstractButton *>();
    for (QAbstractButton *candidate : buttons) {
        const QString name = candidate->accessibleName().isEmpty()
            ? QString(candidate->text()).remove(u'&')
            : candidate->accessibleName();
        if (name == button && candidate->isVisible() && candidate->isEnabled()) {
            candidate->click();
            return true;
        }
    }
    fail(QStringLiteral("there is no button \"%1\" to press").arg(button));
    return false;
}

} // namespace latchkey
