#pragma once

#include "app/store/keychainjobs.h"
#include "tests/support/mocksecretservice.h"

#include <QTestEventLoop>

#include <optional>

namespace latchkey::test
{

inline const QString mockedKey = QStringLiteral("session/default/demo");
inline const QString loginPath = QStringLiteral("/org/freedesktop/secrets/collection/login");

// One job of QtKeychain's, with the played Secret Service in the same thread.
struct RunningJob {
    QObject context;
    QTestEventLoop loop; // qWaitFor() would take 10 ms for each message back and forth
    std::optional<JobOutcome> outcome;

    [[nodiscard]] JobCallback callback()
    {
        return [this](const JobOutcome &ended) {
            outcome = ended;
            loop.exitLoop();
        };
    }

    // Blocks in Qt's event loop, 10 s at most. In words that a failing test can print.
    [[nodiscard]] QByteArray waitForEnd()
    {
        if (!outcome)
            loop.enterLoop(10);
        if (!outcome)
            return "never";
        switch (outcome->end) {
        case JobEnd::Done:
            return "done";
        case JobEnd::NotFound:
            return "not found";
        case JobEnd::Denied:
            return "denied";
        case JobEnd::NoBackend:
            return "no backend";
        case JobEnd::Died:
            return "died";
        case JobEnd::Failed:
            return "failed";
        }
        return {};
    }
};

[[nodiscard]] inline QByteArray writeJob(const QByteArray &secret)
{
    RunningJob job;
    startWriteJob(mockedKey, Secret(secret), &job.context, job.callback());
    return job.waitForEnd();
}

// How it ended, or "=" and the value.
[[nodiscard]] inline QByteArray readJob()
{
    RunningJob job;
    startReadJob(mockedKey, &job.context, job.callback());
    const QByteArray end = job.waitForEnd();
    return end == "done" ? '=' + job.outcome->value.reveal().toByteArray() : end;
}

[[nodiscard]] inline QByteArray deleteJob()
{
    RunningJob job;
    startDeleteJob(mockedKey, &job.context, job.callback());
    return job.waitForEnd();
}

// As somebody else wrote it: no connection has a right to it. Gives its path.
inline QString putItem(MockSecretService &secrets, const QByteArray &secret)
{
    return secrets.store().put(loginPath, qtKeychainItem(keychainServiceName, mockedKey, secret),
                               false, {});
}

// The last item's secret.
[[nodiscard]] inline QByteArray storedIn(MockSecretService &secrets)
{
    const auto &items = secrets.store().collection(loginPath)->items;
    return items.isEmpty() ? "nothing" : items.constLast().secret;
}

} // namespace latchkey::test
