#include "tests/rules/translationscanner.h"

#include "tests/rules/codeview.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

namespace latchkey::rules
{

namespace
{

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{[a-z:]+\\}"));
    QSet<QString> names;
    for (auto found = placeholder.globalMatch(text); found.hasNext();)
        names.insert(found.next().captured());
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

// The letter after a single "&"; null if there is none.
QChar mnemonicOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text.at(i) != u'&')
            continue;
        if (text.at(i + 1) != u'&')
            return text.at(i + 1).toLower();
        ++i;
    }
    return {};
}

QString faultOf(const QString &source, const QString &translation, bool counted)
{
    if (translation.trimmed().isEmpty())
        return QStringLiteral("is empty");
    QStringList wanted = placeholdersIn(source);
    if (counted && !translation.contains(u"{n}")) // "two minutes" is one word in Arabic
        wanted.removeAll(QStringLiteral("{n}"));
    if (wanted != placeholdersIn(translation))
        return QStringLiteral("has other placeholders");
    if (mnemonicOf(source).isNull() != mnemonicOf(translation).isNull())
        return QStringLiteral("gains or loses its mnemonic");
    if (source.endsWith(u"...") != translation.endsWith(u"..."))
        return QStringLiteral("gains or loses its ellipsis");
    if (translation != translation.trimmed() || translation.contains(u"  "))
        return QStringLiteral("has stray spaces");
    if (translation.contains(u"(s)"))
        return QStringLiteral("dodges the plural");
    return {};
}

Entry readEntry(QXmlStreamReader &xml, const QString &context)
{
    Entry entry;
    entry.context = context;
    entry.counted = xml.attributes().value(QLatin1String("numerus")) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            entry.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            entry.comment = xml.readElementText();
        } else if (xml.name() == u"extracomment") {
            entry.note = xml.readElementText();
        } else if (xml.name() == u"translation") {
            entry.type = xml.attributes().value(QLatin1String("type")).toString();
            if (!entry.counted) {
                entry.translations += xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                entry.translations += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

struct FormTexts {
    QString context;
    QStringList texts; // with a mnemonic
};

FormTexts readForm(const QString &text)
{
    FormTexts form;
    QXmlStreamReader xml(text);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"class" && form.context.isEmpty())
            form.context = xml.readElementText();
        else if (xml.name() == u"string") {
            const QString words = xml.readElementText();
            if (!mnemonicOf(words).isNull())
                form.texts += words;
        }
    }
    return form;
}

} // namespace

QString Entry::name() const
{
    return context + QStringLiteral(": ") + source;
}

Catalogue readCatalogue(const QString &text)
{
    Catalogue catalogue;
    QXmlStreamReader xml(text);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"TS")
            catalogue.language = xml.attributes().value(QLatin1String("language")).toString();
        else if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            catalogue.entries += readEntry(xml, context);
    }
    return xml.hasError() ? Catalogue{} : catalogue;
}

Findings badTranslations(const Catalogue &catalogue, int pluralForms)
{
    Findings findings;
    const auto add = [&](const Entry &entry, const QString &fault) {
        findings += catalogue.language + u' ' + entry.name() + QStringLiteral(" -> ") + fault;
    };
    for (const Entry &entry : catalogue.entries) {
        if (!entry.type.isEmpty()) {
            add(entry, QStringLiteral("is ") + entry.type);
            continue;
        }
        const int forms = entry.counted ? pluralForms : 1;
        if (entry.translations.size() != forms)
            add(entry, QStringLiteral("has not %1 form(s)").arg(forms));
        for (const QString &translation : entry.translations) {
            const QString fault = faultOf(entry.source, translation, entry.counted);
            if (!fault.isEmpty())
                add(entry, fault);
        }
    }
    return findings;
}

Findings unexplained(const Catalogue &catalogue)
{
    Findings findings;
    for (const Entry &entry : catalogue.entries) {
        const QString told = entry.note + entry.comment;
        for (const QString &placeholder : placeholdersIn(entry.source)) {
            if (!told.contains(placeholder))
                findings += entry.name() + QStringLiteral(" -> nobody says what is ") + placeholder;
        }
    }
    return findings;
}

