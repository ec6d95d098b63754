#pragma once

#include "app/store/secretstore.h"

#include <QTest>

namespace latchkey::test
{

// One call's answer: how often it came, and the last one.
template <typename T>
struct Asked {
    // Valid while this lives, and as `context` too.
    [[nodiscard]] SecretStore::Callback<T> callback()
    {
        return [this](T value) {
            ++count;
            answer = std::move(value);
        };
    }

    QObject context;
    int count = 0;
    std::optional<T> answer;
};

using AskedState = Asked<KeychainState>;
using AskedRead = Asked<StoreResult<std::optional<Secret>>>;
using AskedChange = Asked<StoreResult<void>>;

// What an answer is worth, in words that a failing test can print.
[[nodiscard]] inline QByteArray nameOf(StoreFailure failure)
{
    switch (failure) {
    case StoreFailure::Locked:
        return "Locked";
    case StoreFailure::WouldAsk:
        return "WouldAsk";
    case StoreFailure::Unseen:
        return "Unseen";
    case StoreFailure::StillLocked:
        return "StillLocked";
    case StoreFailure::Denied:
        return "Denied";
    case StoreFailure::Refused:
        return "Refused";
    case StoreFailure::Absent:
        return "Absent";
    case StoreFailure::TimedOut:
        return "TimedOut";
    case StoreFailure::Failed:
        return "Failed";
    }
    return {};
}

[[nodiscard]] inline QByteArray outcome(const AskedChange &asked)
{
    if (!asked.answer)
        return "none";
    return *asked.answer ? "ok" : nameOf(asked.answer->error().failure);
}

// "absent", or "=" and the value: test values only, never a real secret.
[[nodiscard]] inline QByteArray outcome(const AskedRead &asked)
{
    if (!asked.answer)
        return "none";
    if (!*asked.answer)
        return nameOf(asked.answer->error().failure);
    const auto &value = **asked.answer;
    return value ? '=' + value->reveal().toByteArray() : QByteArray("absent");
}

constexpr auto never = SecretStore::Prompt::Never;
constexpr auto allowed = SecretStore::Prompt::Allowed;

// Each blocks in Qt's event loop until the store has answered.
[[nodiscard]] inline QByteArray writeNow(SecretStore &store, const QString &key,
                                         const QByteArray &value,
                                         SecretStore::Prompt prompt = never)
{
    AskedChange asked;
    store.write(key, Secret(value), prompt, &asked.context, asked.callback());
    (void)QTest::qWaitFor([&] { return asked.count > 0; }, 10000);
    return outcome(asked);
}

[[nodiscard]] inline QByteArray readNow(SecretStore &store, const QString &key,
                                        SecretStore::Prompt prompt = never)
{
    AskedRead asked;
    store.read(key, prompt, &asked.context, asked.callback());
    (void)QTest::qWaitFor([&] { return asked.count > 0; }, 10000);
    return outcome(asked);
}

[[nodiscard]] inline QByteArray removeNow(SecretStore &store, const QString &key)
{
    AskedChange asked;
    store.remove(key, &asked.context, asked.callback());
    (void)QTest::qWaitFor([&] { return asked.count > 0; }, 10000);
    return outcome(asked);
}

[[nodiscard]] inline KeychainState probeNow(SecretStore &store)
{
    AskedState asked;
    store.probe(&asked.context, asked.callback());
    (void)QTest::qWaitFor([&] { return asked.count > 0; }, 10000);
    return asked.answer.value_or(KeychainState::Unknown);
}

} // namespace latchkey::test
