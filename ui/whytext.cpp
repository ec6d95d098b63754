// The "Why?" card's words: a further part of sessiontext.cpp.
#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/sessiontext.h"
#include "ui/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qsizetype lastSteps = 5;

struct WhyText {
    Q_DECLARE_TR_FUNCTIONS(latchkey::WhyText)
public:
    static QString whoDecided(const SessionStatus &status);
    static QString cause(const SessionStatus &status);
    static QString state(SessionState state);
    static QString cause(Cause cause);
    static QString time(WallTime at);
    static QString step(const Transition &step);
    static QString change(const Transition &step);
    static QString decider(const SessionStatus &status);
    static void addFacts(WhyWords &words, const SessionStatus &status);
    static QString history() { return tr("What happened last:"); }
};

bool lives(const SessionStatus &status)
{
    return status.state == SessionState::NotRenewable;
}

QString WhyText::whoDecided(const SessionStatus &status)
{
    if (lives(status))
        return status.refreshRefused
            ? tr("Decided by: the server")
            : tr("Decided by: this app, because the time for renewing was up");
    switch (status.endReason) {
    case EndReason::Refused:
    case EndReason::AccountGone:
    case EndReason::Replaced:
        return tr("Decided by: the server");
    case EndReason::Expired:
        return tr("Decided by: this app, because the session's time was up");
    case EndReason::None:
        return tr("Decided by: you");
    }
    return {};
}

QString WhyText::cause(const SessionStatus &status)
{
    if (lives(status))
        return status.refreshRefused
            ? tr("The server refuses to renew this session.")
            : tr("The time in which this session could be renewed is over.");
    switch (status.endReason) {
    case EndReason::Refused:
        return tr("The server no longer accepts a session that should still have been good.");
    case EndReason::AccountGone:
        return tr("The server accepts the session but knows no account for it.");
    case EndReason::Replaced:
        return tr("The server says that a newer sign-in took this session's place.");
    case EndReason::Expired:
        return tr("The session reached its natural end before it could be renewed.");
    case EndReason::None:
        return tr("You signed out.");
    }
    return {};
}

QString WhyText::state(SessionState state)
{
    switch (state) {
    case SessionState::Starting:
        return tr("starting", "session state");
    case SessionState::SignedOut:
        return tr("signed out", "session state");
    case SessionState::WaitingForKeychain:
        return tr("waiting for the password store", "session state");
    case SessionState::Restoring:
        return tr("restoring", "session state");
    case SessionState::SigningIn:
        return tr("signing in", "session state");
    case SessionState::SignedIn:
        return tr("signed in", "session state");
    case SessionState::Renewing:
        return tr("renewing", "session state");
    case SessionState::NotRenewable:
        return tr("not renewable", "session state");
    case SessionState::Ended:
        return tr("ended", "session state");
    }
    return {};
}

QString WhyText::cause(Cause cause)
{
    switch (cause) {
    case Cause::Start:
        return tr("program start", "cause of a change");
    case Cause::User:
        return tr("you", "cause of a change");
    case Cause::Timer:
        return tr("timer", "cause of a change");
    case Cause::Resume:
        return tr("the computer woke up", "cause of a change");
    case Cause::Reconnect:
        return tr("the network came back", "cause of a change");
    case Cause::Unauthorized:
        return tr("a request was refused", "cause of a change");
    case Cause::Rejected:
        return tr("the server refused", "cause of a change");
    case Cause::Expired:
        return tr("time was up", "cause of a change");
    case Cause::Keychain:
        return tr("password store", "cause of a change");
    case Cause::OtherProcess:
        return tr("another window", "cause of a change");
    case Cause::Suspend:
        return tr("the computer goes to sleep", "cause of a change");
    }
    return {};
}

QString WhyText::time(WallTime at)
{
    //: {time} is a date and time, as 2026-12-21T09:00:00+01:00
    return fillIn(tr("Time: {time}"), {{QStringLiteral("time"), isoText(localTime(at))}});
}

QString WhyText::step(const Transition &step)
{
    const QString time = QLocale().toString(localTime(step.at).time(), QStringLiteral("HH:mm:ss"));
    //: A change of the session. {time}, such as 19:00:02; {from} and {to} are states; {cause} is
    //: why
    return fillIn(tr("{time}  {from} \u2192 {to} ({cause})"),
                  {{QStringLiteral("time"), time},
                   {QStringLiteral("from"), state(step.from)},
                   {QStringLiteral("to"), state(step.to)},
                   {QStringLiteral("cause"), cause(step.cause)}});
}

QString WhyText::change(const Transition &step)
{
    //: A change of the session. {from} and {to} are states; {cause} is why
    return fillIn(tr("{from} \u2192 {to} ({cause})"),
                  {{QStringLiteral("from"), state(step.from)},
                   {QStringLiteral("to"), state(step.to)},
                   {QStringLiteral("cause"), cause(step.cause)}});
}

QString WhyText::decider(const SessionStatus &status)
{
    if (lives(status))
        return status.refreshRefused ? tr("The server", "who decided")
                                     : tr("This app", "who decided");
    switch (status.endReason) {
    case EndReason::Refused:
    case EndReason::AccountGone:
    case EndReason::Replaced:
        return tr("The server", "who decided");
    case EndReason::Expired:
        return tr("This app", "who decided");
    case EndReason::None:
        return tr("You", "who decided");
    }
    return {};
}

void WhyText::addFacts(WhyWords &words, const SessionStatus &status)
{
    const auto &when = lives(status) ? status.refreshExpiry : status.endedAt;
    if (when && !(lives(status) && status.refreshRefused)) // when it was refused is in the steps
        words.facts.append({tr("Time"), dateAndTimeText(localTime(*when))});
    words.facts.append({tr("Decided by"), decider(status)});
    const auto &error = lives(status) ? status.renewalError : status.endError;
    if (!error || (lives(status) && !status.refreshRefused))
        return;
    if (error->httpStatus > 0)
        words.facts.append({tr("HTTP status"), QString::number(error->httpStatus)});
    if (!error->serverMessages.isEmpty())
        words.facts.append({tr("The server says"), displayText(error->serverMessages.join(u' '))});
}

} // namespace

WhyWords whyWords(const SessionStatus &status, const QList<Transition> &transitions)
{
    WhyWords words;
    words.cause = WhyText::cause(status);
    words.text = whyText(status, transitions);
    WhyText::addFacts(words, status);
    for (const Transition &step : transitions.last(std::min(lastSteps, transitions.size())))
        words.steps.append(
            {QLocale().toString(localTime(step.at).time(), QStringLiteral("HH:mm:ss")),
             WhyText::change(step)});
    return words;
}

QString whoDecidedText(const SessionStatus &status)
{
    return WhyText::whoDecided(status);
}

QString whyText(const SessionStatus &status, const QList<Transition> &transitions)
{
    QStringList lines{WhyText::cause(status)};
    const auto &when = lives(status) ? status.refreshExpiry : status.endedAt;
    if (when && !(lives(status) && status.refreshRefused)) // when it was refused is in the steps
        lines += WhyText::time(*when);
    const auto &error = lives(status) ? status.renewalError : status.endError;
    if (error && (!lives(status) || status.refreshRefused))
        lines += errorDetails(*error);
    lines += WhyText::whoDecided(status);
    lines += WhyText::history();
    const qsizetype count = std::min(lastSteps, transitions.size());
    for (const Transition &step : transitions.last(count))
        lines += WhyText::step(step);
    return lines.join(u'\n');
}

} // namespace latchkey
