// The session panel's words: a further part of sessiontext.cpp.
#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/sessiontext.h"
#include "ui/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(latchkey::SessionText)
public:
    static QString withoutStore(const SessionStatus &status);
    static QString unsaved(const SessionStatus &status);
    static QString saving(const SessionStatus &status);
    static QString state(const SessionStatus &status);
    static QString badge(const SessionStatus &status, const QDateTime &now);
    static QString moment(WallTime moment, WallTime now);
    static QString spokenMoment(WallTime moment, WallTime now);
    static QString token(int alias, WallTime issued, WallTime expiry, WallTime now);
    static QString clock(Milliseconds offset);
    static void addUserRows(SessionWords &words, const SessionStatus &status, WallTime now);
    static void addTokenRows(SessionWords &words, const PairRecord &pair, WallTime now);
    static void addRest(SessionWords &words, const SessionStatus &status, WallTime now);

private:
    static void addMoment(SessionWords &words, const QString &name, WallTime moment, WallTime now);
};

void add(SessionWords &words, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        words.rows.append({name, value, QString(), value});
}

MessageArguments keychainOf(const SessionStatus &status)
{
    return {{QStringLiteral("keychain"), embedded(status.keychainName)}};
}

// Minutes and seconds in the last hour: there the panel counts every second.
QString leftText(Milliseconds left)
{
    if (left < 1h)
        return minutesAndSeconds(std::chrono::ceil<std::chrono::seconds>(left));
    return spanText(left);
}

// "... (in 19 d 13 h)": what is in the brackets goes to the next line as one.
QString bracketsWhole(QString text)
{
    const qsizetype end = text.lastIndexOf(u')');
    for (qsizetype i = std::max<qsizetype>(text.lastIndexOf(u'('), 0); i < end; ++i) {
        if (text.at(i) == u' ')
            text[i] = QChar::Nbsp;
    }
    return text;
}

QString SessionText::withoutStore(const SessionStatus &status)
{
    switch (status.health) {
    case KeychainHealth::MemoryOnly:
        return tr("No, Latchkey was started with --no-keychain");
    case KeychainHealth::Gone:
        //: {keychain} is the password store's name, such as GNOME Keyring
        return fillIn(tr("Not any more, {keychain} is gone"), keychainOf(status));
    case KeychainHealth::Unknown:
    case KeychainHealth::Ready:
    case KeychainHealth::WaitingForUnlock:
    case KeychainHealth::Asking:
    case KeychainHealth::WouldAsk:
    case KeychainHealth::Denied:
    case KeychainHealth::Absent:
    case KeychainHealth::Slow:
    case KeychainHealth::Failing:
    case KeychainHealth::Corrupt:
        break;
    }
    return tr("No, this computer has no password store");
}

// Why the newest pair is not in the keychain yet.
QString SessionText::unsaved(const SessionStatus &status)
{
    switch (status.health) {
    case KeychainHealth::WaitingForUnlock:
        //: {keychain} is the password store's name, such as GNOME Keyring
        return fillIn(tr("Not yet, {keychain} is locked"), keychainOf(status));
    case KeychainHealth::Asking:
        //: {keychain} is the password store's name, such as GNOME Keyring
        return fillIn(tr("Not yet, {keychain} is asking you"), keychainOf(status));
    case KeychainHealth::WouldAsk:
        //: {keychain} is the password store's name, such as GNOME Keyring
        return fillIn(tr("Not yet, {keychain} would ask you"), keychainOf(status));
    case KeychainHealth::Denied:
        //: {keychain} is the password store's name, such as GNOME Keyring
        return fillIn(tr("No, {keychain} refused access"), keychainOf(status));
    case KeychainHealth::Slow:
        //: {keychain} is the password store's name, such as GNOME Keyring
        return fillIn(tr("Not yet, {keychain} is slow to answer"), keychainOf(status));
    case KeychainHealth::MemoryOnly:
        return tr("No, as you asked");
    case KeychainHealth::Absent:
    case KeychainHealth::Gone:
        return withoutStore(status);
    case KeychainHealth::Unknown:
    case KeychainHealth::Ready:
    case KeychainHealth::Failing:
    case KeychainHealth::Corrupt:
        break;
    }
    if (status.saving == Saving::Failed)
        return tr("Not yet, trying again");
    //: {keychain} is the password store's name, such as GNOME Keyring
    return fillIn(tr("Waiting for {keychain}"), keychainOf(status));
}

QString SessionText::saving(const SessionStatus &status)
{
    switch (status.saving) {
    case Saving::Unknown:
        return {};
    case Saving::Saved:
        if (status.health == KeychainHealth::Asking)
            //: {keychain} is the password store's name, such as GNOME Keyring
            return fillIn(tr("In {keychain}, which is asking you"), keychainOf(status));
        //: {keychain} is the password store's name, such as GNOME Keyring
        return fillIn(tr("In {keychain}"), keychainOf(status));
    case Saving::NotWanted:
        return tr("No, as you asked");
    case Saving::NoStore:
        return withoutStore(status);
    case Saving::Pending:
    case Saving::Failed:
        return unsaved(status);
    }
    return {};
}

QString SessionText::state(const SessionStatus &status)
{
    switch (status.state) {
    case SessionState::SignedIn:
        return tr("Signed in");
    case SessionState::Renewing:
        return tr("Signed in, renewing now...");
    case SessionState::NotRenewable:
        return tr("Signed in, cannot be renewed");
    case SessionState::Starting:
    case SessionState::SignedOut:
    case SessionState::WaitingForKeychain:
    case SessionState::Restoring:
    case SessionState::SigningIn:
    case SessionState::Ended:
        return {};
    }
    return {};
}

