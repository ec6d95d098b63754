#pragma once

#include "app/inspect/diagnosticsfacts.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace latchkey
{

struct ReportSection {
    QString title;
    QList<QPair<QString, QString>> rows; // name, value
    QStringList lines; // after the rows
};

// Plain text, one fact a line, English: support reads it. Every value is redacted by itself, so
// that nothing in one can hide another, and keeps to its line: what would break it (line breaks,
// controls, marks of direction) becomes a space. The last line is "Secrets removed: N". Pure.
[[nodiscard]] QString reportText(const QString &title, const QList<ReportSection> &sections);

// The report of screens.md section 6, which `latchkey --diagnostics` prints too.
[[nodiscard]] QString diagnosticsReport(const DiagnosticsFacts &facts);

} // namespace latchkey
