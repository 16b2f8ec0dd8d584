// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

#include <QByteArray>
#include <QFileDevice>
#include <QHash>
#include <QString>

#include <functional>

/// What somebody does to a data directory whose service is stopped.
namespace pc::platform::test {

/// The database as it stands, to be put back later.
class DatabaseCopy
{
public:
    explicit DatabaseCopy(const QString &dataDirectory);
    void putBack() const;

private:
    QString m_file;
    QByteArray m_bytes;
};

/// Every file of the directory as it stands: what a service leaves that is killed now. Nobody may be writing.
class DirectoryCopy
{
public:
    explicit DirectoryCopy(const QString &dataDirectory);
    /// Also removes what was not there.
    void putBack() const;

private:
    QString m_directory;
    struct File
    {
        QByteArray bytes;
        QFileDevice::Permissions permissions;
    };
    QHash<QString, File> m_files;
};

/// What this process writes into the open file fails, as on a full disk, for the life of this object.
class FullDisk
{
public:
    explicit FullDisk(const QString &path);
    ~FullDisk();
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    int m_fd = -1;
    int m_saved = -1;
};

/// Changes the database by hand, in one transaction.
void tamper(const QString &dataDirectory, const std::function<void(Tx &)> &act);

/// Writes another actor into event `index` and computes everything again that can be computed without the
/// key: leaves, tree, frontier, search index. Checkpoints go.
void forgeLog(const QString &dataDirectory, qint64 index);

/// The key of the log as a release before the anchor kept it.
void forgetAnchor(const QString &dataDirectory);

[[nodiscard]] QByteArray anchorBytes(const QString &dataDirectory);
void writeAnchor(const QString &dataDirectory, const QByteArray &bytes);

} // namespace pc::platform::test
