#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace latchkey
{

// A text as the redactor reads it: percent-encoding (also of itself), JSON's escapes and characters
// that nobody sees are taken away, and every unit that is left knows where it came from. So one
// search finds a secret in a URL, in JSON and in JSON inside JSON. Its size is linear in the
// text's. Pure.
class RedactionView
{
public:
    explicit RedactionView(QStringView source);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] QChar at(qsizetype i) const { return m_text.at(i); }
    // How many times the unit was encoded: 1 for the quote of %22 or \", 2 for %2522 or \\\".
    // What stands deeper than a value's own quotes belongs to the value.
    [[nodiscard]] int depth(qsizetype i) const { return m_depths.at(i); }
    // Where the unit begins in the source; `size()` is legal: the source's end.
    [[nodiscard]] qsizetype begin(qsizetype i) const;
    [[nodiscard]] qsizetype end(qsizetype i) const { return m_ends.at(i); } // one behind its last

private:
    void percentDecode(QStringView source);
    void unescape();

    QString m_text;
    QList<qsizetype> m_begins;
    QList<qsizetype> m_ends;
    QList<qsizetype> m_depths;
    qsizetype m_sourceSize;
};

} // namespace latchkey
