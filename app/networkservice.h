#pragma once

#include <QObject>

#include <functional>

namespace latchkey
{

// Calls `then` once, later, on `context`'s thread, when the service behind QNetworkInformation may
// be asked without blocking: on Linux when NetworkManager has answered, or is not there at all.
// Never while it hangs, or when `context` has gone.
void whenNetworkServiceAnswers(QObject *context, std::function<void()> then);

} // namespace latchkey
