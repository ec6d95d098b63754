#pragma once

#include "app/composition.h"
#include "app/demo/demoserver.h"
#include "tests/support/fakeclock.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

namespace latchkey::test
{

// The composed program against a demo server in a thread: real window, real HTTP, an injected clock
// that both share, and a keychain of the test's choosing. close() and open() are the program closed
// and started again.
class ProgramFixture
{
public:
    struct Lives {
        std::chrono::seconds access = std::chrono::days(20);
        std::chrono::seconds refresh = std::chrono::hours(10);
        bool rotate = false;
        bool singleSession = false;
    };
    explicit ProgramFixture(SecretStore &store)
        : ProgramFixture(store, Lives{})
    {
    }
    ProgramFixture(SecretStore &store, const Lives &lives, HttpEdge *http = nullptr);
    ~ProgramFixture();

    void open();
    void close();
    // Moves the shared clock in small steps and lets every answer arrive.
    void pass(Milliseconds time, Milliseconds step = std::chrono::seconds(1));
    void moveClock(Milliseconds time); // nobody is running: just time
    void settleNetwork();

    [[nodiscard]] bool type(const QString &name, const QString &text);
    [[nodiscard]] bool press(const QString &name);
    [[nodiscard]] bool submit(const QString &email, const QString &password);
    [[nodiscard]] bool signIn()
    {
        return submit(QStringLiteral("john@mail.com"), QStringLiteral("changeme"));
    }
    // Opens it, signs in, and waits until the profile is shown and the session is saved.
    [[nodiscard]] bool openSignedIn();
    // Is there a visible label or bar with this text in it?
    [[nodiscard]] bool shows(const QString &text) const;
    [[nodiscard]] QString barText() const; // of the visible message bar; empty: none
    // The visible field or button of this accessible name; null: there is none.
    [[nodiscard]] QLineEdit *field(const QString &accessibleName) const;
    [[nodiscard]] QAbstractButton *button(const QString &accessibleName) const;
    [[nodiscard]] SessionState state() const { return program->session().status().state; }

    FakeClock clock;
    std::atomic<qint64> serverTime{0};
    std::unique_ptr<demo::DemoServer> server;
    QTemporaryDir folder;
    Options options;
    RenewalTimer *renewalTimer = nullptr; // null: the real one
    std::unique_ptr<Composition> program;

private:
    template <typename T>
    [[nodiscard]] T *named(const QString &accessibleName) const;

    SecretStore &m_store;
    HttpEdge *m_http;
};

} // namespace latchkey::test
