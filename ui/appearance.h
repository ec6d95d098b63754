#pragma once

#include "app/base/settings.h"

#include <QFont>
#include <QObject>

#include <functional>

namespace latchkey
{

// What the person asked of the whole desktop, where the desktop says so apart from its palette.
enum class DesktopScheme { NoWish, Dark, Light };

// The look of the whole program, as the person set it: light or dark over the system's own, and the
// size of the text. Windows follow by themselves, by ApplicationPaletteChange and FontChange.
// Touches nothing as long as everything is as the system has it. One per program, made after
// QApplication; GUI thread only.
class Look final : public QObject
{
    Q_OBJECT
public:
    using FontSource = std::function<QFont()>;
    // `systemFont` is asked again whenever the desktop's theme changes.
    explicit Look(FontSource systemFont = &Look::desktopFont, QObject *parent = nullptr);
    ~Look() override; // everything is as the system has it again
    Q_DISABLE_COPY_MOVE(Look)

    [[nodiscard]] static QFont desktopFont();

    void setAppearance(Appearance appearance);
    // For Appearance::System where the system's palette does not do it by itself (Qt 6.4 under
    // GTK's desktops); more contrast is given to the person's own choice too.
    void setDesktop(DesktopScheme scheme, bool highContrast);
    // Of the system's text size, also when that changes while the program runs.
    void setTextPercent(int percent);

protected:
    // On the application, once a text size was set: Qt no longer follows the system's font then.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyPalette();
    void applyTextSize();

    FontSource m_askFont;
    Appearance m_appearance = Appearance::System;
    DesktopScheme m_scheme = DesktopScheme::NoWish;
    bool m_highContrast = false;
    bool m_paletteIsOurs = false;
    QFont m_systemFont;
    int m_percent = 100;
    bool m_fontIsOurs = false;
};

} // namespace latchkey
