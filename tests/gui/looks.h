#pragma once

#include "ui/language.h"

#include <QFont>
#include <QList>
#include <QLocale>
#include <QPalette>
#include <QSize>
#include <QString>

namespace latchkey::test
{

enum class Scheme { Light, Dark, HighContrast };

// How the program is dressed while a screen is shown.
struct Look {
    QString name = {}; // fit for a file name
    Scheme scheme = Scheme::Light;
    double text = 1.0; // of the usual size
    bool mirrored = false; // right to left, whatever the language says
    QString language = QStringLiteral("en"); // a code of ui/language.h, or the pseudo-locale's
    QSize size = {}; // of the window; invalid: its own
};

inline const QString pseudoLocale = QStringLiteral("en_XA");

// {light, dark} x {left to right, right to left (Arabic)} x {100 %, 200 %}.
[[nodiscard]] QList<Look> galleryLooks();
[[nodiscard]] Look plainLook();

// Puts a look on the application before a screen is staged, and takes it off again.
class Dress
{
public:
    explicit Dress(const Look &look);
    ~Dress();
    Dress(const Dress &) = delete;
    Dress &operator=(const Dress &) = delete;

private:
    QFont m_font;
    QPalette m_palette;
    QLocale m_locale;
    Language m_language;
};

} // namespace latchkey::test
