#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace latchkey
{

// Our entries in the Secret Service: looked for, unlocked and deleted by our own D-Bus calls, since
// a keychain job may ask the person, and says "nothing there" of what is only locked (qt-notes
// 14.1). Never Service.SearchItems, at which KeePassXC opens a dialog. The names of what is stored
// are seen here, never a secret. GUI thread only; blocks never.
class SecretItems final : public QObject
{
    Q_OBJECT
public:
    struct Item {
        QString path; // good until the entry is written or deleted
        QString collection;
        bool isLocked = false; // with its collection
        bool asks = false; // it is not, and reading it asks the person, as far as we know
        quint64 modified = 0; // seconds since 1970; 0: cold
    };
    struct Finding {
        enum class End {
            Looked,
            NotSupported, // QtKeychain may talk to another kind of store here
            Refused, // the bus lets nobody like us near it
            Failed, // no answer, or the service left
        };
        End end = End::Failed;
        QString detail; // technical, unless Looked
        QList<Item> items;
        QString defaultCollection; // where a save goes; empty: there is none yet
        QStringList locked; // collections
        // A locked collection names nothing at all: what it holds cannot be told.
        bool mayHide = false;
        bool asksUnseen = false; // unless Looked: whether a job would ask cannot be told either
    };
    // How a deletion ended, as far as it was told.
    enum class Removal {
        Done, // at once
        Asked, // the person, or so the store let us think
        WouldAsk, // and was not to: nothing was deleted
        Lost, // the service left over its question
    };

    explicit SecretItems(QObject *parent = nullptr);

    // Answers once to `context`, later, within 3 s a step. `namesLocked`: this service names also
    // what is locked.
    void look(const QString &key, bool namesLocked, QObject *context,
              std::function<void(const Finding &)> callback);

    // Each may let the service ask the person, for as long as that takes, and answers once to
    // `context` when no question is open any more: also when the service has died of it. What has
    // become of it is for a new look to tell. A question is never dismissed, since
    // gnome-keyring-daemon dies of that (qt-notes 14.2): it stays open when `context` goes.
    void unlock(const QStringList &collections, QObject *context, std::function<void()> done);
    // Stops at the first that is not done at once, unless it `mayAsk`.
    void remove(const QStringList &items, bool mayAsk, QObject *context,
                std::function<void(Removal)> done);

signals:
    // The service says that it has something to ask, and is told to. Not every one does, then.
    void prompting();
};

} // namespace latchkey
