#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

class QLocalSocket;

namespace latchkey
{

// One program per --profile. A second start asks the first to raise its window and ends. A holder
// that is dead, stopped, or another user's never keeps anybody from starting (security.md I1 to
// I3).
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    enum class Role {
        First, // we answer from now on
        Second, // another program has raised its window: end
        Alone, // there is no safe place to meet, or the holder does not answer: go on without
    };
    // `folder`: privateRuntimeFolder(), may be empty. Blocks for at most two seconds, and only when
    // there is a holder that does not answer. Call before anything else long-lived exists.
    // `activationToken`: what the desktop started this program with (xdg-activation-v1,
    // XDG_ACTIVATION_TOKEN); passed on to the holder, since only it lets a window come to the front
    // on Wayland. One that is not printable ASCII, or longer than 256, is left out.
    SingleInstance(const QString &folder, const QString &profile,
                   const QByteArray &activationToken = {});

    // Is a program of this profile there, and not stopped? It shows nothing for it. Blocks for a
    // second at most.
    [[nodiscard]] static bool isTaken(const QString &folder, const QString &profile);

    [[nodiscard]] Role role() const { return m_role; }

    // Answers nobody any more, and leaves the place to the next one.
    void leave();

signals:
    void raiseRequested(const QByteArray &activationToken); // empty where there is none

private:
    Role meet(const QString &folder, const QString &profile, const QByteArray &greeting);
    static Role askHolder(const QString &path, const QByteArray &greeting, bool *hungUp);
    void accept();
    void read(QLocalSocket *socket);

    QLocalServer m_server;
    Role m_role;
};

} // namespace latchkey
