#include "app/inspect/report.h"

#include "app/inspect/redactor.h"

namespace latchkey
{

namespace
{

constexpr qsizetype longestValue = 2000;

QString isoTime(WallTime time)
{
    return toDateTime(time).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
}

QString onOneLine(QString text)
{
    for (QChar &c : text) {
        const bool format = c.category() == QChar::Other_Format;
        if (c.category() == QChar::Other_Control || c.isSpace() || format)
            c = u' ';
    }
    return text.size() > longestValue ? text.left(longestValue) + QStringLiteral("...") : text;
}

QString describe(StoreCondition condition)
{
    switch (condition) {
    case StoreCondition::Asking:
        return QStringLiteral("has not answered yet");
    case StoreCondition::Ready:
        return QStringLiteral("ready");
    case StoreCondition::Locked:
        return QStringLiteral("locked");
    case StoreCondition::AsksPerson:
        return QStringLiteral("is asking the person");
    case StoreCondition::NoKeyring:
        return QStringLiteral("no keyring yet; the first save asks for a new password");
    case StoreCondition::Absent:
        return QStringLiteral("no password store on this computer");
    case StoreCondition::SwitchedOff:
        return QStringLiteral("not used, because of --no-keychain");
    case StoreCondition::Silent:
        return QStringLiteral("does not answer");
    }
    return {};
}

QString describe(const Error &error)
{
    QStringList parts{errorName(error.code)};
    if (error.httpStatus)
        parts += QStringLiteral("HTTP %1").arg(error.httpStatus);
    if (!error.otherHost.isEmpty())
        parts += QStringLiteral("other host %1").arg(error.otherHost);
    if (!error.detail.isEmpty())
        parts += error.detail;
    return parts.join(QStringLiteral(", "));
}

QString describe(const CheckResult &check)
{
    const QString took = QStringLiteral("%1 ms").arg(check.took.count());
    const QString more = check.detail.isEmpty() ? QString() : QStringLiteral(", ") + check.detail;
    switch (check.outcome) {
    case CheckResult::Outcome::Waiting:
        return QStringLiteral("not checked yet");
    case CheckResult::Outcome::Running:
        return QStringLiteral("being checked");
    case CheckResult::Outcome::Good:
        return took + more;
    case CheckResult::Outcome::Failed:
        return QStringLiteral("failed after %1: %2")
            .arg(took, check.error ? describe(*check.error) : QString());
    case CheckResult::Outcome::NotReached:
        return QStringLiteral("not reached");
    case CheckResult::Outcome::NotNeeded:
        return QStringLiteral("not needed") + more;
    case CheckResult::Outcome::ByProxy:
        return QStringLiteral("by a proxy, not measured") + more;
    }
    return {};
}

// One line that says it all.
QString answers(const Reachability &way)
{
    for (const CheckResult *check : {&way.dns, &way.tcp, &way.tls, &way.http}) {
        if (check->error)
            return QStringLiteral("no: ") + errorName(check->error->code);
    }
    return way.finished ? QStringLiteral("yes, as such an API does")
                        : QStringLiteral("not known yet");
}

ReportSection programSection(const DiagnosticsFacts &facts)
{
    ReportSection section{QStringLiteral("Program"), {}, {}};
    const auto add = [&section](const char *name, const QString &value) {
        section.rows.append({QString::fromLatin1(name), value});
    };
    add("Latchkey", facts.version);
    add("Commit", facts.commit);
    add("Qt", QStringLiteral("%1 (built with %2)").arg(facts.qtRun, facts.qtBuilt));
    add("System", facts.system);
    if (!facts.display.isEmpty())
        add("Display", facts.display);
    add("TLS",
        facts.tls.isEmpty()
            ? QStringLiteral("not available: https will not work. Install OpenSSL 3")
            : facts.tls);
    add("Settings", facts.settings);
    add("Log",
        QStringLiteral(
            "standard error; QT_LOGGING_RULES=\"latchkey.*=true\" in the environment tells more"));
    return section;
}

ReportSection serverSection(const DiagnosticsFacts &facts)
{
    const Reachability &way = facts.reachability;
    const auto skew = clockSkewOf(facts);
    return {
        QStringLiteral("Server"),
        {{QStringLiteral("Address"), facts.server},
         {QStringLiteral("DNS"), describe(way.dns)},
         {QStringLiteral("TCP"), describe(way.tcp)},
         {QStringLiteral("TLS handshake"), describe(way.tls)},
         {QStringLiteral("HTTP"), describe(way.http)},
         {QStringLiteral("Server answers"), answers(way)},
         {QStringLiteral("Server's clock"), skew ? skewText(*skew) : QStringLiteral("not known")}},
        {}};
}

ReportSection sessionSection(const DiagnosticsFacts::SessionFacts &session)
{
    ReportSection section{QStringLiteral("Session"), {}, {}};
    section.rows.append({QStringLiteral("State"), session.state});
    section.rows.append({QStringLiteral("Saved"), session.saving});
    if (session.accessExpiry)
        section.rows.append({QStringLiteral("Good until"), isoTime(*session.accessExpiry)});
    if (session.refreshExpiry)
        section.rows.append({QStringLiteral("Renewable until"), isoTime(*session.refreshExpiry)});
    section.lines.append(QStringLiteral("Last changes: %1").arg(session.transitions.size()));
    for (const DiagnosticsFacts::Step &step : session.transitions)
        section.lines.append(QStringLiteral("%1  %2 -> %3 (%4)")
                                 .arg(isoTime(step.at), step.from, step.to, step.cause));
    return section;
}

} // namespace

QString reportText(const QString &title, const QList<ReportSection> &sections)
{
    Redactor redactor;
    int removed = 0;
    const auto clean = [&](const QString &value) {
        const Redaction redaction = redactor.redact(value);
        removed += redaction.total();
        return onOneLine(redaction.text);
    };
    QStringList lines{title};
    for (const ReportSection &section : sections) {
        lines += {QString(), section.title};
        for (const auto &[name, value] : section.rows)
            lines += QStringLiteral("  %1: %2").arg(name, clean(value));
        for (const QString &line : section.lines)
            lines += QStringLiteral("  ") + clean(line);
    }
    lines += {QString(), QStringLiteral("Secrets removed: %1").arg(removed)};
    return lines.join(u'\n') + u'\n';
}

QString diagnosticsReport(const DiagnosticsFacts &facts)
{
    QList<ReportSection> sections{programSection(facts)};
    sections.append({QStringLiteral("Password store"),
                     {{QStringLiteral("Keychain"),
                       QStringLiteral("%1, %2").arg(facts.storeName, describe(facts.store))}},
                     {}});
    sections.append(serverSection(facts));
    if (facts.session)
        sections.append(sessionSection(*facts.session));
    ReportSection used{QStringLiteral("Licences"), {}, {}};
    const auto all = licences();
    for (const Licence &licence : all)
        used.rows.append({licence.part, licence.licence});
    sections.append(used);
    return reportText(QStringLiteral("Latchkey report of %1").arg(isoTime(facts.takenAt)),
                      sections);
}

} // namespace latchkey
