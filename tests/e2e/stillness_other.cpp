#include "tests/e2e/stillness.h"

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>

namespace latchkey::test
{

bool isStill()
{
    constexpr auto longest = std::chrono::seconds(5);
    const QDeadlineTimer silence(longest);
    while (!silence.hasExpired()) {
        if (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents))
            return false;
    }
    return true;
}

} // namespace latchkey::test
