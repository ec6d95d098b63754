#pragma once

#include "app/session/history.h"
#include "ui/factstable.h"
#include "ui/messages.h"

#include <QDateTime>
#include <QList>
#include <QSet>

#include <optional>

namespace latchkey
{

// What the session's status means in words. All of it pure.

struct SessionWords {
    QString badge; // "Signed in until 23:40"
    Severity severity = Severity::Success;
    struct Row {
        QString name;
        QString value;
        QString tip; // ISO time
        QString spoken; // for screen readers: does not count down, but for 5 min, 1 min and 0
    };
    QList<Row> rows; // of the Session panel
};
// With a `pair` in the words of QA: its tokens' names and times (screens.md, general rules).
[[nodiscard]] SessionWords sessionWords(const SessionStatus &status, WallTime now,
                                        const PairRecord *pair = nullptr);
// "Clock: server +0.4 s".
[[nodiscard]] QString clockOffsetText(Milliseconds offset);

struct NoticeContext {
    QString host;
    WallTime now;
    std::optional<WallTime> profileAsOf; // a profile is on screen
    QSet<MessageId> dismissed = {}; // what the person need not be told again
};

// Why a stored session cannot be restored yet, as said of a renewal: E7 to E17, E19, E21 or E22,
// with what can be done about it there. None where there is nothing to say yet.
[[nodiscard]] std::optional<Message> restoringTrouble(const Error &error,
                                                      const NoticeContext &context);

// The most urgent thing to say about a session that lives, if any: X6, X7, P1, E22, K4, K12, X8,
// K2, K11.
[[nodiscard]] std::optional<Message> sessionNotice(const SessionStatus &status,
                                                   const NoticeContext &context);

// What the page says that waits for the password store: K1, K3, K6 to K9.
[[nodiscard]] MessageId waitingNotice(KeychainTrouble trouble);
// Why "Stay signed in" can't be had, said below it: K2, K10, K13 or K14. None: it can.
[[nodiscard]] std::optional<MessageId> noStayNotice(const SessionStatus &status);

// Why the sign-in page is shown: X1, X2, X4 when ended, K5 and K2 after start; none otherwise.
[[nodiscard]] std::optional<Message> signedOutNotice(const SessionStatus &status,
                                                     const NoticeContext &context);

// The "Why?" card: the cause in a sentence, the time, the HTTP code, who decided, and the last five
// transitions. Of a session that ended, or that lives and cannot be renewed.
[[nodiscard]] QString whoDecidedText(const SessionStatus &status);
[[nodiscard]] QString whyText(const SessionStatus &status, const QList<Transition> &transitions);
// The same in parts, in local time, for a card.
struct WhyWords {
    QString cause;
    QList<FactRow> facts;
    QList<FactRow> steps; // the time, and what changed
    QString text; // whyText(), to be copied
    QString copyName = {}; // of the button that does it, for screen readers; empty: the reason
};
[[nodiscard]] WhyWords whyWords(const SessionStatus &status, const QList<Transition> &transitions);

inline constexpr std::chrono::minutes nearEnd{5}; // X6
inline constexpr std::chrono::seconds badSkew{60}; // X8

} // namespace latchkey
