#include "ui/diagnosticswords.h"

#include "app/base/serveraddress.h"
#include "ui/errormessage.h"
#include "ui/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(latchkey::Diagnostics)
};

QString timeTaken(Milliseconds took)
{
    //: {n} is a number: how many milliseconds a step of the connection took
    return fillIn(Words::tr("{n} ms"),
                  {{QStringLiteral("n"), QLocale().toString(qlonglong(took.count()))}});
}

FactRow checkRow(const QString &name, const CheckResult &check, const DiagnosticsFacts &facts)
{
    const auto row = [&name](const QString &value, std::optional<Severity> sign = std::nullopt) {
        return FactRow{name, value, sign};
    };
    switch (check.outcome) {
    case CheckResult::Outcome::Waiting:
        return row(Words::tr("Not checked yet"));
    case CheckResult::Outcome::Running:
        return row(Words::tr("Checking..."));
    case CheckResult::Outcome::Good:
        return row(timeTaken(check.took), Severity::Success);
    case CheckResult::Outcome::Failed: {
        ErrorContext context;
        context.doing = Doing::ConnectionTest;
        context.host = ServerAddress::parse(facts.server).value_or(ServerAddress()).host();
        context.now = localTime(facts.takenAt);
        return row(messageFor(check.error.value_or(Error()), context).headline, Severity::Error);
    }
    case CheckResult::Outcome::NotReached:
        return row(Words::tr("Not reached"));
    case CheckResult::Outcome::NotNeeded:
        return row(Words::tr("Not needed"));
    case CheckResult::Outcome::ByProxy:
        return row(Words::tr("By a proxy, so it can't be measured"));
    }
    return row({});
}

QString storeText(StoreCondition condition)
{
    switch (condition) {
    case StoreCondition::Asking:
        return Words::tr("Checking...");
    case StoreCondition::Ready:
        return Words::tr("Ready");
    case StoreCondition::Locked:
        return Words::tr("Locked");
    case StoreCondition::AsksPerson:
        return Words::tr("It is asking you something.");
    case StoreCondition::NoKeyring:
        return Words::tr("Empty. The first save asks for a new password.");
    case StoreCondition::Absent:
        return Words::tr("This computer has no password store.");
    case StoreCondition::SwitchedOff:
        return Words::tr("Not used: Latchkey was started with --no-keychain.");
    case StoreCondition::Silent:
        return Words::tr("It does not answer.");
    }
    return {};
}

std::optional<Severity> storeSign(StoreCondition condition)
{
    switch (condition) {
    case StoreCondition::Ready:
        return Severity::Success;
    case StoreCondition::Absent:
    case StoreCondition::Silent:
        return Severity::Error;
    case StoreCondition::Asking:
    case StoreCondition::Locked:
    case StoreCondition::AsksPerson:
    case StoreCondition::NoKeyring:
    case StoreCondition::SwitchedOff:
        return std::nullopt;
    }
    return std::nullopt;
}

FactRow technical(const QString &name, const QString &value)
{
    return {name, value, std::nullopt, true};
}

} // namespace

QList<FactRow> programRows(const DiagnosticsFacts &facts)
{
    //: {run} and {built} are version numbers of Qt
    const QString qt
        = fillIn(Words::tr("{run}, built with {built}"),
                 {{QStringLiteral("run"), facts.qtRun}, {QStringLiteral("built"), facts.qtBuilt}});
    return {technical(Words::tr("Version"), facts.version),
            technical(Words::tr("Commit"), facts.commit),
            technical(Words::tr("Qt"), qt),
            technical(Words::tr("System"), facts.system),
            technical(Words::tr("Display"), facts.display),
            facts.tls.isEmpty()
                ? FactRow{Words::tr("TLS"),
                          Words::tr("Not available: https will not work. Install OpenSSL 3."),
                          Severity::Error}
                : technical(Words::tr("TLS"), facts.tls),
            technical(Words::tr("Settings file"), facts.settings)};
}

QList<FactRow> storeRows(const DiagnosticsFacts &facts)
{
    return {{Words::tr("Name"), facts.storeName},
            {Words::tr("State"), storeText(facts.store), storeSign(facts.store)}};
}

QList<FactRow> serverRows(const DiagnosticsFacts &facts)
{
    const Reachability &way = facts.reachability;
    const auto skew = clockSkewOf(facts);
    return {technical(Words::tr("Address"), facts.server),
            checkRow(Words::tr("Name lookup (DNS)"), way.dns, facts),
            checkRow(Words::tr("Connection (TCP)"), way.tcp, facts),
            checkRow(Words::tr("Encryption (TLS)"), way.tls, facts),
            checkRow(Words::tr("Answer (HTTP)"), way.http, facts),
            {Words::tr("Server's clock"), skew ? offsetText(*skew) : Words::tr("Not known")}};
}

QList<FactRow> sessionRows(const DiagnosticsFacts &facts)
{
    if (!facts.session)
        return {};
    QList<FactRow> rows{technical(Words::tr("State"), facts.session->state)};
    const QDateTime now = localTime(facts.takenAt);
    if (facts.session->accessExpiry)
        rows.append(
            {Words::tr("Good until"), momentText(localTime(*facts.session->accessExpiry), now)});
    const auto &steps = facts.session->transitions;
    for (auto it = steps.rbegin(); it != steps.rend(); ++it) // the newest is what one looks for
        rows.append(
            technical(QLocale().toString(localTime(it->at).time(), QStringLiteral("HH:mm:ss")),
                      QStringLiteral("%1 \u2192 %2 (%3)").arg(it->from, it->to, it->cause)));
    return rows;
}

QList<FactRow> licenceRows()
{
    QList<FactRow> rows;
    const auto all = licences();
    for (const Licence &licence : all)
        rows.append(technical(licence.part, licence.licence));
    return rows;
}

} // namespace latchkey
