#include "tests/store/secretjobs.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QDBusPendingCallWatcher>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString servicePath = QStringLiteral("/org/freedesktop/secrets");

// From the process's own session bus connection, which is not libsecret's.
QDBusPendingCall callSecrets(const QString &path, const QString &interface, const QString &member,
                             const QVariantList &values)
{
    auto message
        = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, member);
    message.setArguments(values);
    return QDBusConnection::sessionBus().asyncCall(message);
}

// Blocks in Qt's event loop.
QDBusMessage askSecrets(const QString &path, const QString &interface, const QString &member,
                        const QVariantList &values = {})
{
    const QDBusPendingCallWatcher pending(callSecrets(path, interface, member, values));
    QTestEventLoop loop;
    QObject::connect(&pending, &QDBusPendingCallWatcher::finished, &loop,
                     &QTestEventLoop::exitLoop);
    loop.enterLoop(10);
    return pending.reply();
}

// What is told about the collection "Login": the members, in their order.
class HeardSecrets final : public QObject
{
    Q_OBJECT
public:
    QStringList members;

    HeardSecrets()
    {
        listen(servicePath, u"org.freedesktop.Secret.Service"_s);
        listen(loginPath, u"org.freedesktop.Secret.Collection"_s);
        listen(loginPath, u"org.freedesktop.DBus.Properties"_s);
    }

public slots:
    void hear(const QDBusMessage &signal) { members.append(signal.member()); }

private:
    // Until this is gone: QtDBus sees to that.
    void listen(const QString &path, const QString &interface)
    {
        if (!QDBusConnection::sessionBus().connect(u"org.freedesktop.secrets"_s, path, interface,
                                                   {}, this, SLOT(hear(QDBusMessage))))
            qFatal("HeardSecrets: the bus does not want it");
    }
};

} // namespace

// What the played Secret Service says to calls of our own, and how it dies.
class PlayedSecretsTest final : public QObject
{
    Q_OBJECT
public:
    explicit PlayedSecretsTest(const QString &busAddress)
        : m_secrets(busAddress)
    {
    }

private slots:
    void init() { m_secrets.startOver(); }
    void serviceSearchOpensTheDialog();
    void rightIsOfOneConnection();
    void rightIsForOneReading();
    void coldItemHasNoNames();
    void closedDatabaseNamesNothing();
    void tellsOfChanges();
    void tellsOfLocks_data();
    void tellsOfLocks();
    void dismissIsFatal();
    void deniesEverything();
    void refusesWrongArguments();
    void deathLeavesNoSession();
    void deathWhileAskingEndsQtKeychain();

private:
    MockSecretService m_secrets;
};

// Collection.SearchItems, which never asks, is answered beside the dialog.
void PlayedSecretsTest::serviceSearchOpensTheDialog()
{
    putItem(m_secrets, "old");
    m_secrets.manners() = MockManners::keePassXc(false);
    m_secrets.store().setLock(loginPath, MockLock::Locked);
    const MockAttributes wanted{{u"user"_s, mockedKey}};
    const auto search = callSecrets(servicePath, u"org.freedesktop.Secret.Service"_s,
                                    u"SearchItems"_s, {QVariant::fromValue(wanted)});
    const auto beside = askSecrets(loginPath, u"org.freedesktop.Secret.Collection"_s,
                                   u"SearchItems"_s, {QVariant::fromValue(wanted)});
    QVERIFY(qdbus_cast<QList<QDBusObjectPath>>(beside.arguments().value(0)).isEmpty());
    QCOMPARE(m_secrets.openPrompts(), QList<QStringList>{{loginPath}});
    QVERIFY(!search.isFinished());
    m_secrets.answerPrompt(true);
    QTRY_VERIFY(search.isFinished());
    const auto found = qdbus_cast<QList<QDBusObjectPath>>(search.reply().arguments().value(0));
    QCOMPARE(found.size(), 1);
}

