#include "app/sleepwatcher.h"

namespace latchkey
{

struct SleepWatcher::Private {
};

SleepWatcher::SleepWatcher(const QString &, QObject *parent)
    : QObject(parent)
{
}

SleepWatcher::~SleepWatcher() = default;

Milliseconds SleepWatcher::limit() const
{
    return Milliseconds(0);
}

void SleepWatcher::start() { }

void SleepWatcher::hold() { }

void SleepWatcher::letGo() { }

} // namespace latchkey
