#include "tests/session/walklate.h"

namespace latchkey::test
{

std::pair<QByteArray, QByteArray> WalkLate::delivering(const QByteArray &token,
                                                       const WalkServer::Delivery &delivery)
{
    m_tokens.remove(token);
    if (delivery.access.isEmpty())
        return {};
    m_access.insert(delivery.access);
    return {delivery.access, delivery.refresh.isEmpty() ? token : delivery.refresh};
}

} // namespace latchkey::test
