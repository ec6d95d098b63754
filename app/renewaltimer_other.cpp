// Only systemd's timers are known so far.
#include "app/renewaltimer.h"

namespace latchkey
{

struct RenewalTimer::Private {
};

namespace
{

void answerLater(QObject *context, RenewalTimer::Answer answer)
{
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer)] { answer(RenewalTimerState::NoUserManager); },
        Qt::QueuedConnection);
}

} // namespace

RenewalTimer::RenewalTimer(Clock &, const QString &, QObject *parent)
    : QObject(parent)
{
}

RenewalTimer::~RenewalTimer() = default;

void RenewalTimer::look(QObject *context, Answer answer)
{
    answerLater(context, std::move(answer));
}

void RenewalTimer::switchOn(QObject *context, Answer answer)
{
    answerLater(context, std::move(answer));
}

void RenewalTimer::switchOff(QObject *context, Answer answer)
{
    answerLater(context, std::move(answer));
}

} // namespace latchkey
