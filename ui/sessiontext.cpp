#include "ui/sessiontext.h"

#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/timetext.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace latchkey
{

namespace
{

constexpr Milliseconds mostSkew = std::chrono::hours(24);

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
    } else if (status.renewalError->code == ErrorCode::NotFromApi) {
        return messageFor(*status.renewalError,
                          {.doing = Doing::Renewal, .host = context.host, .now = now});
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

std::optional<Message> storeGone(const SessionStatus &status)
{
    if (status.saving != Saving::NoStore || status.health != KeychainHealth::Gone)
        return std::nullopt;
    return makeMessage(MessageId::K12,
                       {{QStringLiteral("keychain"), embedded(status.keychainName)}});
}

std::optional<Message> skewNotice(const SessionStatus &status, const NoticeContext &context)
{
    const auto off = std::chrono::abs(status.serverOffset);
    // Of two clocks so far apart nobody knows which one is wrong.
    if (off <= badSkew || off > mostSkew || isAbsurd(context.now + status.serverOffset))
        return std::nullopt;
    const bool ahead = status.serverOffset < Milliseconds(0);
    const auto told = [](qint64 count, Variant variant) {
        return makeMessage(MessageId::X8, {{QStringLiteral("n"), QLocale().toString(count)}},
                           variant);
    };
    if (off > mostMinutes)
        return told(std::chrono::round<std::chrono::hours>(off).count(),
                    ahead ? Variant::AheadHours : Variant::BehindHours);
    return told(std::chrono::round<std::chrono::minutes>(off).count(),
                ahead ? Variant::Ahead : Variant::Behind);
}

} // namespace

std::optional<Message> restoringTrouble(const Error &error, const NoticeContext &context)
{
    // A refusal is confirmed first; a rate limit counts down.
    constexpr std::array untold{ErrorCode::Unauthorized, ErrorCode::InvalidCredentials,
                                ErrorCode::Forbidden, ErrorCode::BadRequest,
                                ErrorCode::TooManyRequests};
    if (std::find(untold.begin(), untold.end(), error.code) != untold.end())
        return std::nullopt;
    Error told = error;
    if (told.code == ErrorCode::NoUsableTokens) // no password was accepted here
        told.code = ErrorCode::UnreadableReply;
    Message message = messageFor(
        told, {.doing = Doing::Renewal, .host = context.host, .now = localTime(context.now)});
    message.actions.removeAll(MessageAction::GoBack);
    message.actions.removeAll(MessageAction::ViewCertificate);
    if (!message.actions.contains(MessageAction::TryAgain))
        message.actions.append(MessageAction::TryAgain);
    return message;
}

std::optional<Message> sessionNotice(const SessionStatus &status, const NoticeContext &context)
{
    // What was dismissed makes room for what stands behind it.
    const auto isNews = [&context](const std::optional<Message> &message) {
        return message
            && !(context.dismissed.contains(message->id)
                 && message->actions.contains(MessageAction::Dismiss));
    };
    if (auto message = notRenewable(status, context); isNews(message))
        return message;
    if (auto message = renewalTrouble(status, context); isNews(message))
        return message;
    if (status.saving == Saving::Failed)
        return makeMessage(MessageId::K4);
    if (auto message = storeGone(status); isNews(message))
        return message;
    if (auto message = skewNotice(status, context); isNews(message))
        return message;
    if (status.saving == Saving::NoStore && status.health != KeychainHealth::MemoryOnly
        && status.health != KeychainHealth::Gone)
        return makeMessage(MessageId::K2);
    if (status.saving == Saving::NotWanted)
        return makeMessage(MessageId::K11);
    return std::nullopt;
}

MessageId waitingNotice(KeychainTrouble trouble)
{
    switch (trouble) {
    case KeychainTrouble::StillLocked:
        return MessageId::K6;
    case KeychainTrouble::Asking:
        return MessageId::K7;
    case KeychainTrouble::Slow:
        return MessageId::K8;
    case KeychainTrouble::Denied:
        return MessageId::K3;
    case KeychainTrouble::Refused:
        return MessageId::K9;
    case KeychainTrouble::Locked:
    case KeychainTrouble::None: // nobody waits in these
    case KeychainTrouble::Absent:
    case KeychainTrouble::Corrupt:
        return MessageId::K1;
    }
    return MessageId::K1;
}

std::optional<MessageId> noStayNotice(const SessionStatus &status)
{
    if (status.keychain != KeychainTrouble::Absent && status.saving != Saving::NoStore)
        return std::nullopt;
    if (status.health == KeychainHealth::MemoryOnly)
        return MessageId::K10;
    if (status.health != KeychainHealth::Gone)
        return MessageId::K2;
    return status.isListed ? MessageId::K13 : MessageId::K14;
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
    case EndReason::Replaced:
        (void)withTime(status.endedAt); // an end always has its time
        message = makeMessage(MessageId::X3, arguments);
        break;
    case EndReason::None:
        if (status.keychain == KeychainTrouble::Corrupt)
            return makeMessage(MessageId::K5);
        return std::nullopt;
    }
    if (status.endError)
        message.details = errorDetails(*status.endError);
    if (status.endReason == EndReason::Replaced) // it has no "Why?": support finds the answer here
        message.details += u'\n' + whoDecidedText(status);
    return message;
}

} // namespace latchkey