QString SessionText::badge(const SessionStatus &status, const QDateTime &now)
{
    if (!status.accessExpiry)
        return tr("Signed in");
    const QString time = momentText(localTime(*status.accessExpiry), now);
    //: {time} is a time such as 23:40, or 21 December 2026, 09:00
    return fillIn(tr("Signed in until {time}"), {{QStringLiteral("time"), time}});
}

QString SessionText::moment(WallTime moment, WallTime now)
{
    const QString time = momentText(localTime(moment), localTime(now));
    if (moment <= now)
        //: {time} is a time such as 19:00
        return fillIn(tr("ended {time}"), {{QStringLiteral("time"), time}});
    //: {time} is a time such as 23:40, {span} the time until then, such as "2 h 5 min"
    return bracketsWhole(
        fillIn(tr("{time} (in {span})"),
               {{QStringLiteral("time"), time}, {QStringLiteral("span"), leftText(moment - now)}}));
}

QString SessionText::spokenMoment(WallTime moment, WallTime now)
{
    const MessageArguments time{
        {QStringLiteral("time"), momentText(localTime(moment), localTime(now))}};
    if (moment <= now)
        //: {time} is a time such as 19:00
        return fillIn(tr("ended {time}"), time);
    if (moment - now <= 1min)
        //: Said by screen readers. {time} is a time such as 23:40
        return fillIn(tr("{time}, less than a minute left"), time);
    if (moment - now <= nearEnd)
        //: Said by screen readers. {time} is a time such as 23:40
        return fillIn(tr("{time}, less than five minutes left"), time);
    return time.constBegin().value();
}

QString SessionText::token(int alias, WallTime issued, WallTime expiry, WallTime now)
{
    const QDateTime local = localTime(now);
    const MessageArguments values{
        {QStringLiteral("alias"), QStringLiteral("#%1").arg(alias)},
        {QStringLiteral("issued"), momentText(localTime(issued), local)},
        {QStringLiteral("time"), momentText(localTime(expiry), local)},
        {QStringLiteral("span"), leftText(std::chrono::abs(expiry - now))}};
    if (expiry <= now)
        //: A token's life. {alias} is its number, #3; {issued} and {time} are times; {span} how
        //: long
        return bracketsWhole(
            fillIn(tr("{alias}, issued {issued}, ended {time} ({span} ago)"), values));
    //: A token's life. {alias} is its number, #3; {issued} and {time} are times; {span} how long
    return bracketsWhole(fillIn(tr("{alias}, issued {issued}, ends {time} (in {span})"), values));
}

QString SessionText::clock(Milliseconds offset)
{
    //: How far the server's clock is from this computer's. {offset} is such as +0.4 s or +3 h
    return fillIn(tr("Clock: server {offset}"), {{QStringLiteral("offset"), offsetText(offset)}});
}

void SessionText::addMoment(SessionWords &words, const QString &name, WallTime at, WallTime now)
{
    words.rows.append({name, moment(at, now), isoText(localTime(at)), spokenMoment(at, now)});
}

void SessionText::addUserRows(SessionWords &words, const SessionStatus &status, WallTime now)
{
    if (status.accessExpiry)
        addMoment(words, tr("Stays signed in until"), *status.accessExpiry, now);
    if (status.state != SessionState::NotRenewable && status.refreshExpiry)
        addMoment(words, tr("Can renew until"), *status.refreshExpiry, now);
}

void SessionText::addTokenRows(SessionWords &words, const PairRecord &pair, WallTime now)
{
    const auto addToken = [&](const QString &name, int alias, WallTime issued, WallTime expiry) {
        const QString spoken = spokenMoment(expiry, now);
        words.rows.append(
            {name, token(alias, issued, expiry, now), isoText(localTime(expiry)), spoken});
    };
    addToken(tr("Access token"), pair.alias, pair.accessIssued, pair.accessExpiry);
    if (pair.refreshIssued && pair.refreshExpiry) {
        const WallTime end
            = std::min(*pair.refreshExpiry, pair.refreshRefused.value_or(*pair.refreshExpiry));
        addToken(tr("Refresh token"), pair.refreshAlias, *pair.refreshIssued, end);
    }
}

void SessionText::addRest(SessionWords &words, const SessionStatus &status, WallTime now)
{
    if (status.state == SessionState::NotRenewable && status.accessExpiry) {
        const QString time = momentText(localTime(*status.accessExpiry), localTime(now));
        //: {time} is a time such as 23:40, or 21 December 2026, 09:00
        const QString step = tr("Sign in again before {time}");
        add(words, tr("Next step"), fillIn(step, {{QStringLiteral("time"), time}}));
    } else if (status.nextRenewal) {
        addMoment(words, tr("Next renewal"), *status.nextRenewal, now);
    }
    add(words, tr("Renewals so far"), QLocale().toString(status.renewals));
    add(words, tr("Saved"), saving(status));
}

} // namespace

SessionWords sessionWords(const SessionStatus &status, WallTime now, const PairRecord *pair)
{
    SessionWords words;
    words.severity
        = status.state != SessionState::NotRenewable ? Severity::Success : Severity::Warning;
    words.badge = SessionText::badge(status, localTime(now));
    add(words, QCoreApplication::translate("latchkey::SessionText", "State"),
        SessionText::state(status));
    if (pair)
        SessionText::addTokenRows(words, *pair, now);
    else
        SessionText::addUserRows(words, status, now);
    SessionText::addRest(words, status, now);
    return words;
}

QString clockOffsetText(Milliseconds offset)
{
    return SessionText::clock(offset);
}

} // namespace latchkey
