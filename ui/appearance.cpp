#include "ui/appearance.h"

#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <utility>

namespace latchkey
{

namespace
{

// A palette that theme.h takes for one of a light or dark desktop without high contrast.
QPalette plainPalette(bool dark)
{
    const Colours c = coloursFor(QPalette(QColor(dark ? Qt::darkGray : Qt::lightGray)));
    QPalette palette(c.panel, c.window);
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Base, c.window);
    set(QPalette::AlternateBase, c.panel);
    set(QPalette::ToolTipBase, c.panel);
    set(QPalette::Highlight, c.accent);
    set(QPalette::HighlightedText, c.onAccent);
    set(QPalette::Link, c.accent);
    set(QPalette::PlaceholderText, c.muted);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        set(role, c.text);
        palette.setColor(QPalette::Disabled, role, c.muted);
    }
    return palette;
}

// One that theme.h takes for high contrast.
QPalette contrastPalette(bool dark)
{
    QPalette palette = plainPalette(dark);
    const QColor ground(dark ? Qt::black : Qt::white);
    const QColor ink(dark ? Qt::white : Qt::black);
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase,
                            QPalette::Button, QPalette::ToolTipBase})
        palette.setColor(QPalette::All, role, ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::PlaceholderText})
        palette.setColor(QPalette::All, role, ink);
    return palette;
}

bool wantsDark(Appearance appearance, DesktopScheme scheme, bool systemIsDark)
{
    switch (appearance) {
    case Appearance::Light:
        return false;
    case Appearance::Dark:
        return true;
    case Appearance::System:
        break;
    }
    switch (scheme) {
    case DesktopScheme::NoWish:
        return systemIsDark;
    case DesktopScheme::Dark:
        return true;
    case DesktopScheme::Light:
        return false;
    }
    return systemIsDark;
}

} // namespace

Look::Look(FontSource systemFont, QObject *parent)
    : QObject(parent)
    , m_askFont(std::move(systemFont))
{
}

Look::~Look()
{
    setTextPercent(smallestTextPercent);
    setAppearance(Appearance::System);
    setDesktop(DesktopScheme::NoWish, false);
}

QFont Look::desktopFont()
{
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont);
}

void Look::setAppearance(Appearance appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    applyPalette();
}

void Look::setDesktop(DesktopScheme scheme, bool highContrast)
{
    if (scheme == m_scheme && highContrast == m_highContrast)
        return;
    m_scheme = scheme;
    m_highContrast = highContrast;
    applyPalette();
}

void Look::applyPalette()
{
    if (std::exchange(m_paletteIsOurs, false))
        QApplication::setPalette(QPalette()); // none of our own: the system's again
    const QPalette system = QApplication::palette();
    const bool systemIsDark = coloursFor(system).dark;
    const bool isDark = wantsDark(m_appearance, m_scheme, systemIsDark);
    const bool isContrasty = isHighContrast(system);
    const bool wantsContrast = m_highContrast
        || (isContrasty && m_appearance == Appearance::System && isDark != systemIsDark);
    if (m_appearance == Appearance::System && isDark == systemIsDark
        && (isContrasty || !wantsContrast))
        return;
    m_paletteIsOurs = true;
    QApplication::setPalette(wantsContrast ? contrastPalette(isDark) : plainPalette(isDark));
}

void Look::setTextPercent(int percent)
{
    percent = std::clamp(percent, smallestTextPercent, largestTextPercent);
    if (percent == m_percent)
        return;
    m_percent = percent;
    if (!m_fontIsOurs) {
        m_systemFont = QApplication::font();
        m_fontIsOurs = true;
        qApp->installEventFilter(this);
    }
    applyTextSize();
}

void Look::applyTextSize()
{
    QFont font = m_systemFont;
    const double factor = m_percent / 100.0;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(int(std::lround(font.pixelSize() * factor)));
    QApplication::setFont(font);
}

bool Look::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange) {
        const QFont now = m_askFont();
        if (now != m_systemFont) {
            m_systemFont = now;
            applyTextSize();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey
