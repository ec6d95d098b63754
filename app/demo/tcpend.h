#pragma once

class QTcpSocket;

namespace latchkey::demo
{

// The two ways a TCP connection ends, of which QTcpSocket offers neither by itself. What was
// written before is handed to the network first.

// RST: the peer's next read fails (ECONNRESET), at the latest when it has read what came before.
// The socket is closed.
void reset(QTcpSocket &socket);

// FIN: the peer reads the end of the stream. The socket still takes what the peer says, so that the
// end stays a clean one, and closes when the peer does.
void endSending(QTcpSocket &socket);

} // namespace latchkey::demo
