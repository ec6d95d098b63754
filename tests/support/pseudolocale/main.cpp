// pseudolocale IN.ts OUT.ts: a made-up translation that shows what was forgotten. Accents tell what
// went through the translation, brackets that both ends are visible, 40 % more length what is cut.
#include "tests/support/pseudolocale/pseudotext.h"

#include <QFile>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cstdio>

using namespace latchkey::test;

namespace
{

constexpr int englishForms = 2;

void writeMessage(QXmlStreamWriter &out, const QString &source, const QString &comment,
                  bool counted)
{
    out.writeStartElement(QStringLiteral("message"));
    if (counted)
        out.writeAttribute(QStringLiteral("numerus"), QStringLiteral("yes"));
    out.writeTextElement(QStringLiteral("source"), source);
    if (!comment.isEmpty())
        out.writeTextElement(QStringLiteral("comment"), comment);
    out.writeStartElement(QStringLiteral("translation"));
    if (!counted)
        out.writeCharacters(pseudoText(source));
    for (int form = 0; counted && form < englishForms; ++form)
        out.writeTextElement(QStringLiteral("numerusform"), pseudoText(source));
    out.writeEndElement();
    out.writeEndElement();
}

// A message's own parts; everything else of it is left out.
void translate(QXmlStreamReader &in, QXmlStreamWriter &out)
{
    const bool counted = in.attributes().value(QLatin1String("numerus")) == u"yes";
    QString source;
    QString comment;
    while (in.readNextStartElement()) {
        if (in.name() == u"source")
            source = in.readElementText();
        else if (in.name() == u"comment")
            comment = in.readElementText();
        else
            in.skipCurrentElement();
    }
    writeMessage(out, source, comment, counted);
}

bool convert(QIODevice &from, QIODevice &to)
{
    QXmlStreamReader in(&from);
    QXmlStreamWriter out(&to);
    out.writeStartDocument();
    out.writeDTD(QStringLiteral("<!DOCTYPE TS>"));
    out.writeStartElement(QStringLiteral("TS"));
    out.writeAttribute(QStringLiteral("version"), QStringLiteral("2.1"));
    out.writeAttribute(QStringLiteral("language"), QStringLiteral("en"));
    in.readNextStartElement();
    while (in.readNextStartElement()) { // <context>
        out.writeStartElement(QStringLiteral("context"));
        while (in.readNextStartElement()) {
            if (in.name() == u"message")
                translate(in, out);
            else
                out.writeTextElement(QStringLiteral("name"), in.readElementText());
        }
        out.writeEndElement();
    }
    out.writeEndDocument();
    return !in.hasError() && !out.hasError();
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3)
        return 2;
    QFile from(QString::fromLocal8Bit(argv[1]));
    QFile to(QString::fromLocal8Bit(argv[2]));
    const bool opened = from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly);
    if (opened && convert(from, to))
        return 0;
    std::fprintf(stderr, "pseudolocale: cannot convert %s\n", argv[1]);
    return 1;
}
