#pragma once

class QLocalSocket;

namespace latchkey
{

// Does the program at the other end of a connected socket run as the user we run as?
[[nodiscard]] bool isSameUser(const QLocalSocket &socket);

} // namespace latchkey
