// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/clock_mark.h"

#include "platform/store/rows/admin_rows.h"

#include <QFile>

namespace pc::platform::clock_mark {

using namespace Qt::StringLiterals;

namespace {

/// Changes with every start of the machine (random(4)); empty where the kernel has none.
QString bootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

} // namespace

void put(Tx &tx, const Moment &moment)
{
    meta_rows::put(tx, u"clock_seen"_s,
                   QString(QString::number(moment.wall.time_since_epoch().count()) + u' ' +
                           QString::number(moment.steady.count()) + u' ' + bootId()));
}

std::optional<Mark> find(Tx &tx)
{
    const QStringList parts = meta_rows::value(tx, u"clock_seen"_s).split(u' ');
    if (parts.size() != 3)
        return {};
    return Mark{{Instant(std::chrono::milliseconds(parts.at(0).toLongLong())),
                 std::chrono::nanoseconds(parts.at(1).toLongLong())},
                !parts.at(2).isEmpty() && parts.at(2) == bootId()};
}

} // namespace pc::platform::clock_mark
