// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/description_file.h"

#include "contract/api/operations.h"

#include <QFile>
#include <QFileInfo>

namespace pc::models {

qint64 largestDescription()
{
    return qint64(operation(Op::RevisionPropose).bodyLimit) * 1024;
}

tl::expected<DescriptionFile, FileRefusal> readWholeFile(const QString &path, qint64 largest)
{
    const auto refuse = [](FileFault fault, const QString &detail, qint64 size = 0) {
        return tl::make_unexpected(FileRefusal{fault, detail, size});
    };
    QFile file(path);
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) // a folder, or a pipe that would be waited for
        return refuse(FileFault::Unreadable, {});
    if (!file.open(QIODevice::ReadOnly))
        return refuse(FileFault::Unreadable, file.errorString());
    if (file.size() > largest)
        return refuse(FileFault::TooLarge, {}, file.size());
    DescriptionFile description{info.fileName(), file.read(largest + 1)};
    if (file.error() != QFileDevice::NoError)
        return refuse(FileFault::Unreadable, file.errorString());
    if (description.bytes.isEmpty())
        return refuse(FileFault::Empty, {});
    if (description.bytes.size() > largest) // it grows
        return refuse(FileFault::TooLarge, {}, description.bytes.size());
    return description;
}

tl::expected<DescriptionFile, FileRefusal> readDescriptionFile(const QString &path)
{
    return readWholeFile(path, largestDescription());
}

} // namespace pc::models
