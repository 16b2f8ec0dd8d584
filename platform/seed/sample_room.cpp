// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/seed/sample_room.h"

#include "contract/rules/sample_size.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

std::optional<qint64> freeBytesAt(const QString &path)
{
    QString there = QFileInfo(path).absoluteFilePath();
    while (!QFileInfo::exists(there) && there.size() > 1) // it is made later; cdUp() wants it to exist
        there = QFileInfo(there).path();
    const QStorageInfo disk(there);
    return disk.isValid() ? std::optional(disk.bytesAvailable()) : std::nullopt;
}

QString noRoom(qint64 events, std::optional<qint64> freeBytes)
{
    const qint64 needed = rules::sampleRoom(events);
    if (!freeBytes || *freeBytes >= needed)
        return {};
    constexpr qint64 megabyte = 1'000'000;
    return u"the sample needs %1 MB, and %2 MB are free; choose a smaller one or another directory"_s.arg(
        QString::number((needed + megabyte - 1) / megabyte), QString::number(*freeBytes / megabyte));
}

} // namespace pc::platform::seed
