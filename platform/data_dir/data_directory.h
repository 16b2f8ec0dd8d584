// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace pc::platform {

/// Why a data directory cannot be had.
struct DataDirectoryError
{
    QString text;       ///< a sentence without its full stop
    bool inUse = false; ///< another process holds it
};

/// A service's data directory, held exclusively by one process for as long as this object lives: `serve`
/// holds it, and so do the commands that want the service stopped or find it so: `seed --replace`,
/// `verify`, `operator` and `gateway`. The lock is the
/// kernel's (flock) and ends with the process, however it ends.
class DataDirectory
{
public:
    /// Creates the directory with mode 0700 when it is missing. The error says in plain words what is wrong:
    /// in use by which process, readable by others, not ours to write.
    [[nodiscard]] static tl::expected<DataDirectory, DataDirectoryError> open(const QString &path);

    DataDirectory(DataDirectory &&other) noexcept;
    DataDirectory &operator=(DataDirectory &&other) noexcept;
    DataDirectory(const DataDirectory &) = delete;
    DataDirectory &operator=(const DataDirectory &) = delete;
    ~DataDirectory();

    /// Absolute.
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(QStringView name) const { return m_path + u'/' + name; }

private:
    DataDirectory(QString path, int lock) : m_path(std::move(path)), m_lock(lock) {}

    QString m_path;
    int m_lock = -1;
};

/// Where a running service listens for `operator` and other commands; the file says that one runs, a
/// connection proves it.
[[nodiscard]] QString localSocketPath(const QString &dataDirectory);

/// The database file of a data directory.
[[nodiscard]] QString databaseFile(const QString &dataDirectory);

/// Writes a file with mode 0600 as a whole: a temporary file beside it, fsync, rename. The error names the
/// file.
[[nodiscard]] tl::expected<void, QString> writePrivateFile(const QString &path, QByteArrayView bytes);

} // namespace pc::platform
