#pragma once

#include "app/store/keychainstore.h"
#include "app/store/storedsession.h"
#include "tests/store/asked.h"
#include "tests/store/secretjobs.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatebus.h"

#include <QTest>

#include <memory>

namespace latchkey::test
{

using Person = MockSecretService::Person;
using Prompt = SecretStore::Prompt;

inline MockManners keePassXcWith(bool MockManners::*trait)
{
    MockManners manners = MockManners::keePassXc();
    manners.*trait = true;
    return manners;
}

inline MockManners gnomeWith(bool MockManners::*trait)
{
    MockManners manners;
    manners.*trait = true;
    return manners;
}

// A session's, which was issued at this second since 1970.
inline QByteArray itemOf(int issued)
{
    StoredSession session;
    session.server = *ServerAddress::parse(QStringLiteral("https://a.example"));
    session.tokens = {Secret(QByteArrayView("a")), Secret(QByteArrayView("r"))};
    session.issuedAt = WallTime(std::chrono::seconds(issued));
    return encodeSession(session).reveal().toByteArray();
}

// The store in front of a played password store; one of a process, as libsecret wants it.
struct PlayedStoreFixture {
    explicit PlayedStoreFixture(const QString &busAddress)
        : secrets(busAddress)
    {
    }
    void begin()
    {
        secrets.startOver();
        store = std::make_unique<KeychainStore>(clock);
    }
    void end()
    {
        store.reset();
        QVERIFY(secrets.wouldHaveDied().isEmpty());
    }
    static void addColumns()
    {
        QTest::addColumn<MockManners>("manners");
        QTest::addColumn<MockLock>("lock");
        QTest::addColumn<Person>("person");
        QTest::addColumn<int>("prompt");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<int>("prompts");
    }
    // A second one, open; somebody else's item in it, if any.
    QString addOther(const QByteArray &item = {})
    {
        const QString path
            = secrets.store().addCollection(QStringLiteral("Other"), MockLock::Open).path;
        if (!item.isEmpty()) {
            secrets.store().put(path, qtKeychainItem(keychainServiceName, mockedKey, item), false,
                                {});
        }
        return path;
    }
    [[nodiscard]] QList<QByteArray> itemsIn(const QString &collection)
    {
        QList<QByteArray> found;
        for (const MockItem &item : secrets.store().collection(collection)->items)
            found.append(item.secret);
        return found;
    }
    // One item, "old", in the row's world.
    void prepare()
    {
        QFETCH(const MockManners, manners);
        QFETCH(const MockLock, lock);
        QFETCH(const Person, person);
        putItem(secrets, "old");
        secrets.manners() = manners;
        secrets.store().setLock(loginPath, lock);
        secrets.setPerson(person);
        secrets.store().now += 60;
    }

    FakeClock clock;
    MockSecretService secrets;
    std::unique_ptr<KeychainStore> store;
};

} // namespace latchkey::test
