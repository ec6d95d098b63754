#include "tests/rules/banscanner.h"

#include "tests/rules/codeview.h"

#include <QRegularExpression>

namespace latchkey::rules
{

namespace
{

bool holdsOn(Ground ground, const QString &path)
{
    const bool isTest = path.startsWith(QLatin1String("tests/"));
    const bool isRoom
        = path.startsWith(QLatin1String("app/")) || path.startsWith(QLatin1String("ui/"));
    switch (ground) {
    case Ground::Rooms:
        return isRoom;
    case Ground::CalmRooms:
        return isRoom && !path.endsWith(QLatin1String("/main.cpp"))
            && !path.startsWith(QLatin1String("app/demo/"));
    case Ground::SharedRooms:
        return isRoom && !path.endsWith(QLatin1String("_linux.cpp"));
    case Ground::Headers:
        return isRoom && path.endsWith(QLatin1String(".h"));
    case Ground::Tests:
        return isTest;
    case Ground::Sources:
        return isRoom || isTest;
    }
    return false;
}

void search(Findings &findings, const SourceFile &file, const QString &text, const QString &pattern,
            const QString &reason)
{
    const QRegularExpression expression{pattern};
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        findings.append(
            QStringLiteral("%1: \"%2\": %3")
                .arg(placeOf(file, match.capturedStart()), match.captured().simplified(), reason));
    }
}

bool isInvisible(char32_t c)
{
    struct Range {
        char32_t first;
        char32_t last;
    };
    // Controls (carriage return included), marks of direction, fillers, joiners, selectors, tags.
    static constexpr Range ranges[]{
        {0x00, 0x08},
        {0x0B, 0x1F},
        {0x7F, 0x9F},
        {0xAD, 0xAD},
        {0x34F, 0x34F},
        {0x61C, 0x61C},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x200B, 0x200F},
        {0x2028, 0x202E},
        {0x2060, 0x206F},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},
        {0xFFF9, 0xFFFB},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF},
        // What is not UTF-8 was read as this.
        {0xFFFD, 0xFFFD},
    };
    for (const Range &range : ranges) {
        if (c >= range.first && c <= range.last) {
            return true;
        }
    }
    return false;
}

