#include "app/singleinstance.h"

#include "app/peeruser.h"

#include <QLocalSocket>
#include <QLockFile>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr auto HolderPatience = 800ms; // to connect, and again to answer
constexpr auto ClientPatience = 1s; // a client says its one word or goes
constexpr int MostClients = 4;
constexpr qint64 LongestMessage = 4096;
constexpr qsizetype LongestToken = 256;
const QByteArray Raise = QByteArrayLiteral("raise"); // then, perhaps, a blank and a token
const QByteArray Raised = QByteArrayLiteral("raised\n");

const QByteArray Look = QByteArrayLiteral("look\n");

bool isToken(QByteArrayView text)
{
    return text.size() <= LongestToken
        && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

QByteArray greetingWith(const QByteArray &token)
{
    return token.isEmpty() || !isToken(token) ? Raise + '\n' : Raise + ' ' + token + '\n';
}

QString socketOf(const QString &folder, const QString &profile)
{
    return folder + u'/' + profile + QStringLiteral(".socket");
}

constexpr int ms(std::chrono::milliseconds duration)
{
    return static_cast<int>(duration.count());
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, const QString &profile,
                               const QByteArray &activationToken)
    : m_role(meet(folder, profile, greetingWith(activationToken)))
{
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

SingleInstance::Role SingleInstance::meet(const QString &folder, const QString &profile,
                                          const QByteArray &greeting)
{
    if (folder.isEmpty())
        return Role::Alone;
    const QString path = socketOf(folder, profile);
    // Of several programs started together only one may find nobody and listen.
    QLockFile lock(path + QStringLiteral(".lock"));
    lock.setStaleLockTime(0); // stale means that its process is gone
    bool hungUp = false;
    if (!lock.tryLock(ms(HolderPatience)))
        return askHolder(path, greeting, &hungUp);
    Role met = askHolder(path, greeting, &hungUp);
    if (hungUp) // it may just be leaving
        met = askHolder(path, greeting, &hungUp);
    if (met != Role::First)
        return met;
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(MostClients);
    return m_server.listen(path) ? Role::First : Role::Alone;
}

// First: nobody is there. Alone: somebody is, but does not answer, or is not us.
SingleInstance::Role SingleInstance::askHolder(const QString &path, const QByteArray &greeting,
                                               bool *hungUp)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(ms(HolderPatience)))
        return socket.error() == QLocalSocket::SocketTimeoutError ? Role::Alone : Role::First;
    if (!isSameUser(socket))
        return Role::Alone;
    socket.write(greeting);
    socket.waitForBytesWritten(ms(HolderPatience));
    if (!socket.waitForReadyRead(ms(HolderPatience))) {
        *hungUp = socket.error() == QLocalSocket::PeerClosedError;
        return Role::Alone;
    }
    return socket.read(LongestMessage) == Raised ? Role::Second : Role::Alone;
}

// A word that it does not know: it hangs up, as one of any version does.
bool SingleInstance::isTaken(const QString &folder, const QString &profile)
{
    if (folder.isEmpty())
        return false;
    QLocalSocket socket;
    socket.connectToServer(socketOf(folder, profile));
    if (!socket.waitForConnected(ms(HolderPatience)) || !isSameUser(socket))
        return false;
    socket.write(Look);
    return socket.waitForDisconnected(ms(HolderPatience))
        || socket.state() == QLocalSocket::UnconnectedState;
}

void SingleInstance::leave()
{
    if (!m_server.isListening())
        return;
    m_server.close();
    const auto clients = m_server.findChildren<QLocalSocket *>();
    for (QLocalSocket *client : clients) {
        client->disconnect(this);
        client->abort();
    }
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        const auto clients = m_server.findChildren<QLocalSocket *>().size();
        if (clients > MostClients || !isSameUser(*socket)) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(LongestMessage);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(ClientPatience, socket, [socket] { socket->abort(); });
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    QByteArray said = socket->peek(LongestMessage);
    if (!said.contains('\n') && said.size() < LongestMessage)
        return;
    socket->readAll();
    const bool isWhole = said.endsWith('\n');
    said.chop(1);
    const QByteArray token = said.mid(Raise.size() + 1);
    if (isWhole && (said == Raise || said.startsWith(Raise + ' ')) && isToken(token)) {
        socket->write(Raised);
        emit raiseRequested(token);
    }
    socket->disconnectFromServer();
}

} // namespace latchkey
