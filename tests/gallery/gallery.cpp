#include "tests/gallery/gallery.h"

#include "tests/gallery/contactsheet.h"
#include "tests/gallery/indexpage.h"

#include <QDir>

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

} // namespace

QImage portrait(const Screen &screen, const Look &look)
{
    const Dress dress(look);
    const Staged staged(screen, look.size);
    return staged.top()->grab().toImage();
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
            const QImage image = portrait(screen, look);
            const QString file = QStringLiteral("%1.%2.png").arg(screen.name, look.name);
            if (!image.save(place.filePath(file)))
                return {};
            pictures.append({screen.name, look.name, file});
            contact.add(image, screen.name);
        }
        sheets += contact.finished();
    }
    return writeIndex(folder, pictures, sheets) ? pictures : QList<Picture>();
}

} // namespace latchkey::test