void PlayedSecretsTest::rightIsOfOneConnection()
{
    const QString path = putItem(m_secrets, "old");
    m_secrets.manners() = MockManners::keePassXc();
    m_secrets.setPerson(MockSecretService::Person::Allows);
    QCOMPARE(readJob(), "=old");
    QCOMPARE(readJob(), "=old");
    QCOMPARE(m_secrets.promptsOpened(), 1);
    const QVariantList locked{u"org.freedesktop.Secret.Item"_s, u"Locked"_s};
    const auto isLocked = [&] {
        return askSecrets(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, locked)
            .arguments()
            .value(0)
            .value<QDBusVariant>()
            .variant();
    };
    QCOMPARE(isLocked(), QVariant(true));
    const auto unlock
        = askSecrets(servicePath, u"org.freedesktop.Secret.Service"_s, u"Unlock"_s,
                     {QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(path)})});
    const QString prompt = unlock.arguments().value(1).value<QDBusObjectPath>().path();
    (void)askSecrets(prompt, u"org.freedesktop.Secret.Prompt"_s, u"Prompt"_s, {QString()});
    QCOMPARE(isLocked(), QVariant(false));
    QCOMPARE(m_secrets.promptsOpened(), 2);
}

void PlayedSecretsTest::rightIsForOneReading()
{
    putItem(m_secrets, "old");
    m_secrets.manners() = MockManners::keePassXc();
    m_secrets.manners().forgetsRights = true;
    m_secrets.setPerson(MockSecretService::Person::Allows);
    QCOMPARE(readJob(), "=old");
    QCOMPARE(readJob(), "=old");
    QCOMPARE(m_secrets.promptsOpened(), 2);
}

void PlayedSecretsTest::coldItemHasNoNames()
{
    const QString path = putItem(m_secrets, "old");
    m_secrets.store().setLock(loginPath, MockLock::LockedCold);
    const auto found = [](const MockAttributes &wanted) {
        const auto reply = askSecrets(loginPath, u"org.freedesktop.Secret.Collection"_s,
                                      u"SearchItems"_s, {QVariant::fromValue(wanted)});
        return qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(0)).size();
    };
    QCOMPARE(found({{u"user"_s, mockedKey}}), 1);
    QCOMPARE(found({{u"user"_s, mockedKey}, {u"xdg:schema"_s, u"org.qt.keychain"_s}}), 0);
    const auto all = askSecrets(path, u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s,
                                {u"org.freedesktop.Secret.Item"_s});
    const auto properties = qdbus_cast<QVariantMap>(all.arguments().value(0));
    QCOMPARE(properties.value(u"Label"_s), QVariant(QString()));
    QCOMPARE(properties.value(u"Modified"_s).toULongLong(), 0u);
    const auto attributes = qdbus_cast<MockAttributes>(properties.value(u"Attributes"_s));
    QVERIFY(attributes.contains(u"gkr:compat:hashed:user"_s));
    QVERIFY(!attributes.contains(u"user"_s));
}

// Its items are no objects then.
void PlayedSecretsTest::closedDatabaseNamesNothing()
{
    const QString path = putItem(m_secrets, "old");
    m_secrets.manners() = MockManners::keePassXc();
    m_secrets.store().setLock(loginPath, MockLock::Locked);
    const QVariantList items{u"org.freedesktop.Secret.Collection"_s, u"Items"_s};
    const auto named = askSecrets(loginPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, items)
                           .arguments()
                           .value(0)
                           .value<QDBusVariant>()
                           .variant();
    QVERIFY(qdbus_cast<QList<QDBusObjectPath>>(named).isEmpty());
    const auto gone = askSecrets(path, u"org.freedesktop.Secret.Item"_s, u"Delete"_s);
    QCOMPARE(gone.errorName(), u"org.freedesktop.DBus.Error.UnknownObject"_s);
    QCOMPARE(m_secrets.promptsOpened(), 0);
}

void PlayedSecretsTest::tellsOfChanges()
{
    HeardSecrets heard;
    QCOMPARE(writeJob("one"), "done");
    QCOMPARE(writeJob("two"), "done");
    m_secrets.manners().dropsWrites = true;
    QCOMPARE(writeJob("three"), "done");
    QCOMPARE(deleteJob(), "done");
    QTRY_COMPARE(heard.members,
                 (QStringList{u"ItemCreated"_s, u"ItemChanged"_s, u"ItemDeleted"_s}));
}

void PlayedSecretsTest::tellsOfLocks_data()
{
    QTest::addColumn<MockManners>("manners");
    QTest::addColumn<QStringList>("members");
    QTest::newRow("gnome-keyring")
        << MockManners() << QStringList{u"PropertiesChanged"_s, u"CollectionChanged"_s};
    QTest::newRow("KeePassXC") << MockManners::keePassXc() << QStringList{u"CollectionChanged"_s};
}

