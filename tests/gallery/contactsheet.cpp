#include "tests/gallery/contactsheet.h"

#include <QDir>
#include <QPainter>

namespace latchkey::test
{

namespace
{

constexpr int columns = 4;
constexpr int rows = 3;
constexpr QSize cell{480, 540};
constexpr int caption = 28;
constexpr int gap = 10;

QImage emptySheet()
{
    QImage sheet(columns * cell.width(), rows * cell.height(), QImage::Format_RGB32);
    sheet.fill(QColor(0x8C9199)); // neither scheme's ground: edges stay visible
    return sheet;
}

} // namespace

ContactSheets::ContactSheets(const QString &folder, const QString &look)
    : m_folder(folder)
    , m_look(look)
    , m_sheet(emptySheet())
{
}

void ContactSheets::add(const QImage &picture, const QString &name)
{
    const QPoint corner(m_used % columns * cell.width(), m_used / columns * cell.height());
    const QSize room(cell.width() - 2 * gap, cell.height() - caption - gap);
    const QImage small = picture.width() <= room.width() && picture.height() <= room.height()
        ? picture
        : picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QPainter painter(&m_sheet);
    QFont font = painter.font();
    font.setPixelSize(caption / 2);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(QRect(corner, QSize(cell.width(), caption)), Qt::AlignCenter, name);
    painter.drawImage(corner + QPoint((cell.width() - small.width()) / 2, caption), small);
    painter.end();
    if (++m_used == columns * rows)
        write();
}

QStringList ContactSheets::finished()
{
    if (m_used > 0)
        write();
    return m_files;
}

void ContactSheets::write()
{
    const QString file
        = QStringLiteral("sheet-%1-%2.png").arg(m_look).arg(m_files.size() + 1, 2, 10, QChar(u'0'));
    if (m_sheet.save(QDir(m_folder).filePath(file)))
        m_files += file;
    m_sheet = emptySheet();
    m_used = 0;
}

} // namespace latchkey::test
