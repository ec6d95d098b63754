#include "tests/support/pseudolocale/pseudotext.h"

#include <QRegularExpression>

namespace latchkey::test
{

namespace
{

constexpr QStringView plain = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr QStringView accented
    = u"\u00E1\u0180\u00E7\u010F\u00E9\u0192\u011D\u0125\u00ED\u0135\u0137\u013C\u1E3F\u00F1\u00F3"
      u"\u1E57\u01EB\u0155\u0161\u0163\u00FA\u1E7D\u0175\u1E8B\u00FD\u017E"
      u"\u00C1\u0181\u00C7\u010E\u00C9\u0191\u011C\u0124\u00CD\u0134\u0136\u013B\u1E3E\u00D1\u00D3"
      u"\u1E56\u01EA\u0154\u0160\u0162\u00DA\u1E7C\u0174\u1E8A\u00DD\u017D";
static_assert(plain.size() == accented.size());

QString withAccents(const QString &text)
{
    QString changed = text;
    for (QChar &c : changed) {
        const qsizetype at = plain.indexOf(c);
        if (at >= 0)
            c = accented.at(at);
    }
    return changed;
}

} // namespace

QString pseudoText(const QString &source)
{
    if (source == u"QT_LAYOUT_DIRECTION")
        return QStringLiteral("LTR");
    static const QRegularExpression placeholder(QStringLiteral("\\{[a-z:]+\\}"));
    QString text;
    qsizetype from = 0;
    for (auto found = placeholder.globalMatch(source); found.hasNext();) {
        const auto match = found.next();
        text += withAccents(source.mid(from, match.capturedStart() - from)) + match.captured();
        from = match.capturedEnd();
    }
    text += withAccents(source.mid(from));
    // In words of seven letters, so that the longer text wraps as real text does.
    const qsizetype more = (source.size() * 2 + 4) / 5 - 2;
    for (qsizetype i = 0; i < more; ++i)
        text += i % 8 == 0 && more > 4 ? u' ' : QChar(0x00F6);
    return u'[' + text + u']';
}

bool hasPlainWord(const QString &shown)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    return word.match(shown).hasMatch();
}

} // namespace latchkey::test
