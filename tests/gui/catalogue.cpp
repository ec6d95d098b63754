#include "tests/gui/catalogue.h"

#include "tests/gui/screenparts.h"
#include "tests/support/wording.h"
#include "ui/timetext.h"

#include <QAccessible>
#include <QLabel>
#include <QRegularExpression>

namespace latchkey::test
{

namespace
{

QString plain(QString text)
{
    static const QRegularExpression marks(QStringLiteral("[\\x{2066}-\\x{2069}]"));
    return text.remove(marks);
}

using Values = QHash<QString, QString>;

Reach reach(const char *id, const Values &values = {}, Place place = Place::Bar,
            const char *screen = nullptr, int wording = 0)
{
    return {QString::fromLatin1(id), wording, QString::fromLatin1(screen ? screen : id), place,
            values};
}

Values value(const char *name, const char *text)
{
    return {{QString::fromLatin1(name), QString::fromUtf8(text)}};
}

// As the language of the day writes them.
QString at(int hour, int minute)
{
    return timeText(QDateTime(QDate(2026, 11, 23), QTime(hour, minute)));
}

QString onDay(int month, int day, int hour, int minute)
{
    return dateAndTimeText(QDateTime(QDate(2026, month, day), QTime(hour, minute)));
}

Values value(const char *name, const QString &text)
{
    return {{QString::fromLatin1(name), text}};
}

// Each screen happens on 23 November 2026 at 14:02 UTC (screens.cpp).
QList<Reach> signInReaches()
{
    return {
        reach("V1", {}, Place::EmailHint),
        reach("V2", {}, Place::EmailHint),
        reach("V3", {}, Place::PasswordHint),
        reach("V4", {}, Place::PasswordHint),
        reach("V5", {}, Place::AddressHint),
        reach("V6", {}, Place::AddressHint),
        reach("S1", {}, Place::SubmitButton, "S1"),
        reach("S1", {}, Place::Progress, "S1-1s", 1),
        reach("S1", {}, Place::Progress, "S1-5s", 2),
        reach("S1", value("n", "12"), Place::Progress, "S1-10s", 3),
        reach("S2"),
    };
}

QList<Reach> errorReaches()
{
    return {
        reach("E1"),
        reach("E2"),
        reach("E3", value("ref", QStringLiteral("HTTP 403, ") + at(14, 2))),
        reach("E4"),
        reach("E5"),
        reach("E6", value("mm:ss", "1:35")),
        reach("E7"),
        reach("E7", {}, Place::Bar, "E7-profile", 1),
        reach("E8", value("time", at(14, 12))),
        reach("E9"),
        reach("E9", {}, Place::Bar, "E9-restoring", 1),
        reach("E10"),
        reach("E11"),
        reach("E12", value("n", "30")),
        reach("E13"),
        reach("E13", {}, Place::Bar, "E13-profile", 1),
        reach("E14", value("date", dateText(QDateTime(QDate(2026, 10, 24), QTime(14, 2)))),
              Place::Bar, "E14-expired", 0),
        reach("E14", value("other", "other.example.net"), Place::Bar, "E14-other", 1),
        reach("E14", {}, Place::Bar, "E14", 2),
        reach("E15", value("local", onDay(11, 23, 14, 2))),
        reach("E16", value("other", "portal.example.net")),
        reach("E17"),
        reach("E18", value("other", "elsewhere.example.net")),
        reach("E19"),
        reach("E20"),
        reach("E21", value("n", "418")),
        reach("E22", value("status", "HTTP 403")),
        reach("E22", value("status", "HTTP 403"), Place::Bar, "E22-profile", 1),
        reach("E22", value("status", "HTTP 403"), Place::Bar, "E22-renewal", 1),
        reach("E22", value("status", "HTTP 403"), Place::Bar, "E22-restoring", 1),
        reach("E22", value("status", "HTTP 403"), Place::TestResult, "server-between", 2),
        reach("E23", value("address", "https://\u2060api.example.com/v2")),
    };
}

QList<Reach> sessionReaches()
{
    return {
        reach("K1", {}, Place::Page),
        reach("K2", {}, Place::StayHelp),
        reach("K2", {}, Place::Bar, "K2-profile"),
        reach("K3", {}, Place::Page),
        reach("K4"),
        reach("K5"),
        reach("K6", {}, Place::Page),
        reach("K7", {}, Place::Page),
        reach("K8", {}, Place::Page),
        reach("K9", {}, Place::Page),
        reach("K10", {}, Place::StayHelp),
        reach("K11"),
        reach("K12"),
        reach("K13", {}, Place::StayHelp),
        reach("K14", {}, Place::StayHelp),
        reach("X1", value("time", at(16, 2))),
        reach("X2", value("time", onDay(11, 24, 0, 2))),
        reach("X3", value("time", at(14, 2))),
        reach("X4"),
        reach("X5"),
        reach("X6", value("n", "4")),
        reach("X7",
              {{QStringLiteral("n"), anyNumber}, {QStringLiteral("time"), onDay(12, 13, 14, 2)}}),
        reach("X8", value("n", "7"), Place::Bar, "X8", 0),
        reach("X8", value("n", "7"), Place::Bar, "X8-behind", 1),
        reach("X9", value("time", onDay(12, 13, 14, 2))),
        reach("X10", value("n", "45")),
        reach("P1", value("time", at(14, 2))),
    };
}

const QLabel &labelOf(const Staged &staged, Place place)
{
    const char *name = "";
    switch (place) {
    case Place::EmailHint:
        name = "emailHint";
        break;
    case Place::PasswordHint:
        name = "passwordHint";
        break;
    case Place::AddressHint:
        name = "addressHint";
        break;
    case Place::StayHelp:
        name = "stayHelpLabel";
        break;
    case Place::Progress:
        name = "progressLabel";
        break;
    case Place::TestResult:
        name = "resultLabel";
        break;
    case Place::Bar:
    case Place::Page:
    case Place::SubmitButton:
        break;
    }
    return *qobject_cast<QLabel *>(part(staged.run, name));
}

} // namespace

QList<Reach> reaches()
{
    return signInReaches() + errorReaches() + sessionReaches();
}

QString wordsOf(const Reach &reach)
{
    Values values = reach.values;
    values.insert(QStringLiteral("host"), QStringLiteral("api.example.com"));
    values.insert(QStringLiteral("keychain"), QStringLiteral("Test Keyring"));
    values.insert(QStringLiteral("email"), QStringLiteral("john@mail.com"));
    QString words = wordingOf(reach.id).texts.value(reach.wording);
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        words.replace(u'{' + value.key() + u'}', value.value());
    return words;
}

MessageBar *barOn(const Staged &staged)
{
    auto *bar = staged.run.page()->findChild<MessageBar *>();
    return bar && bar->isVisible() ? bar : nullptr;
}

QString shownWords(const Staged &staged, Place place)
{
    switch (place) {
    case Place::Bar: {
        const MessageBar *bar = barOn(staged);
        if (!bar)
            return {};
        QStringList texts;
        for (const char *name : {"headlineLabel", "bodyLabel"}) {
            const auto *label = bar->findChild<QLabel *>(QString::fromLatin1(name));
            if (label->isVisible())
                texts += label->text();
        }
        return plain(texts.join(u' '));
    }
    case Place::Page:
        return plain(visibleTexts(staged.run.page()).join(u' '));
    case Place::SubmitButton:
        return plain(qobject_cast<QPushButton *>(part(staged.run, "signInButton"))->text());
    case Place::EmailHint:
    case Place::PasswordHint:
    case Place::AddressHint:
    case Place::StayHelp:
    case Place::Progress:
    case Place::TestResult:
        return plain(labelOf(staged, place).text());
    }
    return {};
}

QString spokenWords(const Staged &staged, Place place)
{
    const auto description = [&](const char *field) {
        auto *interface = QAccessible::queryAccessibleInterface(part(staged.run, field));
        return plain(interface->text(QAccessible::Description));
    };
    switch (place) {
    case Place::Bar: {
        MessageBar *bar = barOn(staged);
        return bar ? plain(nameOf(bar)) : QString();
    }
    case Place::EmailHint:
        return description("emailEdit");
    case Place::PasswordHint:
        return description("passwordEdit");
    case Place::AddressHint:
        return description("addressEdit");
    case Place::StayHelp:
        return description("staySignedInCheckBox");
    case Place::SubmitButton:
    case Place::Progress:
    case Place::TestResult:
    case Place::Page: // labels speak for themselves
        return shownWords(staged, place);
    }
    return {};
}

} // namespace latchkey::test
