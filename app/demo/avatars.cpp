#include "app/demo/avatars.h"

#include <QDir>
#include <QFile>

// A static library's resources are dropped by the linker unless somebody asks for them; the macro
// must stand outside every namespace.
static void keepAvatars()
{
    Q_INIT_RESOURCE(avatars);
}

namespace latchkey::demo
{

QHash<QByteArray, QByteArray> loadAvatars()
{
    keepAvatars();
    QHash<QByteArray, QByteArray> pictures;
    const QDir folder(QStringLiteral(":/latchkey/demo/avatars"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            pictures.insert(name.toLatin1(), file.readAll());
    }
    return pictures;
}

} // namespace latchkey::demo
