#include "ui/timelinetext.h"

#include "ui/messages.h"
#include "ui/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey
{

namespace
{

using Kind = SessionEvent::Kind;
using Fault = SessionEvent::Fault;

struct TimelineText {
    Q_DECLARE_TR_FUNCTIONS(latchkey::TimelineText)
public:
    static QString endName(EndReason reason)
    {
        switch (reason) {
        case EndReason::Expired:
            return tr("Session's time was up");
        case EndReason::Refused:
            return tr("Session ended by the server");
        case EndReason::AccountGone:
            return tr("Account gone");
        case EndReason::Replaced:
            return tr("Signed in elsewhere");
        case EndReason::None:
            break;
        }
        return tr("Session ended");
    }

    static QString faultOn(SessionEvent::Fault fault)
    {
        switch (fault) {
        case Fault::AccessExpired:
            return tr("Access token expired by hand");
        case Fault::RefreshExpired:
            return tr("Refresh token expired by hand");
        case Fault::SessionsRevoked:
            return tr("Demo server: sessions revoked");
        case Fault::None:
            break;
        }
        return tr("Fault switched on");
    }

    static QString faultOff(SessionEvent::Fault fault)
    {
        switch (fault) {
        case Fault::AccessExpired:
            return tr("Access token restored by hand");
        case Fault::RefreshExpired:
            return tr("Refresh token restored by hand");
        case Fault::SessionsRevoked:
        case Fault::None:
            break;
        }
        return tr("Fault switched off");
    }

    static QString name(const SessionEvent &event)
    {
        switch (event.kind) {
        case Kind::SignedIn:
            return tr("Signed in");
        case Kind::Restored:
            return tr("Session restored");
        case Kind::Adopted:
            return tr("Renewed by another window");
        case Kind::Renewed:
            return tr("Renewed");
        case Kind::RenewalFailed:
            return tr("Renewal failed");
        case Kind::RenewalRefused:
            return tr("Renewal refused");
        case Kind::Unauthorized:
            return tr("Request refused");
        case Kind::Slept:
            return tr("Computer woke up");
        case Kind::ClockSet:
            return tr("Computer's clock was set");
        case Kind::Ended:
            return endName(event.reason);
        case Kind::SignedOut:
            return tr("Signed out");
        case Kind::FaultOn:
            return faultOn(event.fault);
        case Kind::FaultOff:
            return faultOff(event.fault);
        case Kind::ServerRestarted:
            return tr("Demo server restarted");
        }
        return {};
    }

    static QString sign(Kind kind)
    {
        switch (kind) {
        case Kind::SignedIn:
            //: Mark in the timeline: the person signed in. One letter.
            return tr("S", "sign-in");
        case Kind::Restored:
            //: Mark in the timeline: the saved session was restored at start. One letter.
            return tr("P", "program start");
        case Kind::Renewed:
        case Kind::Adopted:
            //: Mark in the timeline: the session was renewed. One letter.
            return tr("R", "renewed");
        case Kind::Slept:
            //: Mark in the timeline: the computer woke from sleep. One letter.
            return tr("Z", "slept");
        case Kind::ClockSet:
            //: Mark in the timeline: the computer's clock was set. One letter.
            return tr("C", "clock");
        case Kind::FaultOn:
        case Kind::FaultOff:
            //: Mark in the timeline: a tester switched a fault on or off. One letter.
            return tr("F", "fault");
        case Kind::ServerRestarted:
            //: Mark in the timeline: the demo server ended and was started again. One letter.
            return tr("D", "demo server");
        case Kind::RenewalFailed:
            //: Mark in the timeline: a renewal failed. One sign.
            return tr("?", "renewal failed");
        case Kind::RenewalRefused:
        case Kind::Unauthorized:
            return QStringLiteral("!");
        case Kind::Ended:
        case Kind::SignedOut:
            return QStringLiteral("\u00D7");
        }
        return {};
    }

    static QString http(int status)
    {
        //: {code} is an HTTP status code, such as 401
        return fillIn(tr("HTTP {code}"), {{QStringLiteral("code"), QString::number(status)}});
    }
    static QString httpOfAnother(int status)
    {
        //: {code} is an HTTP status code, such as 403. A firewall, a proxy or the network sent it.
        QString text = fillIn(tr("HTTP {code} from another sender"),
                              {{QStringLiteral("code"), QString::number(status)}});
        if (const qsizetype last = text.lastIndexOf(u' '); last >= 0)
            text[last] = QChar::Nbsp; // at the end of a long line its last word would stand alone
        return text;
    }
    static QString slept(Milliseconds span)
    {
        //: {span} is a length of time, such as "8 h 2 min"
        return fillIn(tr("after {span} of sleep"), {{QStringLiteral("span"), spanText(span)}});
    }
    static QString clockSet(Milliseconds by)
    {
        //: {span} is a length of time, such as "8 h 2 min"
        const QString back = tr("{span} back");
        //: {span} is a length of time, such as "8 h 2 min"
        const QString ahead = tr("{span} ahead");
        const QString text = by < Milliseconds(0) ? back : ahead;
        return fillIn(text, {{QStringLiteral("span"), spanText(std::chrono::abs(by))}});
    }
    static QString pair(int alias)
    {
        //: {alias} is the number of a pair of tokens, with its sign: "#3"
        return fillIn(tr("token pair {alias}"), {{QStringLiteral("alias"), number(alias)}});
    }
    static QString access(int alias)
    {
        //: {alias} is the number of a token, with its sign: "#3"
        return fillIn(tr("Access token {alias}"), {{QStringLiteral("alias"), number(alias)}});
    }
    static QString refresh(int alias)
    {
        //: {alias} is the number of a token, with its sign: "#3"
        return fillIn(tr("Refresh token {alias}"), {{QStringLiteral("alias"), number(alias)}});
    }
    static QString plainAccess() { return tr("Signed in"); }
    static QString plainRefresh() { return tr("Can be renewed"); }
    static QString line(const QString &time, const QString &name, const QString &details)
    {
        const MessageArguments values{{QStringLiteral("time"), time},
                                      {QStringLiteral("event"), name},
                                      {QStringLiteral("details"), details}};
        if (details.isEmpty())
            //: {time} is a time such as 14:02, {event} what happened then: "Renewed"
            return fillIn(tr("{time}: {event}"), values);
        //: {time} is a time such as 14:02, {event} what happened: "Renewed", {details} more on it
        return fillIn(tr("{time}: {event} ({details})"), values);
    }
    static QString number(int alias) { return QStringLiteral("#%1").arg(alias); }
};

} // namespace

QString eventName(const SessionEvent &event)
{
    return TimelineText::name(event);
}

QString eventSign(Kind kind)
{
    return TimelineText::sign(kind);
}

bool isTrouble(Kind kind)
{
    switch (kind) {
    case Kind::RenewalFailed:
    case Kind::RenewalRefused:
    case Kind::Unauthorized:
    case Kind::Ended:
        return true;
    case Kind::SignedIn:
    case Kind::Restored:
    case Kind::Adopted:
    case Kind::Renewed:
    case Kind::Slept:
    case Kind::ClockSet:
    case Kind::SignedOut:
    case Kind::FaultOn:
    case Kind::FaultOff:
    case Kind::ServerRestarted:
        return false;
    }
    return false;
}

bool isFault(Kind kind)
{
    return kind == Kind::FaultOn || kind == Kind::FaultOff;
}

QString eventDetails(const SessionEvent &event, bool technical)
{
    QStringList parts;
    if (event.kind == Kind::Slept)
        parts += TimelineText::slept(event.span);
    if (event.kind == Kind::ClockSet)
        parts += TimelineText::clockSet(event.span);
    // What was cut is nobody's word, whatever its status.
    const bool isCut = event.error == ErrorCode::Interrupted || event.error == ErrorCode::TimedOut;
    if (event.httpStatus > 0 && !isCut)
        parts += event.error == ErrorCode::NotFromApi
            ? TimelineText::httpOfAnother(event.httpStatus)
            : TimelineText::http(event.httpStatus);
    else if (event.error)
        parts += errorName(*event.error);
    const bool ofToken
        = event.fault == Fault::AccessExpired || event.fault == Fault::RefreshExpired;
    if (technical && event.alias > 0)
        parts += ofToken ? TimelineText::number(event.alias) : TimelineText::pair(event.alias);
    return QLocale().createSeparatedList(parts);
}

QString eventLine(const SessionEvent &event, const QDateTime &now, bool technical)
{
    return TimelineText::line(momentText(localTime(event.at), now), eventName(event),
                              eventDetails(event, technical));
}

QString accessName(int alias, bool technical)
{
    return technical ? TimelineText::access(alias) : TimelineText::plainAccess();
}

QString refreshName(int alias, bool technical)
{
    return technical ? TimelineText::refresh(alias) : TimelineText::plainRefresh();
}

} // namespace latchkey
