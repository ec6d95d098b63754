#pragma once

#include "app/store/preferences.h"

#include <QFile>

namespace latchkey::test
{

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool isFine(const Preferences &preferences)
{
    return preferences.problem().kind == SettingsProblem::Kind::None;
}

} // namespace latchkey::test
