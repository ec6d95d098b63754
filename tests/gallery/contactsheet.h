#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace latchkey::test
{

// Small copies of a dozen pictures on one sheet, so that a person can look at all of them quickly.
// Full sheets are written as sheet-<look>-<number>.png.
class ContactSheets
{
public:
    ContactSheets(const QString &folder, const QString &look);
    void add(const QImage &picture, const QString &name);
    [[nodiscard]] QStringList finished(); // writes the last sheet; the names of all files

private:
    void write();

    QString m_folder;
    QString m_look;
    QImage m_sheet;
    int m_used = 0; // cells of the present sheet
    QStringList m_files;
};

} // namespace latchkey::test
