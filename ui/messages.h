#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace latchkey
{

// Every message the program can show; ids and wording are the table in screens.md section 7.
enum class MessageId {
    // clang-format off
    V1, V2, V3, V4, V5, V6,
    S1, S2,
    E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12, E13, E14, E15, E16, E17, E18, E19, E20, E21,
    E22, E23,
    K1, K2, K3, K4, K5, K6, K7, K8, K9, K10, K11, K12, K13, K14,
    X1, X2, X3, X4, X5, X6, X7, X8, X9, X10,
    P1,
    // clang-format on
};
[[nodiscard]] const QList<MessageId> &allMessageIds();
[[nodiscard]] QString messageName(MessageId id); // "V1", for logs and tests

enum class Severity { Info, Success, Warning, Error };

// What a message lets the person do. The page or the window decides how.
enum class MessageAction {
    TryAgain,
    TryNow,
    Cancel,
    UseAnotherAccount,
    ChangeServer,
    UseAddress,
    GoBack,
    ViewCertificate,
    OpenBrowser,
    ProxySettings,
    Unlock,
    SignInWithoutIt,
    SaveIt,
    Continue,
    SignIn,
    SignInAgain,
    SignOut,
    Why,
    RemindMe,
    StaySignedIn,
    Dismiss,
};
[[nodiscard]] QString actionText(MessageAction action);
// What a screen reader is told instead: the same, or more where the page has a control of that name
// too. Begins with the text, so that whoever speaks to the program says what is seen.
[[nodiscard]] QString actionName(MessageAction action);

// By placeholder name: {"host", "api.example.com"}. Values are untrusted plain text.
using MessageArguments = QHash<QString, QString>;

// Some ids have more than one wording. Main is the one without a condition.
enum class Variant {
    Main,
    After1s, // S1
    After5s,
    After10s,
    CertificateExpired, // E14
    CertificateForOther,
    CertificateUntrusted,
    NoSecureConnection, // no certificate was seen
    NoSecureConnectionKept,
    CertificateExpiredKept, // E14: profile, renewal
    CertificateForOtherKept,
    SessionKept, // E7, E9, E13, E14 (untrusted), E18, E22: profile, renewal
    OnlyTested, // E7, E13, E18, E22: the test of a connection
    NotRedirected, // E16: the network itself answered, without a word of another server
    NoTimeGiven, // E6, E8: no Retry-After; X1, X2, X9: the end is not known
    LongBefore, // X6: more than five minutes ahead
    LastMinute, // X6
    Ahead, // X8
    Behind,
    AheadHours,
    BehindHours,
    NothingStored, // X9: nothing was there to be removed
    NothingStoredNoTime,
};

struct Message {
    MessageId id = MessageId::S1;
    Severity severity = Severity::Info;
    QString headline; // the first sentence
    QString body; // the rest; may be empty
    QList<MessageAction> actions; // the first is the default
    QString details; // plain text for Details; empty: no Details

    [[nodiscard]] QString text() const; // headline and body
};

// The wording with its placeholders still in it, in the program's language.
[[nodiscard]] QString messageTemplate(MessageId id, Variant variant = Variant::Main);
// "n" must be a number as QLocale().toString() writes it: it chooses the plural form.
[[nodiscard]] Message makeMessage(MessageId id, const MessageArguments &arguments = {},
                                  Variant variant = Variant::Main);
// Makes a message again after the language changed: from values, never from finished texts.
using MessageMaker = std::function<Message()>;

// Replaces each {name} that `arguments` knows, once: a value that looks like a placeholder stays
// as it is. Values that run against the reading direction are isolated.
[[nodiscard]] QString fillIn(const QString &text, const MessageArguments &arguments);

} // namespace latchkey
