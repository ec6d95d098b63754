#include "tests/session/walkend.h"

namespace latchkey::test
{

QString WalkEnd::problemWith(WalkServer::Call call)
{
    if (!m_hasBegun)
        return {};
    switch (call) {
    case WalkServer::Call::Login:
        return QStringLiteral("a login while the program ends");
    case WalkServer::Call::Profile:
        return QStringLiteral("a profile is asked for while the program ends");
    case WalkServer::Call::Renewal:
        return ++m_renewals > 1 ? QStringLiteral("two renewals while the program ends") : QString();
    case WalkServer::Call::Time: // for the renewal
        break;
    }
    return {};
}

} // namespace latchkey::test
