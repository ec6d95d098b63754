#pragma once

#include "tests/gui/looks.h"
#include "tests/gui/screens.h"

#include <QImage>

namespace latchkey::test
{

// One picture of the gallery: a file in its folder, of one screen in one look.
struct Picture {
    QString screen;
    QString look;
    QString file; // relative to the folder
};

struct Portrait {
    QString name; // the screen's, with "-whole" for the second one
    QImage image;
};

// The screen as the person sees it in that look, and where it scrolls a second time in a window as
// tall as all of it.
[[nodiscard]] QList<Portrait> portraits(const Screen &screen, const Look &look);

// Renders every screen in every look into `folder` (emptied of earlier pictures), with contact
// sheets and index.html. Empty: it could not be written.
[[nodiscard]] QList<Picture> makeGallery(const QString &folder, const QList<Screen> &screens,
                                         const QList<Look> &looks);

} // namespace latchkey::test
