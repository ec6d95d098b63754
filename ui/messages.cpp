#include "ui/messages.h"

#include "ui/displaytext.h"
#include "ui/messagetexts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace latchkey
{

namespace
{

const MessageText &rowFor(MessageId id, Variant variant)
{
    const auto rows = messageTexts();
    auto row = std::ranges::find_if(rows, [=](const MessageText &candidate) {
        return candidate.id == id && candidate.variant == variant;
    });
    if (row == rows.end()) // every id has a Main row
        row = std::ranges::find(rows, id, &MessageText::id);
    return *row;
}

// A count of no matter what, where only the template is wanted.
constexpr int anyCount = 30;

QString translated(const MessageText &row, int count)
{
    return QCoreApplication::translate("messages", row.text, nullptr, row.counted ? count : -1);
}

// Back from the reader's digits: the callers give texts, and there is one number at most.
int countIn(const MessageArguments &arguments)
{
    bool isNumber = false;
    const int count
        = QLocale().toInt(withoutIsolates(arguments.value(QStringLiteral("n"))), &isNumber);
    return isNumber ? count : anyCount;
}

// Where the first sentence ends. Split before the values go in: they may hold any punctuation.
qsizetype firstSentenceEnd(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("[.?!\\x{3002}\\x{061F}](\\s+|$)"));
    const auto match = end.match(text);
    return match.hasMatch() ? match.capturedStart() + 1 : text.size();
}

const char *wordsFor(MessageAction action)
{
    switch (action) {
    case MessageAction::TryAgain:
        return QT_TRANSLATE_NOOP("messages", "Try again");
    case MessageAction::TryNow:
        return QT_TRANSLATE_NOOP("messages", "Try now");
    case MessageAction::Cancel:
        return QT_TRANSLATE_NOOP("messages", "Cancel");
    case MessageAction::UseAnotherAccount:
        return QT_TRANSLATE_NOOP("messages", "Use another account");
    case MessageAction::ChangeServer:
        return QT_TRANSLATE_NOOP("messages", "Change server");
    case MessageAction::UseAddress: // it is shown first, and can be tested
        return QT_TRANSLATE_NOOP("messages", "Use this address");
    case MessageAction::GoBack:
        return QT_TRANSLATE_NOOP("messages", "Go back");
    case MessageAction::ViewCertificate:
        return QT_TRANSLATE_NOOP("messages", "View certificate");
    case MessageAction::OpenBrowser:
        return QT_TRANSLATE_NOOP("messages", "Open browser");
    case MessageAction::ProxySettings:
        return QT_TRANSLATE_NOOP("messages", "Proxy settings");
    case MessageAction::Unlock: // the password store asks for its password
        return QT_TRANSLATE_NOOP("messages", "Unlock…");
    case MessageAction::SignInWithoutIt:
        return QT_TRANSLATE_NOOP("messages", "Sign in without it");
    case MessageAction::SaveIt:
        return QT_TRANSLATE_NOOP("messages", "Save it");
    case MessageAction::Continue:
        return QT_TRANSLATE_NOOP("messages", "Continue");
    case MessageAction::SignIn:
        return QT_TRANSLATE_NOOP("messages", "Sign in");
    case MessageAction::SignInAgain:
        return QT_TRANSLATE_NOOP("messages", "Sign in again");
    case MessageAction::SignOut:
        return QT_TRANSLATE_NOOP("messages", "Sign out");
    case MessageAction::Why:
        return QT_TRANSLATE_NOOP("messages", "Why?");
    case MessageAction::RemindMe:
        return QT_TRANSLATE_NOOP("messages", "Remind me at 1 minute");
    case MessageAction::StaySignedIn:
        return QT_TRANSLATE_NOOP("messages", "Stay signed in");
    case MessageAction::Dismiss:
        return QT_TRANSLATE_NOOP("messages", "Dismiss");
    }
    return "";
}

} // namespace

const QList<MessageId> &allMessageIds()
{
    static const QList<MessageId> ids = [] {
        QList<MessageId> list;
        for (const MessageText &row : messageTexts()) {
            if (row.variant == Variant::Main)
                list.append(row.id);
        }
        return list;
    }();
    return ids;
}

QString messageName(MessageId id)
{
    struct Group {
        char16_t letter;
        MessageId first;
        MessageId last;
    };
    static constexpr Group groups[] = {
        {u'V', MessageId::V1, MessageId::V6},  {u'S', MessageId::S1, MessageId::S2},
        {u'E', MessageId::E1, MessageId::E23}, {u'K', MessageId::K1, MessageId::K14},
        {u'X', MessageId::X1, MessageId::X10}, {u'P', MessageId::P1, MessageId::P1},
    };
    for (const Group &group : groups) {
        if (id >= group.first && id <= group.last)
            return QChar(group.letter) + QString::number(int(id) - int(group.first) + 1);
    }
    return {};
}

QString actionText(MessageAction action)
{
    return QCoreApplication::translate("messages", wordsFor(action));
}

QString actionName(MessageAction action)
{
    if (action == MessageAction::SignOut) {
        //: For screen readers, a message's button "Sign out": begin with the same words.
        return QCoreApplication::translate("messages", "Sign out of this account");
    }
    return actionText(action);
}

QString Message::text() const
{
    return body.isEmpty() ? headline : headline + u' ' + body;
}

QString messageTemplate(MessageId id, Variant variant)
{
    return translated(rowFor(id, variant), anyCount);
}

Message makeMessage(MessageId id, const MessageArguments &arguments, Variant variant)
{
    const MessageText &row = rowFor(id, variant);
    const QString text = translated(row, countIn(arguments));
    const qsizetype end = firstSentenceEnd(text);
    Message message;
    message.id = id;
    message.severity = row.severity;
    message.headline = fillIn(text.left(end), arguments);
    message.body = fillIn(text.mid(end).trimmed(), arguments);
    for (const auto &action : row.actions) {
        if (action)
            message.actions.append(*action);
    }
    return message;
}

QString fillIn(const QString &text, const MessageArguments &arguments)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{([a-z:]+)\\}"));
    QString filled;
    qsizetype from = 0;
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const auto value = arguments.constFind(match.captured(1));
        filled += text.mid(from, match.capturedStart() - from);
        filled += value == arguments.constEnd() ? match.captured() : fitted(*value);
        from = match.capturedEnd();
    }
    return filled + text.mid(from);
}

} // namespace latchkey
