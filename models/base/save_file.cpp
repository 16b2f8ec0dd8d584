// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/save_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace pc::models {

namespace {

QString write(const QString &path, const QByteArray &bytes, bool isPrivate)
{
    QDir().mkpath(QFileInfo(path).absolutePath()); // open() says why when that failed
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly) &&
                        (!isPrivate || file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    // Flushed first: when the last bytes fail inside commit(), it closes the file and forgets why.
    if (opened && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return {};
    const QString why = file.errorString();
    return why.isEmpty() ? QStringLiteral("unknown error") : why;
}

} // namespace

QString saveFile(const QString &path, const QByteArray &bytes)
{
    return write(path, bytes, false);
}

QString savePrivateFile(const QString &path, const QByteArray &bytes)
{
    return write(path, bytes, true);
}

} // namespace pc::models
