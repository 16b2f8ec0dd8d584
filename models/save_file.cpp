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
    // Flushed first: when the last bytes fail inside commit(), it closes the file and forgets why.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return {};
    const QString why = file.errorString();
    return why.isEmpty() ? QStringLiteral("unknown error") : why;
}

} // namespace pc::models
