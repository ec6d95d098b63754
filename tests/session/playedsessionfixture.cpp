#include "tests/session/playedsessionfixture.h"

namespace latchkey::test
{

PlayedSessionFixture::PlayedSessionFixture(MockSecretService &played)
    : secrets(played)
{
    secrets.startOver();
}

PlayedSessionFixture::~PlayedSessionFixture()
{
    session.reset(); // it outlives nothing that it uses
    if (!keychain)
        return;
    // A job that is left in its question would hold those of the next test.
    while (!secrets.openPrompts().isEmpty())
        secrets.answerPrompt(false);
    letStoreFinish();
}

void PlayedSessionFixture::launch()
{
    keychain = std::make_unique<KeychainStore>(clock);
    otherStore = keychain.get();
    start();
    letStoreFinish();
}

void PlayedSessionFixture::leave()
{
    quit();
    otherStore = nullptr;
    keychain.reset();
    for (MockCollection &collection : secrets.store().collections) {
        for (MockItem &item : collection.items)
            item.allowed.clear();
    }
    secrets.store().now += 600;
    clock.advance(std::chrono::minutes(10));
}

void PlayedSessionFixture::storeAndLeave(const QString &who)
{
    launch();
    signIn(who);
    letStoreFinish();
    if (status().saving != Saving::Saved)
        qFatal("PlayedSessionFixture: it was not stored");
    leave();
}

void PlayedSessionFixture::leaveToBeDeleted(const QStringList &those, const QString &stored)
{
    QList<PendingDelete> pending;
    for (const QString &who : those) {
        storeAndLeave(who);
        pending.append({keyOf(who)});
        if (!preferences.takeStored(keyOf(who)))
            qFatal("PlayedSessionFixture: it was not listed");
    }
    if (!stored.isEmpty())
        storeAndLeave(stored);
    preferences.setPendingDeletes(pending);
}

void PlayedSessionFixture::setLock(MockLock lock)
{
    secrets.store().setLock(secrets.store().collections.constFirst().path, lock);
    if (keychain)
        letStoreFinish();
}

// Its queue is one: a read behind all that waits is the last to be answered. What the answers
// before made somebody ask for comes within the second.
void PlayedSessionFixture::letStoreFinish()
{
    for (int round = 0; round < 2 && secrets.openPrompts().isEmpty(); ++round) {
        bool isAnswered = false;
        QObject context;
        keychain->read(QStringLiteral("nobody's"), SecretStore::Prompt::Never, &context,
                       [&isAnswered](const auto &) { isAnswered = true; });
        const auto isOver = [&] { return isAnswered || !secrets.openPrompts().isEmpty(); };
        (void)QTest::qWaitFor(isOver, 10000);
        settle();
    }
}

qsizetype PlayedSessionFixture::storedCount()
{
    qsizetype count = 0;
    for (const MockCollection &collection : secrets.store().collections)
        count += collection.items.size();
    return count;
}

} // namespace latchkey::test
