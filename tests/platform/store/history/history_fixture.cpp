// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/history/history_fixture.h"

#include "platform/data_dir/data_directory.h"
#include "platform/data_dir/private_file.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/history/anchor_file.h"
#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace pc::platform::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

DatabaseCopy::DatabaseCopy(const QString &dataDirectory) : m_file(databaseFile(dataDirectory))
{
    // Into the file first: a service that was killed leaves its last commits in the log beside it.
    {
        const SqlConnection connection(m_file, Durability::EachCommit);
        Tx tx(connection.database(), sqliteDialect());
        tx.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    m_bytes = contents(m_file);
}

void DatabaseCopy::putBack() const
{
    QFile::remove(m_file + u"-wal"_s);
    QFile::remove(m_file + u"-shm"_s);
    write(m_file, m_bytes);
}

DirectoryCopy::DirectoryCopy(const QString &dataDirectory) : m_directory(dataDirectory + u'/')
{
    const QStringList names = QDir(m_directory).entryList(QDir::Files);
    for (const QString &name : names)
        m_files.insert(name, {contents(m_directory + name), QFile::permissions(m_directory + name)});
}

void DirectoryCopy::putBack() const
{
    const QStringList names = QDir(m_directory).entryList(QDir::Files);
    for (const QString &name : names) {
        if (!QFile::remove(m_directory + name))
            qFatal("cannot remove %s", qPrintable(name));
    }
    for (auto it = m_files.begin(); it != m_files.end(); ++it) {
        write(m_directory + it.key(), it->bytes);
        QFile::setPermissions(m_directory + it.key(), it->permissions);
    }
}

FullDisk::FullDisk(const QString &path)
{
    const QStringList open = QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System);
    for (const QString &fd : open) {
        if (QFile::symLinkTarget(u"/proc/self/fd/"_s + fd) == path)
            m_fd = fd.toInt();
    }
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    m_saved = ::dup(m_fd);
    if (m_fd < 0 || full < 0 || ::dup2(full, m_fd) != m_fd)
        qFatal("%s is not open", qPrintable(path));
    ::close(full);
}

FullDisk::~FullDisk()
{
    ::dup2(m_saved, m_fd);
    ::close(m_saved);
}

void tamper(const QString &dataDirectory, const std::function<void(Tx &)> &act)
{
    const SqlConnection connection(databaseFile(dataDirectory), Durability::EachCommit);
    Tx tx(connection.database(), sqliteDialect());
    tx.exec(u"BEGIN IMMEDIATE"_s);
    act(tx);
    tx.exec(u"COMMIT"_s);
}

void forgetAnchor(const QString &dataDirectory)
{
    const QString path = dataDirectory + u"/audit-key.pem"_s;
    QString why;
    const auto pem = readPrivateFile(path, 4096, &why);
    const QByteArray text = pem ? pem->view().toByteArray() : QByteArray();
    const qsizetype end = text.indexOf("# anchored");
    if (end < 0 || !replacePrivateFile(path, text.first(end), &why))
        qFatal("no key that remembers");
}

void forgeLog(const QString &dataDirectory, qint64 index)
{
    tamper(dataDirectory, [index](Tx &tx) {
        const QList<QByteArray> all = audit_log::canonicalRange(tx, 0, 100'000);
        for (const char *table : {"audit_events", "audit_state", "audit_tiles", "checkpoints"})
            tx.exec(u"DELETE FROM "_s + QString::fromLatin1(table));
        tx.exec(u"INSERT INTO audit_words (audit_words) VALUES ('delete-all')"_s);
        for (qint64 i = 0; i < all.size(); ++i) {
            AuditEvent event = audit_log::decode(all.at(i));
            if (i == index)
                event.actor = u"somebody-else"_s;
            audit_log::append(tx, event);
        }
    });
}

QByteArray anchorBytes(const QString &dataDirectory)
{
    return contents(AnchorFile::pathIn(dataDirectory));
}

void writeAnchor(const QString &dataDirectory, const QByteArray &bytes)
{
    write(AnchorFile::pathIn(dataDirectory), bytes);
}

} // namespace pc::platform::test