// Every pattern is about code; the words in this very table are literals, which the scanner does
// not see.
QList<Ban> makeBans()
{
    // A fake clock's own sleep() is none: it only turns the hands.
    static const QString realSleep = QStringLiteral(
        "\\b(sleep_for|sleep_until|usleep|nanosleep)\\s*\\(|\\bQThread::[mu]?sleep\\s*\\("
        "|(?<![\\w.>:])sleep\\s*\\(\\s*\\d");
    return {
        {QStringLiteral("tls"), QStringLiteral("\\b(ignoreSslErrors|VerifyNone|QueryPeer)\\b"),
         Ground::Sources, QStringLiteral("TLS errors are fatal (N6)")},
        {QStringLiteral("insecure fallback"), QStringLiteral("\\bsetInsecureFallback\\b"),
         Ground::Sources, QStringLiteral("it writes the token in clear to a file (qt-notes 1.1)")},
        {QStringLiteral("redirects"),
         QStringLiteral("\\b(NoLessSafeRedirectPolicy|SameOriginRedirectPolicy|"
                        "UserVerifiedRedirectPolicy)\\b"),
         Ground::Rooms, QStringLiteral("Qt would take our bearer header along (N2)")},
        {QStringLiteral("nested loop"),
         QStringLiteral("\\bQEventLoop\\s+\\w|\\bQEventLoop\\s*[({]|\\bprocessEvents\\b|(\\.|->)"
                        "\\s*exec\\s*\\("),
         Ground::CalmRooms, QStringLiteral("no nested event loop")},
        {QStringLiteral("singleton"),
         QStringLiteral(
             "\\bstatic\\b[^;{}()]*\\b(self|[sg]etInstance|[a-zA-Z]*[iI]nstance)\\s*\\("),
         Ground::Headers, QStringLiteral("objects are wired in composition, not found")},
        {QStringLiteral("global"), QStringLiteral("\\bQ_GLOBAL_STATIC\\w*"), Ground::Rooms,
         QStringLiteral("objects are wired in composition, not found")},
        {QStringLiteral("auto slot"), QStringLiteral("\\bvoid\\s+on_\\w+_\\w+\\s*\\("),
         Ground::Rooms, QStringLiteral("connect by member pointer")},
        {QStringLiteral("rich text"),
         QStringLiteral("\\bQt::(RichText|AutoText|MarkdownText)\\b"
                        "|\\b(setHtml|insertHtml|setMarkdown)\\s*\\(|\\bQTextBrowser\\b"),
         Ground::Rooms, QStringLiteral("all text is plain text (U1)")},
        {QStringLiteral("message box"),
         QStringLiteral("\\bQMessageBox::(information|warning|critical|question|about)\\s*\\("),
         Ground::Rooms, QStringLiteral("its text format is automatic (U1), and it blocks")},
        {QStringLiteral("sleep"), QStringLiteral("\\bqSleep\\s*\\(|") + realSleep, Ground::Tests,
         QStringLiteral("wait for what happens, or advance the clock")},
        {QStringLiteral("sleep in a room"), realSleep, Ground::CalmRooms,
         QStringLiteral("the thread that draws must not stop")},
        {QStringLiteral("blind wait"), QStringLiteral("\\bqWait\\s*\\("), Ground::Tests,
         QStringLiteral("wait for what happens, or advance the clock")},
        {QStringLiteral("linux only"),
         QStringLiteral("\\b(pipe2|accept4|dup3|SOCK_CLOEXEC|SOCK_NONBLOCK|MSG_CMSG_CLOEXEC|"
                        "CLOCK_BOOTTIME|SO_PEERCRED|eventfd|signalfd|memfd_create|prctl)\\b"),
         Ground::SharedRooms, QStringLiteral("macOS lacks it: it belongs to a *_linux.cpp")},
        {QStringLiteral("skipped test"), QStringLiteral("\\b(QSKIP|QEXPECT_FAIL)\\b"),
         Ground::Tests, QStringLiteral("a test that does not judge is no test")},
    };
}

} // namespace

const QList<Ban> &bans()
{
    static const QList<Ban> table = makeBans();
    return table;
}

Findings brokenBans(const SourceFiles &files)
{
    Findings findings;
    for (const SourceFile &file : files) {
        if (!isCode(file.path)) {
            continue;
        }
        const QString code = codeOnly(file.text);
        for (const Ban &ban : bans()) {
            if (holdsOn(ban.ground, file.path)) {
                search(findings, file, code, ban.pattern, ban.reason);
            }
        }
    }
    return findings;
}

Findings strayMarks(const SourceFiles &files)
{
    // Broken in two, so that this file does not find itself.
    static const QString unfinished = QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX")
        + QStringLiteral("ME|XX") + QStringLiteral("X|HA") + QStringLiteral("CK)\\b");
    static const QString machine
        = QStringLiteral("(?<![\\w.~-])/(home/\\w+|wo") + QStringLiteral("rk)/");
    Findings findings;
    for (const SourceFile &file : files) {
        search(findings, file, file.text, unfinished,
               QStringLiteral("finish it or write an issue"));
        search(findings, file, file.text, machine, QStringLiteral("a path of one machine"));
    }
    return findings;
}

Findings invisibleCharacters(const SourceFiles &files)
{
    Findings findings;
    for (const SourceFile &file : files) {
        qsizetype position = 0;
        const QList<uint> characters = file.text.toUcs4();
        for (const uint c : characters) {
            if (isInvisible(c)) {
                findings.append(QStringLiteral("%1: U+%2 cannot be seen; write it as an escape")
                                    .arg(placeOf(file, position))
                                    .arg(c, 4, 16, QLatin1Char('0')));
            }
            position += QChar::requiresSurrogates(c) ? 2 : 1;
        }
    }
    return findings;
}

} // namespace latchkey::rules
