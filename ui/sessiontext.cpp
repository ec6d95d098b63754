#include "ui/sessiontext.h"

#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("session", text);
}

QString filled(const char *text, const char16_t *name, const QString &value)
{
    return fillIn(tr(text), {{QString::fromUtf16(name), value}});
}

// Why the newest pair is not in the keychain yet.
QString unsavedText(const SessionStatus &status)
{
    switch (status.health) {
    case KeychainHealth::WaitingForUnlock:
        return filled("Not yet, {keychain} is locked", u"keychain", status.keychainName);
    case KeychainHealth::Denied:
        return filled("No, {keychain} refused access", u"keychain", status.keychainName);
    case KeychainHealth::Slow:
        return filled("Not yet, {keychain} is slow to answer", u"keychain", status.keychainName);
    case KeychainHealth::MemoryOnly:
        return tr("No, as you asked");
    case KeychainHealth::Absent:
        return tr("No, this computer has no password store");
    case KeychainHealth::Unknown:
    case KeychainHealth::Ready:
    case KeychainHealth::Failing:
    case KeychainHealth::Corrupt:
        break;
    }
    return status.saving == Saving::Failed
        ? tr("Not yet, trying again")
        : filled("Waiting for {keychain}", u"keychain", status.keychainName);
}

QString savingText(const SessionStatus &status)
{
    switch (status.saving) {
    case Saving::Unknown:
        return {};
    case Saving::Saved:
        return filled("In {keychain}", u"keychain", status.keychainName);
    case Saving::NotWanted:
        return tr("No, as you asked");
    case Saving::NoStore:
        return status.health == KeychainHealth::MemoryOnly
            ? tr("No, as you asked")
            : tr("No, this computer has no password store");
    case Saving::Pending:
    case Saving::Failed:
        return unsavedText(status);
    }
    return {};
}

QString stateText(const SessionStatus &status)
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

MessageArguments timeArgument(const QString &text)
{
    return {{QStringLiteral("time"), text}};
}

std::optional<Message> notRenewable(const SessionStatus &status, const NoticeContext &context)
{
    if (status.state != SessionState::NotRenewable || !status.accessExpiry)
        return std::nullopt;
    const auto left = *status.accessExpiry - context.now;
    if (left > nearEnd) {
        const QString end = momentText(localTime(*status.accessExpiry), localTime(context.now));
        return makeMessage(MessageId::X6, timeArgument(end), Variant::LongBefore);
    }
    const auto minutes = std::chrono::floor<std::chrono::minutes>(left).count();
    if (minutes < 2)
        return makeMessage(MessageId::X6, {}, Variant::LastMinute);
    return makeMessage(MessageId::X6,
                       {{QStringLiteral("n"), QLocale().toString(qlonglong(minutes))}});
}

std::optional<Message> renewalTrouble(const SessionStatus &status, const NoticeContext &context)
{
    if (!status.renewalError || status.state == SessionState::NotRenewable)
        return std::nullopt;
    const QDateTime now = localTime(context.now);
    Message message;
    if (status.renewalError->code == ErrorCode::Offline && context.profileAsOf) {
        message = makeMessage(MessageId::P1,
                              timeArgument(momentText(localTime(*context.profileAsOf), now)));
    } else if (status.accessExpiry && *status.accessExpiry > context.now) {
        const auto wait = status.nextRenewal ? *status.nextRenewal - context.now : Milliseconds(0);
        const auto seconds
            = std::max<qint64>(std::chrono::ceil<std::chrono::seconds>(wait).count(), 0);
        MessageArguments arguments = timeArgument(momentText(localTime(*status.accessExpiry), now));
        arguments[QStringLiteral("n")] = QLocale().toString(seconds);
        message = makeMessage(MessageId::X7, arguments);
    } else {
        return std::nullopt;
    }
    message.details = errorDetails(*status.renewalError);
    return message;
}

std::optional<Message> skewNotice(const SessionStatus &status)
{
    if (std::chrono::abs(status.serverOffset) <= badSkew)
        return std::nullopt;
    const auto minutes
        = std::chrono::round<std::chrono::minutes>(std::chrono::abs(status.serverOffset));
    return makeMessage(MessageId::X8,
                       {{QStringLiteral("n"), QLocale().toString(qlonglong(minutes.count()))}},
                       status.serverOffset < Milliseconds(0) ? Variant::Ahead : Variant::Behind);
}

QString whoDecided(EndReason reason)
{
    switch (reason) {
    case EndReason::Refused:
    case EndReason::AccountGone:
        return tr("Decided by: the server");
    case EndReason::Expired:
        return tr("Decided by: this app, because the session's time was up");
    case EndReason::None:
        return tr("Decided by: you");
    }
    return {};
}

