#include "app/base/logging.h"
#include "app/renewaltimer.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QPointer>

#include <deque>
#include <limits>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr QLatin1String Service("org.freedesktop.systemd1");
constexpr QLatin1String Path("/org/freedesktop/systemd1");
constexpr QLatin1String Manager("org.freedesktop.systemd1.Manager");
constexpr QLatin1String Unit("latchkey-renew.timer");
constexpr QLatin1String Replace("replace"); // what else is under way with the unit

constexpr Milliseconds Patience = 10s; // of all steps of a question
constexpr int NoTimeout = std::numeric_limits<int>::max(); // libdbus's own is not wanted

// Without an address libdbus would start a bus of its own, where no manager is.
bool isBusNamed()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

struct Step {
    QString method;
    QVariantList arguments;
    enum class Forgives { Nothing, UnknownUnit, Anything } forgives = Forgives::Nothing;
};

const QStringList justThis{Unit};

// As systemctl does: so that the manager knows of the change at once, not at the next log-in only.
Step reload()
{
    return {QStringLiteral("Reload"), {}, Step::Forgives::Anything};
}

QList<Step> stepsOfLook()
{
    return {{QStringLiteral("GetUnitFileState"), {QString(Unit)}}};
}

QList<Step> stepsOn()
{
    return {{QStringLiteral("EnableUnitFiles"), {justThis, false, true}},
            reload(),
            {QStringLiteral("StartUnit"), {QString(Unit), QString(Replace)}}};
}

QList<Step> stepsOff()
{
    using Forgives = Step::Forgives; // a unit that is not there is off
    return {{QStringLiteral("StopUnit"), {QString(Unit), QString(Replace)}, Forgives::UnknownUnit},
            {QStringLiteral("DisableUnitFiles"), {justThis, false}, Forgives::UnknownUnit},
            reload()};
}

bool saysUnknownUnit(const QString &error)
{
    return error == u"org.freedesktop.systemd1.NoSuchUnit"
        || error == u"org.freedesktop.DBus.Error.FileNotFound";
}

bool forgives(const Step &step, const QString &error)
{
    switch (step.forgives) {
    case Step::Forgives::Nothing:
        return false;
    case Step::Forgives::UnknownUnit:
        return saysUnknownUnit(error);
    case Step::Forgives::Anything:
        return true;
    }
    return false;
}

RenewalTimerState stateOfError(const QString &error)
{
    if (error == u"org.freedesktop.DBus.Error.ServiceUnknown"
        || error == u"org.freedesktop.DBus.Error.NameHasNoOwner"
        || error == u"org.freedesktop.DBus.Error.Disconnected")
        return RenewalTimerState::NoUserManager;
    return saysUnknownUnit(error) ? RenewalTimerState::NotInstalled : RenewalTimerState::Failed;
}

// systemd's words (systemctl(1), is-enabled).
RenewalTimerState stateOfWord(const QString &word)
{
    if (word == u"enabled" || word == u"enabled-runtime")
        return RenewalTimerState::On;
    if (word.startsWith(u"masked") || word == u"bad" || word.isEmpty())
        return RenewalTimerState::Failed; // somebody does not want it here
    return RenewalTimerState::Off;
}

} // namespace

struct RenewalTimer::Private {
    enum class Wish { Look, On, Off };
    struct Question {
        Wish wish;
        QPointer<QObject> context;
        Answer answer;
    };

    Private(RenewalTimer *timer, Clock &clock, const QString &busAddress)
        : q(timer)
        , address(busAddress)
        , deadline(clock.makeTimer([this] { finish(RenewalTimerState::Failed); }))
    {
    }
    void add(Wish wish, QObject *context, Answer answer);
    void begin();
    bool connectToBus();
    [[nodiscard]] static QDBusMessage call(const Step &step);
    void takeStep();
    void stepDone(const Step &step, const QDBusMessage &reply);
    void finish(RenewalTimerState state);
    void undo();

    RenewalTimer *q;
    QString address;
    QString connectionName; // empty: the bus is shared with others
    QDBusConnection bus{QString()};
    std::unique_ptr<Timer> deadline;
    std::deque<Question> questions; // the first is being asked
    QList<Step> steps; // of it, that are left
    int unanswered = 0; // steps that have been sent
    bool isUndone = false; // what a switch does, if it fails: it was off before
    int run = 0; // an answer to an earlier question's step loses
};

