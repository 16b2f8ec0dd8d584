// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sqlite/disk_reserve.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <fcntl.h>

namespace pc::platform {

DiskReserve::DiskReserve(QString path, qint64 size) : m_path(std::move(path)), m_size(size) {}

bool DiskReserve::isHeld() const
{
    return QFileInfo(m_path).size() >= m_size;
}

void DiskReserve::ensure()
{
    if (m_path.isEmpty() || isHeld())
        return;
    const QStorageInfo storage(QFileInfo(m_path).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() < 2 * m_size)
        return;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // A sparse file would hold nothing.
    if (::posix_fallocate(file.handle(), 0, m_size) != 0)
        file.remove();
}

bool DiskReserve::release()
{
    return QFile::exists(m_path) && QFile::remove(m_path);
}

} // namespace pc::platform
