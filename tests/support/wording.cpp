#include "tests/support/wording.h"

#include <QFile>
#include <QRegularExpression>

namespace latchkey::test
{

namespace
{

const QString between = QStringLiteral(" / ");

// Where the brace that opens at `from` closes; a choice may hold placeholders.
qsizetype closing(const QString &text, qsizetype from)
{
    int depth = 0;
    for (qsizetype i = from; i < text.size(); ++i) {
        depth += text.at(i) == u'{' ? 1 : text.at(i) == u'}' ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return -1;
}

} // namespace

// "{a / b}" and "{ahead/behind}" are choices, " / " outside of braces separates whole texts, and
// "as E1 + ..." goes on from E1.
QStringList spelledOut(const QString &text, const QString &textOfE1)
{
    const QString asE1 = QStringLiteral("as E1 + ");
    if (text.startsWith(asE1))
        return {textOfE1 + u' ' + text.mid(asE1.size())};
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        const qsizetype end = closing(text, open);
        const QString inside = text.mid(open + 1, end - open - 1);
        if (!inside.contains(u'/'))
            continue;
        QStringList texts;
        for (const QString &choice : inside.split(u'/'))
            texts += text.left(open) + choice.trimmed() + text.mid(end + 1);
        return texts;
    }
    return text.split(between);
}

QStringList buttonsIn(const QString &cell)
{
    // In the table a cell names buttons, says what else happens, or both: "Try again enabled at 0".
    static const QRegularExpression button(QStringLiteral(
        "^(Try again|Try now|Cancel|Use another account|Change server|Use this address|Go "
        "back|View certificate|"
        "Open browser|Proxy settings|Unlock…|Sign in without it|Save it|Continue|Sign in again|"
        "Sign in|Sign out|Why|Remind me at 1 minute|Stay signed in|Dismiss)(?!\\w)\\??"));
    QStringList buttons;
    for (const QString &part : cell.section(u';', 0, 0).split(QStringLiteral(", "))) {
        const auto found = button.match(part);
        if (found.hasMatch())
            buttons += found.captured();
    }
    return buttons;
}

QList<Wording> wordingTable()
{
    QFile file(QStringLiteral(LATCHKEY_WORDING));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the wording table cannot be read");
    QList<Wording> table;
    QString textOfE1;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'|');
        const QString id = cells.value(1).trimmed();
        const Wording row{id, spelledOut(cells.value(3).trimmed(), textOfE1),
                          buttonsIn(cells.value(4).trimmed())};
        if (id == u"E1")
            textOfE1 = row.texts.first();
        table.append(row);
    }
    return table;
}

Wording wordingOf(const QString &id)
{
    for (const Wording &row : wordingTable()) {
        if (row.id == id)
            return row;
    }
    qFatal("no wording of %s", qPrintable(id));
}

} // namespace latchkey::test
