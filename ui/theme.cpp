#include "ui/theme.h"

#include "ui/latchkeystyle.h"
#include "ui/messages.h"

#include <QEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace latchkey
{

namespace
{

constexpr double usualFontHeight = 15.0; // of a 9 pt font at 96 dpi
constexpr int gridStep = 8;
constexpr int usualColumn = 480;

Colours light()
{
    return {.window = QColor(0xFFFFFF),
            .text = QColor(0x1B1D21),
            .muted = QColor(0x5A6270),
            .accent = QColor(0x0B57D0),
            .onAccent = QColor(0xFFFFFF),
            .accentHover = QColor(0x0842A0),
            .border = QColor(0x767E8A),
            .line = QColor(0xE1E4E8),
            .panel = QColor(0xF3F5F8),
            .card = QColor(0xFAFBFC),
            .error = QColor(0xB3261E),
            .warning = QColor(0x8A4B00),
            .success = QColor(0x146C2E),
            .dark = false};
}

Colours dark()
{
    return {.window = QColor(0x1B1D21),
            .text = QColor(0xF1F3F5),
            .muted = QColor(0xA9B1BC),
            .accent = QColor(0x8AB4F8),
            .onAccent = QColor(0x10213D),
            .accentHover = QColor(0xAECBFA),
            .border = QColor(0x7E8794),
            .line = QColor(0x363A42),
            .panel = QColor(0x272A30),
            .card = QColor(0x212429),
            .error = QColor(0xFF9A8F),
            .warning = QColor(0xF5C26B),
            .success = QColor(0x7BD88F),
            .dark = true};
}

Colours fromSystem(const QPalette &system)
{
    const QColor text = system.color(QPalette::WindowText);
    const QColor ground = system.color(QPalette::Window);
    const QColor accent = system.color(QPalette::Highlight);
    return {.window = ground,
            .text = text,
            .muted = text,
            .accent = accent,
            .onAccent = system.color(QPalette::HighlightedText),
            .accentHover = accent,
            .border = text,
            .line = text,
            .panel = ground,
            .card = ground,
            .error = text,
            .warning = text,
            .success = text,
            .dark = ground.lightness() < text.lightness()};
}

bool isPure(const QColor &colour, int value)
{
    return colour.red() == value && colour.green() == value && colour.blue() == value;
}

QPalette paletteOf(const Colours &c)
{
    QPalette palette(c.panel, c.window);
    const auto set = [&](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, c.window);
    set(QPalette::Base, c.window);
    set(QPalette::AlternateBase, c.panel);
    set(QPalette::ToolTipBase, c.panel);
    set(QPalette::Button, c.panel);
    set(QPalette::Mid, c.border);
    set(QPalette::Midlight, c.line);
    set(QPalette::Highlight, c.accent);
    set(QPalette::HighlightedText, c.onAccent);
    set(QPalette::Link, c.accent);
    set(QPalette::LinkVisited, c.accent);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        set(role, c.text);
        palette.setColor(QPalette::Disabled, role, c.muted);
    }
    set(QPalette::PlaceholderText, c.muted);
    return palette;
}

} // namespace

bool isHighContrast(const QPalette &system)
{
    const QColor text = system.color(QPalette::WindowText);
    const QColor ground = system.color(QPalette::Window);
    return (isPure(ground, 0) && text.lightness() > 200)
        || (isPure(ground, 255) && isPure(text, 0));
}

Colours coloursFor(const QPalette &system)
{
    if (isHighContrast(system))
        return fromSystem(system);
    const bool isDark = system.color(QPalette::Window).lightness()
        < system.color(QPalette::WindowText).lightness();
    return isDark ? dark() : light();
}

ColourPair barColours(Severity severity, const Colours &colours)
{
    if (colours.error == colours.text) // high contrast
        return {colours.text, colours.window};
    switch (severity) {
    case Severity::Error:
        return colours.dark ? ColourPair{QColor(0xFFB4AB), QColor(0x3F1B19)}
                            : ColourPair{QColor(0x8C1D18), QColor(0xFDECEA)};
    case Severity::Warning:
        return colours.dark ? ColourPair{QColor(0xF8D08B), QColor(0x38290D)}
                            : ColourPair{QColor(0x6B3A00), QColor(0xFFF4E0)};
    case Severity::Info:
        return colours.dark ? ColourPair{QColor(0xB3CDFA), QColor(0x172A45)}
                            : ColourPair{QColor(0x0B3D91), QColor(0xE8F0FE)};
    case Severity::Success:
        return colours.dark ? ColourPair{QColor(0x9EE2AC), QColor(0x14301D)}
                            : ColourPair{QColor(0x0D5224), QColor(0xE6F4EA)};
    }
    return {colours.text, colours.window};
}

Colours coloursOf(const QWidget *widget)
{
    // A themed window's own palette carries these two; whatever is not themed follows the system.
    const QColor ground = widget->window()->palette().color(QPalette::Window);
    if (ground == light().window && !isHighContrast(QGuiApplication::palette()))
        return light();
    return ground == dark().window ? dark() : coloursFor(widget->window()->palette());
}

namespace
{

// Applies the theme anew when the system's palette changes. A filter, because Qt 6.4 sends windows
// ApplicationPaletteChange but does not pass it on to changeEvent().
class ThemeKeeper final : public QObject
{
public:
    explicit ThemeKeeper(QWidget *window)
        : QObject(window)
        , m_window(window)
    {
        setObjectName(QStringLiteral("themeKeeper"));
        window->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange)
            applyTheme(m_window);
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_window;
};

} // namespace

void applyTheme(QWidget *window)
{
    LatchkeyStyle::install();
    if (!window->findChild<QObject *>(QStringLiteral("themeKeeper"), Qt::FindDirectChildrenOnly))
        new ThemeKeeper(window);
    const Colours colours = coloursFor(QGuiApplication::palette());
    window->setPalette(paletteOf(colours));
}

int grid(const QWidget *widget, double steps)
{
    const double scale = std::max(1.0, QFontMetrics(widget->font()).height() / usualFontHeight);
    return int(std::lround(gridStep * steps * scale));
}

int columnWidth(const QWidget *widget)
{
    const QFontMetrics metrics(widget->window()->font());
    return int(usualColumn * std::max(1.0, metrics.height() / usualFontHeight));
}

void scaleFont(QWidget *widget, double factor, bool bold)
{
    QFont font = widget->window()->font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(int(std::lround(font.pixelSize() * factor)));
    if (bold)
        font.setWeight(QFont::DemiBold);
    widget->setFont(font);
}

void setMuted(QWidget *widget)
{
    widget->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace latchkey
