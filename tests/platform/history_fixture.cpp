// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_fixture.h"

#include "platform/admin/administration.h"
#include "platform/store/anchor_file.h"
#include "platform/store/audit_log.h"
#include "platform/store/sql_connection.h"

#include <QFile>

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
        const SqlConnection connection(m_file, false);
        Tx tx(connection.database());
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

void tamper(const QString &dataDirectory, const std::function<void(Tx &)> &act)
{
    const SqlConnection connection(databaseFile(dataDirectory), false);
    Tx tx(connection.database());
    tx.exec(u"BEGIN IMMEDIATE"_s);
    act(tx);
    tx.exec(u"COMMIT"_s);
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