void PlayedSecretsTest::tellsOfLocks()
{
    QFETCH(const MockManners, manners);
    QFETCH(const QStringList, members);
    m_secrets.manners() = manners;
    HeardSecrets heard;
    m_secrets.store().setLock(loginPath, MockLock::Locked);
    QTRY_COMPARE(heard.members, members);
    m_secrets.store().setLock(loginPath, MockLock::Locked);
    m_secrets.store().setLock(loginPath, MockLock::Open);
    QTRY_COMPARE(heard.members, members + members);
}

void PlayedSecretsTest::dismissIsFatal()
{
    const QString path = putItem(m_secrets, "old");
    m_secrets.manners() = MockManners::keePassXc();
    const auto unlock
        = askSecrets(servicePath, u"org.freedesktop.Secret.Service"_s, u"Unlock"_s,
                     {QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(path)})});
    const QString prompt = unlock.arguments().value(1).value<QDBusObjectPath>().path();
    (void)askSecrets(prompt, u"org.freedesktop.Secret.Prompt"_s, u"Prompt"_s, {QString()});
    (void)askSecrets(path, u"org.freedesktop.Secret.Item"_s, u"Delete"_s);
    QCOMPARE(m_secrets.wouldHaveDied().size(), 1);
    (void)askSecrets(prompt, u"org.freedesktop.Secret.Prompt"_s, u"Dismiss"_s);
    QCOMPARE(m_secrets.wouldHaveDied().size(), 2);
    QCOMPARE(m_secrets.openPrompts().size(), 1);
    m_secrets.startOver();
}

void PlayedSecretsTest::deniesEverything()
{
    m_secrets.manners().deniedByBus = true;
    const auto reply = askSecrets(servicePath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                  {u"org.freedesktop.Secret.Service"_s, u"Collections"_s});
    QCOMPARE(reply.errorName(), u"org.freedesktop.DBus.Error.AccessDenied"_s);
}

// A call that the real ones would not take must not pass here.
void PlayedSecretsTest::refusesWrongArguments()
{
    const auto reply = askSecrets(servicePath, u"org.freedesktop.Secret.Service"_s, u"Unlock"_s,
                                  {QStringList{loginPath}});
    QCOMPARE(reply.errorName(), u"org.freedesktop.DBus.Error.InvalidArgs"_s);
}

// From here on libsecret keeps the dead session for good (qt-notes 1.6).
void PlayedSecretsTest::deathLeavesNoSession()
{
    QCOMPARE(writeJob("one"), "done");
    const auto search = [this](bool isOpen) {
        m_secrets.manners().promptsAtServiceSearch = !isOpen;
        return callSecrets(servicePath, u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s,
                           {QVariant::fromValue(MockAttributes())});
    };
    m_secrets.store().setLock(loginPath, MockLock::Locked);
    const auto unanswered = search(false);
    QTRY_COMPARE(m_secrets.openPrompts().size(), 1);
    m_secrets.die();
    QTRY_VERIFY(unanswered.isFinished());
    QCOMPARE(unanswered.error().name(), u"org.freedesktop.DBus.Error.NoReply"_s);
    m_secrets.store().setLock(loginPath, MockLock::Open);
    m_secrets.comeBack();
    const auto again = search(true);
    QTRY_VERIFY(again.isFinished());
    QVERIFY(!again.isError());
    QCOMPARE(writeJob("two"), "failed");
    QCOMPARE(storedIn(m_secrets), "one");
}

// The last: no job of QtKeychain's begins any more in this process (qt-notes 14.4).
void PlayedSecretsTest::deathWhileAskingEndsQtKeychain()
{
    putItem(m_secrets, "old");
    m_secrets.store().setLock(loginPath, MockLock::Locked);
    RunningJob asking;
    startReadJob(mockedKey, &asking.context, asking.callback());
    QTRY_COMPARE(m_secrets.openPrompts().size(), 1);
    m_secrets.die();
    m_secrets.store().setLock(loginPath, MockLock::Open);
    m_secrets.comeBack();
    m_secrets.forgetCalls();
    RunningJob next;
    startReadJob(mockedKey, &next.context, next.callback());
    for (int i = 0; i < 3; ++i) {
        (void)askSecrets(servicePath, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s,
                         {u"default"_s});
    }
    QCOMPARE(m_secrets.called(u"Service.SearchItems"_s), 0);
    QVERIFY(!asking.outcome);
    QVERIFY(!next.outcome);
}

static int runPlayedsecrets(int argc, char **argv)
{
    const PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    PlayedSecretsTest test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runPlayedsecrets)
#include "tst_playedsecrets.moc"