QString causeSentence(EndReason reason)
{
    switch (reason) {
    case EndReason::Refused:
        return tr("The server no longer accepts a session that should still have been good.");
    case EndReason::AccountGone:
        return tr("The server accepts the session but knows no account for it.");
    case EndReason::Expired:
        return tr("The session reached its natural end before it could be renewed.");
    case EndReason::None:
        return tr("You signed out.");
    }
    return {};
}

} // namespace

SessionWords sessionWords(const SessionStatus &status, WallTime now)
{
    SessionWords words;
    const QDateTime local = localTime(now);
    const bool renewable = status.state != SessionState::NotRenewable;
    words.severity = renewable ? Severity::Success : Severity::Warning;
    words.badge = tr("Signed in");
    if (status.accessExpiry)
        words.badge = filled("Signed in until {time}", u"time",
                             momentText(localTime(*status.accessExpiry), local));
    const auto add = [&](const QString &name, const QString &value, const QString &tip = {}) {
        if (!value.isEmpty())
            words.rows.append({name, value, tip});
    };
    const auto addMoment = [&](const QString &name, const std::optional<WallTime> &moment) {
        if (!moment)
            return;
        const QString value = *moment > now
            ? fillIn(tr("{time} (in {span})"),
                     {{QStringLiteral("time"), momentText(localTime(*moment), local)},
                      {QStringLiteral("span"), spanText(*moment - now)}})
            : filled("ended {time}", u"time", momentText(localTime(*moment), local));
        add(name, value, isoText(localTime(*moment)));
    };
    add(tr("State"), stateText(status));
    addMoment(tr("Good until"), status.accessExpiry);
    if (renewable) {
        addMoment(tr("Can be renewed until"), status.refreshExpiry);
        addMoment(tr("Next renewal"), status.nextRenewal);
    }
    add(tr("Renewals so far"), QLocale().toString(status.renewals));
    add(tr("Saved"), savingText(status));
    return words;
}

std::optional<Message> sessionNotice(const SessionStatus &status, const NoticeContext &context)
{
    if (auto message = notRenewable(status, context))
        return message;
    if (auto message = renewalTrouble(status, context))
        return message;
    if (status.saving == Saving::Failed)
        return makeMessage(MessageId::K4);
    if (auto message = skewNotice(status))
        return message;
    if (status.saving == Saving::NoStore && status.health != KeychainHealth::MemoryOnly)
        return makeMessage(MessageId::K2);
    return std::nullopt;
}

std::optional<Message> signedOutNotice(const SessionStatus &status, const NoticeContext &context)
{
    const QDateTime now = localTime(context.now);
    MessageArguments arguments{{QStringLiteral("host"), embedded(context.host)},
                               {QStringLiteral("email"), embedded(status.email)}};
    const auto withTime = [&](const std::optional<WallTime> &time) {
        if (time)
            arguments[QStringLiteral("time")] = momentText(localTime(*time), now);
        return time ? Variant::Main : Variant::NoTimeGiven;
    };
    Message message;
    switch (status.state == SessionState::Ended ? status.endReason : EndReason::None) {
    case EndReason::Expired: {
        const auto variant = withTime(status.email.isEmpty() ? std::nullopt : status.endedAt);
        message = makeMessage(MessageId::X1, arguments, variant);
        break;
    }
    case EndReason::Refused: {
        // It was due to last as long as the longer of its two lives.
        auto end = status.accessExpiry;
        if (status.refreshExpiry && (!end || *status.refreshExpiry > *end))
            end = status.refreshExpiry;
        const auto variant = withTime(end);
        message = makeMessage(MessageId::X2, arguments, variant);
        break;
    }
    case EndReason::AccountGone:
        message = makeMessage(MessageId::X4, arguments);
        break;
    case EndReason::None:
        if (status.keychain == KeychainTrouble::Corrupt)
            return makeMessage(MessageId::K5);
        return std::nullopt;
    }
    if (status.endError)
        message.details = errorDetails(*status.endError);
    return message;
}

QString whyText(const SessionStatus &status, const QList<Transition> &transitions)
{
    constexpr qsizetype shown = 5;
    QStringList lines{causeSentence(status.endReason)};
    if (status.endedAt)
        lines += filled("Time: {time}", u"time", isoText(localTime(*status.endedAt)));
    if (status.endError)
        lines += errorDetails(*status.endError);
    lines += whoDecided(status.endReason);
    lines += tr("What happened last:");
    for (qsizetype i = std::max<qsizetype>(transitions.size() - shown, 0); i < transitions.size();
         ++i) {
        const Transition &step = transitions.at(i);
        lines += QStringLiteral("%1  %2 \u2192 %3 (%4)")
                     .arg(QLocale().toString(localTime(step.at).time(), QStringLiteral("HH:mm:ss")),
                          stateName(step.from), stateName(step.to), causeName(step.cause));
    }
    return lines.join(u'\n');
}

} // namespace latchkey