RenewalTimer::RenewalTimer(Clock &clock, const QString &busAddress, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock, busAddress))
{
}

RenewalTimer::~RenewalTimer()
{
    if (!d->connectionName.isEmpty())
        QDBusConnection::disconnectFromBus(d->connectionName);
}

void RenewalTimer::look(QObject *context, Answer answer)
{
    d->add(Private::Wish::Look, context, std::move(answer));
}

void RenewalTimer::switchOn(QObject *context, Answer answer)
{
    d->add(Private::Wish::On, context, std::move(answer));
}

void RenewalTimer::switchOff(QObject *context, Answer answer)
{
    d->add(Private::Wish::Off, context, std::move(answer));
}

void RenewalTimer::Private::add(Wish wish, QObject *context, Answer answer)
{
    questions.push_back({wish, context, std::move(answer)});
    if (questions.size() == 1)
        QMetaObject::invokeMethod(
            q, [this] { begin(); }, Qt::QueuedConnection);
}

void RenewalTimer::Private::begin()
{
    unanswered = 0;
    isUndone = false;
    if (!connectToBus())
        return finish(RenewalTimerState::NoUserManager);
    switch (questions.front().wish) {
    case Wish::Look:
        steps = stepsOfLook();
        break;
    case Wish::On:
        steps = stepsOfLook() + stepsOn();
        break;
    case Wish::Off:
        steps = stepsOff();
        break;
    }
    deadline->start(Patience);
    takeStep();
    // All at once, for this program may be about to end. The bus keeps the order.
    while (questions.front().wish == Wish::Off && !steps.isEmpty())
        takeStep();
}

bool RenewalTimer::Private::connectToBus()
{
    if (bus.isConnected())
        return true;
    if (!address.isEmpty()) {
        connectionName = QStringLiteral("renewaltimer-%1").arg(reinterpret_cast<quintptr>(q));
        bus = QDBusConnection::connectToBus(address, connectionName);
    } else if (isBusNamed()) {
        bus = QDBusConnection::sessionBus();
    }
    return bus.isConnected();
}

QDBusMessage RenewalTimer::Private::call(const Step &step)
{
    auto message = QDBusMessage::createMethodCall(Service, Path, Manager, step.method);
    message.setArguments(step.arguments);
    message.setAutoStartService(false); // the bus cannot start a manager, only wait for one
    return message;
}

void RenewalTimer::Private::takeStep()
{
    const Step step = steps.takeFirst();
    ++unanswered;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call(step), NoTimeout), q);
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, q,
                     [this, answer, step, mine = run] {
                         answer->deleteLater();
                         if (mine == run)
                             stepDone(step, answer->reply());
                     });
}

void RenewalTimer::Private::stepDone(const Step &step, const QDBusMessage &reply)
{
    --unanswered;
    const bool isError = reply.type() == QDBusMessage::ErrorMessage;
    if (isError && !forgives(step, reply.errorName())) {
        qCDebug(lcApp, "systemd: %s: %s", qUtf8Printable(step.method),
                qUtf8Printable(reply.errorName()));
        return finish(stateOfError(reply.errorName()));
    }
    const RenewalTimerState found = stateOfWord(reply.arguments().value(0).toString());
    if (!steps.isEmpty()) {
        // Another profile may have switched it on: a failure here must not switch it off.
        if (step.method == u"GetUnitFileState")
            isUndone = found != RenewalTimerState::On;
        return takeStep();
    }
    if (unanswered > 0)
        return;
    switch (questions.front().wish) {
    case Wish::Look:
        return finish(found);
    case Wish::On:
        return finish(RenewalTimerState::On);
    case Wish::Off:
        return finish(RenewalTimerState::Off);
    }
}

void RenewalTimer::Private::finish(RenewalTimerState state)
{
    const Question question = std::move(questions.front());
    questions.pop_front();
    ++run;
    deadline->stop();
    if (isUndone && state != RenewalTimerState::On && bus.isConnected())
        undo();
    if (!questions.empty())
        QMetaObject::invokeMethod(
            q, [this] { begin(); }, Qt::QueuedConnection);
    if (question.context) // may delete all of this
        question.answer(state);
}

// It may be half done, or be carried out when a slow manager comes to it. The bus keeps the order.
void RenewalTimer::Private::undo()
{
    const QList<Step> off = stepsOff();
    for (const Step &step : off)
        bus.call(call(step), QDBus::NoBlock);
}

} // namespace latchkey
