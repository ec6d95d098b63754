#pragma once

#include "app/base/credentials.h"
#include "app/base/systemclock.h"
#include "app/composition.h"
#include "app/store/keychainstore.h"
#include "app/store/memorystore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QDialog;

namespace latchkey
{

// `latchkey --smoke-test`: does the main job as a person would, on the real window, and prints a
// line a step with its time. Leaves nothing behind: settings in a temporary folder, its own
// keychain item, deleted by its last step.
class SmokeTest final : public QObject
{
    Q_OBJECT
public:
    // `credentials`: empty with --demo, whose accounts are known.
    SmokeTest(const Options &options, const Credentials &credentials);
    ~SmokeTest() override;

    void start();
    void stop(); // ends it as failed

signals:
    void finished(int exitCode); // 0: every step held

private:
    using Step = std::function<void()>;

    void chooseStore(const Step &next);
    void open(); // a program start: a new composition over what survives one
    void tour();
    void signIn();
    void showProfile();
    void renew();
    void restart();
    void signOut();
    void startOnceMore();

    void expect(const QString &name, std::function<bool()> holds, Step next);
    void check();
    void then(const Step &step);
    void fail(const QString &why);
    void shoot(const QString &name, const Step &next);
    void shootDialog(const QString &button, const QString &name, const Step &next);
    [[nodiscard]] QDialog *openDialog() const; // null: none
    [[nodiscard]] bool type(const QString &field, const QString &text);
    [[nodiscard]] bool press(const QString &button);
    [[nodiscard]] SessionState state() { return m_program->session().status().state; }

    Options m_options;
    Credentials m_credentials;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    KeychainStore m_keychain;
    MemoryStore m_memory;
    SecretStore *m_store = nullptr;
    DemoProcess m_demo;
    ServerAddress m_server;
    std::unique_ptr<Composition> m_program;

    QString m_step; // the one under way
    std::function<bool()> m_holds;
    Step m_next;
    QElapsedTimer m_stepTime;
    std::unique_ptr<Timer> m_deadline;
    std::unique_ptr<Timer> m_settled; // lets a window finish drawing before its picture is taken
    Step m_afterSettling;
    bool m_sawSignInPage = false;
    qint64 m_profileId = 0;
    int m_profiles = 0;
    int m_renewals = 0;
    int m_shots = 0;
};

} // namespace latchkey
