#pragma once

#include "tests/rules/sourcetree.h"

#include <QTest>

namespace latchkey::rules
{

// The project itself, read once for each program; its path comes from CMake. Every rule would hold
// for an empty one, so that ends the program.
inline const SourceFiles &project()
{
    static const SourceFiles files = readTree(QStringLiteral(LATCHKEY_SOURCE_DIR));
    if (files.size() < 50) {
        qFatal("no project at %s", LATCHKEY_SOURCE_DIR);
    }
    return files;
}

inline QString joined(const Findings &findings)
{
    return QString::number(findings.size()) + QStringLiteral(" finding(s)\n  ")
        + findings.join(QStringLiteral("\n  "));
}

} // namespace latchkey::rules

// A rule holds: no findings, else all of them at once.
#define VERIFY_NONE(findings)                                                                      \
    do {                                                                                           \
        const latchkey::rules::Findings found = (findings);                                        \
        QVERIFY2(found.isEmpty(), qPrintable(latchkey::rules::joined(found)));                     \
    } while (false)
