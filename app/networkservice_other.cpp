#include "app/networkservice.h"

namespace latchkey
{

void whenNetworkServiceAnswers(QObject *context, std::function<void()> then)
{
    QMetaObject::invokeMethod(context, std::move(then), Qt::QueuedConnection);
}

} // namespace latchkey
