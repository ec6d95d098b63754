#include "tests/rules/promisescanner.h"

#include "tests/rules/codeview.h"

#include <QMap>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace latchkey::rules
{

namespace
{

struct Count {
    QString firstPlace;
    qsizetype makers = 0;
    qsizetype setters = 0;
};

qsizetype countOf(const QString &text, const QRegularExpression &expression)
{
    qsizetype count = 0;
    auto matches = expression.globalMatch(text);
    for (; matches.hasNext(); matches.next()) {
        ++count;
    }
    return count;
}

bool isRoom(const SourceFile &file)
{
    return isCode(file.path)
        && (file.path.startsWith(QLatin1String("app/"))
            || file.path.startsWith(QLatin1String("ui/")));
}

// Reads one widget up to its end, and returns the value of its text format; inner widgets do not
// occur in a label.
QString textFormatOf(QXmlStreamReader &xml)
{
    QString format;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement) {
            --depth;
        } else if (token == QXmlStreamReader::StartElement) {
            ++depth;
            if (xml.attributes().value(QLatin1String("name")) == QLatin1String("textFormat")
                && xml.readNextStartElement()) {
                format = xml.readElementText();
            }
        }
    }
    return format;
}

} // namespace

Findings guessingLabelsInForms(const SourceFiles &files)
{
    Findings findings;
    for (const SourceFile &file : files) {
        if (!file.path.endsWith(QLatin1String(".ui"))) {
            continue;
        }
        QXmlStreamReader xml{file.text};
        while (!xml.atEnd()) {
            xml.readNext();
            const auto attributes = xml.attributes();
            if (!xml.isStartElement() || xml.name() != QLatin1String("widget")
                || attributes.value(QLatin1String("class")) != QLatin1String("QLabel")) {
                continue;
            }
            const QString name = attributes.value(QLatin1String("name")).toString();
            if (textFormatOf(xml) != QLatin1String("Qt::PlainText")) {
                findings.append(
                    QStringLiteral("%1: %2 has no textFormat Qt::PlainText").arg(file.path, name));
            }
        }
        if (xml.hasError()) {
            findings.append(QStringLiteral("%1: %2").arg(file.path, xml.errorString()));
        }
    }
    return findings;
}

Findings guessingLabelsInCode(const SourceFiles &files)
{
    static const QRegularExpression maker{
        QStringLiteral("\\bnew\\s+(QLabel|QMessageBox)\\b|make_unique<\\s*(QLabel|QMessageBox)\\b|"
                       "\\bpublic\\s+(QLabel|QMessageBox)\\b"
                       "|\\b(QLabel|QMessageBox)\\s+\\w+\\s*[;({]")};
    static const QRegularExpression setter{
        QStringLiteral("\\bsetTextFormat\\s*\\(\\s*Qt::PlainText\\s*\\)")};
    QMap<QString, Count> classes;
    for (const SourceFile &file : files) {
        if (!isRoom(file)) {
            continue;
        }
        const QString code = codeOnly(file.text);
        Count &count = classes[file.path.left(file.path.lastIndexOf(u'.'))];
        const auto first = maker.match(code);
        if (first.hasMatch() && count.firstPlace.isEmpty()) {
            count.firstPlace = placeOf(file, first.capturedStart());
        }
        count.makers += countOf(code, maker);
        count.setters += countOf(code, setter);
    }
    Findings findings;
    for (const Count &count : qAsConst(classes)) {
        if (count.setters < count.makers) {
            findings.append(QStringLiteral("%1: %2 made here, %3 set to Qt::PlainText")
                                .arg(count.firstPlace)
                                .arg(count.makers)
                                .arg(count.setters));
        }
    }
    return findings;
}

Findings scatteredRequests(const SourceFiles &files)
{
    static const QStringList attributes{QStringLiteral("RedirectPolicyAttribute"),
                                        QStringLiteral("AuthenticationReuseAttribute"),
                                        QStringLiteral("CookieLoadControlAttribute"),
                                        QStringLiteral("CookieSaveControlAttribute"),
                                        QStringLiteral("CacheLoadControlAttribute"),
                                        QStringLiteral("CacheSaveControlAttribute"),
                                        QStringLiteral("Http2AllowedAttribute")};
    static const QRegularExpression made{
        QStringLiteral("\\bQNetworkRequest\\s*[({]|\\bQNetworkRequest\\s+\\w+\\s*[{;]|"
                       "\\bQNetworkRequest\\s+\\w+\\(\\w*[uU]rl\\b"
                       "|\\bsetRedirectPolicy\\s*\\(")};
    Findings findings;
    QString factory;
    for (const QString &attribute : attributes) {
        QStringList places;
        for (const SourceFile &file : files) {
            const QString code = isRoom(file) ? codeOnly(file.text) : QString{};
            for (auto at = code.indexOf(attribute); at >= 0; at = code.indexOf(attribute, at + 1)) {
                places.append(placeOf(file, at));
                factory = factory.isEmpty() ? file.path : factory;
            }
        }
        if (places.size() != 1 || !places.first().startsWith(factory + u':')) {
            findings.append(
                QStringLiteral("%1 must be set in one place, beside the others; found: %2")
                    .arg(attribute, places.join(QStringLiteral(", "))));
        }
    }
    for (const SourceFile &file : files) {
        const QString code = isRoom(file) && file.path != factory ? codeOnly(file.text) : QString{};
        const auto match = made.match(code);
        if (match.hasMatch()) {
            findings.append(placeOf(file, match.capturedStart())
                            + QStringLiteral(": only the request factory makes requests"));
        }
    }
    return findings;
}

} // namespace latchkey::rules
