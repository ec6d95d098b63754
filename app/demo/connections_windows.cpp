#include "app/demo/connections.h"

namespace latchkey::demo
{

// Socket handles cannot be listed here: stop() takes as long as the keep-alive time-out.
void closeConnections(quint16) { }

} // namespace latchkey::demo
