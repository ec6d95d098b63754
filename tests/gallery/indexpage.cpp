#include "tests/gallery/indexpage.h"

#include <QDir>
#include <QSaveFile>

namespace latchkey::test
{

namespace
{

// Names are screens' and looks': letters, digits and hyphens, so nothing needs escaping.

QString head(const QStringList &looks)
{
    QString page = QStringLiteral(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
        "<title>Latchkey gallery</title>\n<style>\n"
        "body { font: 15px sans-serif; margin: 2em; background: #8c9199; color: #111 }\n"
        "main { display: flex; flex-wrap: wrap; gap: 1.5em; margin-top: 1.5em }\n"
        "figure { margin: 0 } figure img { max-width: 40em; height: auto; display: block }\n"
        "figcaption { padding: .3em 0 } label { margin-right: 1em } a { color: #02235c }\n");
    for (const QString &look : looks)
        page += QStringLiteral("#%1:checked ~ main figure:not(.%1) { display: none }\n").arg(look);
    return page + QStringLiteral("</style>\n<h1>Latchkey gallery</h1>\n");
}

QString sheetLinks(const QStringList &sheets)
{
    QString text = QStringLiteral("<p>Contact sheets:\n");
    for (const QString &sheet : sheets)
        text += QStringLiteral("<a href=\"%1\">%1</a>\n").arg(sheet);
    return text + QStringLiteral("</p>\n");
}

QString choices(const QStringList &looks)
{
    QString text = QStringLiteral("<input type=\"radio\" name=\"look\" id=\"every-look\" checked>"
                                  "<label for=\"every-look\">every look</label>\n");
    for (const QString &look : looks)
        text += QStringLiteral("<input type=\"radio\" name=\"look\" id=\"%1\">"
                               "<label for=\"%1\">%1</label>\n")
                    .arg(look);
    return text;
}

QString figure(const Picture &picture)
{
    return QStringLiteral("<figure class=\"%1\" id=\"%2.%1\"><figcaption>"
                          "<a href=\"%3\">%2</a> %1</figcaption>"
                          "<img src=\"%3\" alt=\"%2 in %1\" loading=\"lazy\"></figure>\n")
        .arg(picture.look, picture.screen, picture.file);
}

} // namespace

bool writeIndex(const QString &folder, const QList<Picture> &pictures, const QStringList &sheets)
{
    QStringList looks;
    for (const Picture &picture : pictures)
        looks += picture.look;
    looks.removeDuplicates();
    QString page = head(looks) + sheetLinks(sheets) + choices(looks) + QStringLiteral("<main>\n");
    for (const Picture &picture : pictures)
        page += figure(picture);
    page += QStringLiteral("</main>\n</html>\n");
    QSaveFile file(QDir(folder).filePath(QStringLiteral("index.html")));
    return file.open(QIODevice::WriteOnly) && file.write(page.toUtf8()) > 0 && file.commit();
}

} // namespace latchkey::test
