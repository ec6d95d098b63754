#include "app/store/memorystore.h"

#include <QMetaObject>

namespace latchkey
{

namespace
{

template <typename T>
void answerLater(QObject *context, SecretStore::Callback<T> callback, T answer)
{
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback), answer = std::move(answer)] { callback(answer); },
        Qt::QueuedConnection);
}

} // namespace

MemoryStore::MemoryStore(KeychainState reported)
    : m_reported(reported)
{
}

// Whoever was told that there is no password store must not hear that it saved or deleted
// something: what the real one holds is still there.
StoreResult<void> MemoryStore::outcome() const
{
    if (m_reported == KeychainState::Absent)
        return tl::make_unexpected(StoreError{StoreFailure::Absent, QStringLiteral("memory only")});
    return {};
}

QString MemoryStore::displayName() const
{
    return QStringLiteral("memory");
}

void MemoryStore::probe(QObject *context, Callback<KeychainState> callback)
{
    answerLater(context, std::move(callback), m_reported);
}

void MemoryStore::read(const QString &key, Prompt, QObject *context,
                       Callback<StoreResult<std::optional<Secret>>> callback)
{
    const auto item = m_items.constFind(key);
    StoreResult<std::optional<Secret>> answer;
    if (item != m_items.constEnd())
        answer = std::optional(*item);
    answerLater(context, std::move(callback), std::move(answer));
}

void MemoryStore::write(const QString &key, const Secret &value, Prompt, QObject *context,
                        Callback<StoreResult<void>> callback)
{
    if (m_reported != KeychainState::Absent)
        m_items.insert(key, value);
    answerLater(context, std::move(callback), outcome());
}

void MemoryStore::remove(const QString &key, QObject *context, Callback<StoreResult<void>> callback)
{
    m_items.remove(key);
    answerLater(context, std::move(callback), outcome());
}

} // namespace latchkey
