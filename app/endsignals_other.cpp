#include "app/endsignals.h"

namespace latchkey
{

void onEndSignal(QObject *, std::function<void()>) { }

} // namespace latchkey
