#pragma once

#include <QtGlobal>

namespace latchkey::demo
{

// Cuts every connection this process accepted on `port` of loopback, so that no thread waits for a
// next request. cpp-httplib 0.11 has no such call: its stop() waits until each kept-alive client
// has been idle for the whole time-out. Any thread.
void closeConnections(quint16 port);

} // namespace latchkey::demo
