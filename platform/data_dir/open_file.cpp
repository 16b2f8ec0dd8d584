// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/open_file.h"

#include <QFile>

#include <sys/stat.h>

namespace pc::platform {

std::optional<qint64> sizeWhileNamed(int descriptor, const QString &path)
{
    struct stat named
    {
    };
    struct stat opened
    {
    };
    const bool isIt = ::fstat(descriptor, &opened) == 0 &&
                      ::stat(QFile::encodeName(path).constData(), &named) == 0 &&
                      named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
    return isIt ? std::optional<qint64>(opened.st_size) : std::nullopt;
}

} // namespace pc::platform
