#include "tests/gui/looks.h"

#include <QApplication>

namespace latchkey::test
{

namespace
{

QPalette paletteOf(Scheme scheme, const QPalette &usual)
{
    switch (scheme) {
    case Scheme::Light:
        return usual;
    case Scheme::Dark:
        return {QColor(0x353535), QColor(0x2B2B2B)};
    case Scheme::HighContrast: {
        QPalette palette(Qt::black, Qt::black);
        palette.setColor(QPalette::Highlight, Qt::yellow);
        palette.setColor(QPalette::HighlightedText, Qt::black);
        return palette;
    }
    }
    return usual;
}

} // namespace

QList<Look> galleryLooks()
{
    QList<Look> looks;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const bool mirrored : {false, true}) {
            for (const double text : {1.0, 2.0}) {
                looks.append(
                    {.name = QStringLiteral("%1-%2-%3")
                                 .arg(scheme == Scheme::Dark ? QLatin1String("dark")
                                                             : QLatin1String("light"),
                                      mirrored ? QLatin1String("rtl") : QLatin1String("ltr"))
                                 .arg(qRound(text * 100)),
                     .scheme = scheme,
                     .text = text,
                     .language = mirrored ? QStringLiteral("ar") : QStringLiteral("en")});
            }
        }
    }
    return looks;
}

Look plainLook()
{
    return {.name = QStringLiteral("plain")};
}

Dress::Dress(const Look &look)
    : m_font(QApplication::font())
    , m_palette(QApplication::palette())
{
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * look.text);
    QApplication::setFont(font);
    m_language.apply(look.language);
    if (look.mirrored)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    QApplication::setPalette(paletteOf(look.scheme, m_palette));
}

Dress::~Dress()
{
    QLocale::setDefault(m_locale);
    QApplication::setFont(m_font);
    QApplication::setLayoutDirection(Qt::LayoutDirectionAuto); // as the next language says
    QApplication::setPalette(m_palette);
}

} // namespace latchkey::test
