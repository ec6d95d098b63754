#include "app/store/secretitemlook.h"
#include "app/store/secretitems.h"
#include "app/store/secretserviceprompt.h"
#include "app/store/secretserviceround.h"

#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QPointer>

#include <utility>

namespace latchkey
{

namespace
{

using Finding = SecretItems::Finding;

using PromptEnd = SecretServicePrompt::End;

bool isKde()
{
    return qEnvironmentVariableIsSet("KDE_SESSION_VERSION")
        || qEnvironmentVariableIsSet("KDE_FULL_SESSION")
        || qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(u"KDE");
}

// Which of the bus's lists of names has KWallet: what runs, and what can be started.
void findKWallet(QStringList lists, QObject *parent, const std::function<void(bool)> &found)
{
    const auto message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), lists.takeFirst());
    auto *watcher
        = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), parent);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, parent,
                     [watcher, lists, parent, found] {
                         watcher->deleteLater();
                         const auto names = watcher->reply().arguments().value(0).toStringList();
                         const bool isThere = names.contains(u"org.kde.kwalletd5")
                             || names.contains(u"org.kde.kwalletd6");
                         if (isThere || lists.isEmpty())
                             found(isThere);
                         else
                             findKWallet(lists, parent, found);
                     });
}

// Calls `message`, whose reply's argument `place` is a prompt's path; none after an error.
void callForPrompt(const QDBusMessage &message, qsizetype place, QObject *parent,
                   const std::function<void(const QString &path)> &got)
{
    auto *watcher
        = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), parent);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, parent, [watcher, place, got] {
        watcher->deleteLater();
        const QVariantList arguments = watcher->reply().arguments();
        const QString path = watcher->isError() || arguments.size() <= place
            ? QString()
            : arguments.at(place).value<QDBusObjectPath>().path();
        got(path == u"/" ? QString() : path);
    });
}

void ask(const QString &prompt, SecretItems *items, const std::function<void(PromptEnd)> &done)
{
    if (!prompt.isEmpty())
        emit items->prompting();
    (new SecretServicePrompt(QDBusConnection::sessionBus(), prompt, done, items))->start();
}

QDBusMessage callTo(const QString &path, const QString &interface, const QString &method)
{
    auto message
        = QDBusMessage::createMethodCall(SecretServiceRound::service, path, interface, method);
    message.setAutoStartService(false);
    return message;
}

} // namespace

SecretItems::SecretItems(QObject *parent)
    : QObject(parent)
{
}

void SecretItems::look(const QString &key, bool namesLocked, QObject *context,
                       std::function<void(const Finding &)> callback)
{
    auto answer = [owner = QPointer<QObject>(context),
                   callback = std::move(callback)](const Finding &finding) {
        if (owner)
            callback(finding);
    };
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const auto end = [this, answer](Finding::End how) {
        Finding finding;
        finding.end = how;
        finding.asksUnseen = true;
        QMetaObject::invokeMethod(
            this, [answer, finding] { answer(finding); }, Qt::QueuedConnection);
    };
    const auto begin = [this, bus, key, namesLocked, answer] {
        (new SecretItemLook(bus, key, namesLocked, answer, this))->start();
    };
    if (!bus.isConnected())
        return end(Finding::End::Failed);
    if (!isKde())
        return begin();
    // QtKeychain talks to it where it can be had, and the Secret Service's answer would be about
    // another store.
    findKWallet(
        {QStringLiteral("ListNames"), QStringLiteral("ListActivatableNames")}, this,
        [begin, end](bool isThere) { isThere ? end(Finding::End::NotSupported) : begin(); });
}

void SecretItems::unlock(const QStringList &collections, QObject *context,
                         std::function<void()> done)
{
    QList<QDBusObjectPath> paths;
    for (const QString &collection : collections)
        paths.append(QDBusObjectPath(collection));
    QDBusMessage message
        = callTo(QStringLiteral("/org/freedesktop/secrets"),
                 QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Unlock"));
    message.setArguments({QVariant::fromValue(paths)});
    callForPrompt(
        message, 1, this,
        [this, owner = QPointer<QObject>(context), done = std::move(done)](const QString &prompt) {
            ask(prompt, this, [owner, done](PromptEnd) {
                if (owner)
                    done();
            });
        });
}

// One after the other: two questions at once would be two dialogs.
void SecretItems::remove(const QStringList &items, bool mayAsk, QObject *context,
                         std::function<void(Removal)> done)
{
    const auto end = [owner = QPointer<QObject>(context), done](Removal removal) {
        if (owner)
            done(removal);
    };
    const QDBusMessage message = callTo(
        items.first(), QStringLiteral("org.freedesktop.Secret.Item"), QStringLiteral("Delete"));
    callForPrompt(message, 0, this, [=, this, rest = items.mid(1)](const QString &prompt) {
        if (!prompt.isEmpty() && !mayAsk)
            return end(Removal::WouldAsk);
        ask(prompt, this, [=, this](PromptEnd how) {
            if (how == PromptEnd::Lost)
                return end(Removal::Lost);
            const auto here = how == PromptEnd::Closed ? Removal::Asked : Removal::Done;
            if (rest.isEmpty())
                return end(here);
            remove(rest, mayAsk, this,
                   [end, here](Removal others) { end(others == Removal::Done ? here : others); });
        });
    });
}

} // namespace latchkey
