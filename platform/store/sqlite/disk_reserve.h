// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::platform {

/// A file that only holds space, so that a revocation can still be committed on a full disk: deleting it
/// frees its blocks for the log. Without a path there is none. Not thread-safe: the writer thread owns it.
class DiskReserve
{
public:
    static constexpr qint64 defaultSize = 4 * 1024 * 1024;

    explicit DiskReserve(QString path, qint64 size = defaultSize);

    /// Makes the file when it is missing and there is room for twice its size, so that making it is never
    /// what fills the disk.
    void ensure();
    /// True when there was something to release.
    bool release();

private:
    [[nodiscard]] bool isHeld() const;

    QString m_path;
    qint64 m_size;
};

} // namespace pc::platform