Findings outdated(const Catalogue &stored, const Catalogue &current)
{
    const auto keysOf = [](const Catalogue &catalogue) {
        QSet<QString> keys;
        for (const Entry &entry : catalogue.entries)
            keys.insert(QStringList{entry.name(), entry.comment, entry.note,
                                    entry.counted ? QStringLiteral("counted") : QString()}
                            .join(u'|'));
        return keys;
    };
    Findings findings;
    for (const QString &key : keysOf(current) - keysOf(stored))
        findings += stored.language + QStringLiteral(" lacks ") + key;
    for (const QString &key : keysOf(stored) - keysOf(current))
        findings += stored.language + QStringLiteral(" still has ") + key;
    findings.sort();
    return findings;
}

Findings gluedTexts(const SourceFiles &files)
{
    struct Pattern {
        const char *regex;
        const char *why;
    };
    static constexpr Pattern patterns[] = {
        {R"re((?<![\w.>])(?:tr|translate)\((?:[^()"]|"(?:[^"\\]|\\.)*")*\)\s*\+(?!\+|\s*u'\\t'))re",
         "a translated text with something after it"},
        {R"re(\+=?\s*(?:\w+::)*(?:tr|translate)\((?:[^()"]|"(?:[^"\\]|\\.)*")*\)(?=\s*[+;]))re",
         "a translated text after something"},
        {R"re((?<![\w.>])(?:tr|translate|QT_TRANSLATE_NOOP|QT_TRANSLATE_N_NOOP)\([^;]*?"[^"]*%[1-9])re",
         "a numbered placeholder: say what it is, as in {host}"},
        {R"re("[^"\n]*\w\(s\)[^"\n]*")re", "a dodged plural"},
        {R"re(<string[^<]*>[^<]*\w\(s\))re", "a dodged plural"},
    };
    Findings findings;
    for (const SourceFile &file : files) {
        const bool spoken = (file.path.startsWith(u"ui/") || file.path.startsWith(u"app/"))
            && !file.path.startsWith(u"app/demo/");
        if (!spoken)
            continue;
        const QString text = isCode(file.path) ? withoutComments(file.text) : file.text;
        for (const Pattern &pattern : patterns) {
            const QRegularExpression regex(QString::fromLatin1(pattern.regex));
            for (auto found = regex.globalMatch(text); found.hasNext();) {
                const auto match = found.next();
                // A list of whole texts grows by "lines += tr(...);".
                if (match.captured().startsWith(u"+=")
                    && !text.mid(match.capturedEnd()).trimmed().startsWith(u'+'))
                    continue;
                findings += placeOf(file, match.capturedStart()) + QStringLiteral(": ")
                    + QString::fromLatin1(pattern.why);
            }
        }
    }
    return findings;
}

Findings mnemonicClashes(const SourceFiles &files, const QList<Catalogue> &catalogues)
{
    Findings findings;
    for (const SourceFile &file : files) {
        if (!file.path.endsWith(u".ui"))
            continue;
        const FormTexts form = readForm(file.text);
        const auto check = [&](const QString &language, const QHash<QString, QString> &words) {
            QHash<QChar, QString> taken;
            for (const QString &text : form.texts) {
                const QString shown = words.value(text, text);
                const QChar key = mnemonicOf(shown);
                if (taken.contains(key) && taken.value(key) != shown)
                    findings += QStringLiteral("%1 (%2): \"%3\" and \"%4\"")
                                    .arg(file.path, language, taken.value(key), shown);
                taken.insert(key, shown);
            }
        };
        check(QStringLiteral("source"), {});
        for (const Catalogue &catalogue : catalogues) {
            QHash<QString, QString> words;
            for (const Entry &entry : catalogue.entries) {
                if (entry.context == form.context && !entry.translations.isEmpty())
                    words.insert(entry.source, entry.translations.first());
            }
            check(catalogue.language, words);
        }
    }
    return findings;
}

} // namespace latchkey::rules
