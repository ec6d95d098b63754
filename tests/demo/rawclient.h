#pragma once

#include <QByteArray>

namespace latchkey::test
{

// A TCP client that tells a FIN from a RST, which QTcpSocket reports as one and the same error.
// Never blocks: ask poll() again and again while the event loop runs.
class RawClient
{
public:
    enum class End { Open, Fin, Reset };

    explicit RawClient(quint16 port); // connects to 127.0.0.1; qFatal() if nobody listens
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    void send(const QByteArray &bytes);
    void close();
    End poll(); // takes what has come
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; } // all that poll() took

private:
    int m_socket = -1;
    QByteArray m_bytes;
    End m_end = End::Open;
};

} // namespace latchkey::test
