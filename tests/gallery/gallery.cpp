#include "tests/gallery/gallery.h"

#include "tests/gallery/contactsheet.h"
#include "tests/gallery/indexpage.h"

#include <QDir>
#include <QScrollArea>
#include <QScrollBar>

namespace latchkey::test
{

namespace
{

// Earlier pictures only: whatever else lies in the folder is not ours.
bool emptied(const QDir &folder)
{
    bool good = true;
    for (const QString &name : folder.entryList({QStringLiteral("*.png")}, QDir::Files))
        good = QFile::remove(folder.filePath(name)) && good;
    return good;
}

// False: nothing was hidden below the edge.
bool growToShowAll(QWidget *top)
{
    bool grown = false;
    for (int round = 0; round < 3; ++round) { // a bar that goes leaves room, and lines wrap anew
        int hidden = 0;
        for (const QScrollArea *area : top->findChildren<QScrollArea *>()) {
            if (area->isVisible())
                hidden = std::max(hidden, area->verticalScrollBar()->maximum());
        }
        if (hidden == 0)
            break;
        top->resize(top->width(), top->height() + hidden);
        QCoreApplication::processEvents();
        grown = true;
    }
    return grown;
}

} // namespace

QList<Portrait> portraits(const Screen &screen, const Look &look)
{
    const Dress dress(look);
    const Staged staged(screen, look.size);
    QList<Portrait> images{{screen.name, staged.top()->grab().toImage()}};
    if (growToShowAll(staged.top()))
        images.append({screen.name + QStringLiteral("-whole"), staged.top()->grab().toImage()});
    return images;
}

QList<Picture> makeGallery(const QString &folder, const QList<Screen> &screens,
                           const QList<Look> &looks)
{
    const QDir place(folder);
    if (!place.mkpath(QStringLiteral(".")) || !emptied(place))
        return {};
    QList<Picture> pictures;
    QStringList sheets;
    for (const Look &look : looks) {
        ContactSheets contact(folder, look.name);
        for (const Screen &screen : screens) {
            for (const Portrait &portrait : portraits(screen, look)) {
                const QString file = QStringLiteral("%1.%2.png").arg(portrait.name, look.name);
                if (!portrait.image.save(place.filePath(file)))
                    return {};
                pictures.append({portrait.name, look.name, file});
                contact.add(portrait.image, portrait.name);
            }
        }
        sheets += contact.finished();
    }
    return writeIndex(folder, pictures, sheets) ? pictures : QList<Picture>();
}

} // namespace latchkey::test
