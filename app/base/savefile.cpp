#include "app/base/savefile.h"

#include <QSaveFile>

namespace latchkey
{

QString saveFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false); // better no new file than half of one
    const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.flush() && file.error() == QFileDevice::NoError;
    if (!written)
        file.cancelWriting();
    if (written && file.commit())
        return {};
    return QStringLiteral("%1 could not be saved: %2").arg(path, file.errorString());
}

} // namespace latchkey
