// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/save_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace pc::models {

QString saveFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath()); // open() says why when that failed
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const QString why = file.errorString();
    return why.isEmpty() ? QStringLiteral("unknown error") : why;
}

} // namespace pc::models
