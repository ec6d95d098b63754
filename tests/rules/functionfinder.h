#pragma once

#include "tests/rules/sizescanner.h"

#include <QList>
#include <QString>

namespace latchkey::rules
{

// Walks the braces of a C++ text once. It knows no grammar, only what stands before a brace: enough
// for code in our format, and its own test says where it would be wrong.
class FunctionFinder
{
public:
    explicit FunctionFinder(const QString &text);
    QList<Function> run();

private:
    enum class Kind {
        Scope, // namespace, class, enum: functions can begin inside
        Function, // a body, or a braced member initialiser until the next character tells
        Inner, // any brace inside a body, a parameter list or an initialiser
    };
    struct Open {
        Kind kind;
        qsizetype headStart; // where the text before the brace begins
    };

    void open();
    void close();
    void restartHead() { m_headStart = m_at + 1; }
    Kind kindOf(const QString &head) const;
    bool isAccessSpecifier() const;
    bool isInside() const;
    bool continuesInitialisers() const;
    qsizetype firstCharacter(qsizetype from) const;

    QString m_text; // code only, preprocessor lines blanked
    QList<Open> m_open;
    QList<Function> m_found;
    qsizetype m_at = 0;
    qsizetype m_headStart = 0;
    int m_parentheses = 0;
};

} // namespace latchkey::rules
