#include "app/inspect/diagnosticsfacts.h"

namespace latchkey
{

std::optional<Milliseconds> clockSkewOf(const DiagnosticsFacts &facts)
{
    if (facts.reachability.clockSkew)
        return facts.reachability.clockSkew;
    return facts.session ? facts.session->clockSkew : std::nullopt;
}

QString skewText(Milliseconds skew)
{
    constexpr Milliseconds fine{10'000};
    const double seconds = double(skew.count()) / 1000.0;
    const QString number
        = QString::number(std::abs(seconds), 'f', std::chrono::abs(skew) < fine ? 1 : 0);
    return QStringLiteral("%1%2 s").arg(QString(QChar(seconds < 0 ? u'-' : u'+')), number);
}

QList<Licence> licences()
{
    return {
        {QStringLiteral("Latchkey"), QStringLiteral("MIT")},
        {QStringLiteral("Qt"), QStringLiteral("LGPL-3.0-only")},
        {QStringLiteral("QtKeychain"), QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("cpp-httplib"), QStringLiteral("MIT")},
        {QStringLiteral("tl::expected"), QStringLiteral("CC0-1.0")},
    };
}

} // namespace latchkey
