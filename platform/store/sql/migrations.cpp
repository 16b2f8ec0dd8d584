// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/migrations.h"

#include "contract/crypto/hashing.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

#include <QHash>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<int> version{*this, u"version"};
    Column<QString> checksum{*this, u"checksum"};
} steps;

QString checksum(const Migration &step)
{
    return QString::fromLatin1(sha256({step.statements.join(u";\n"_s).toUtf8()}).toHex());
}

[[noreturn]] void foreign(const QString &why)
{
    throw SqlFailure({StoreError::Kind::Corrupt, why});
}

} // namespace

void migrate(Tx &tx, const std::vector<Migration> &list)
{
    tx.exec(tx.dialect().beginWrite());
    try {
        tx.exec(u"CREATE TABLE IF NOT EXISTS schema_migrations (version BIGINT NOT NULL PRIMARY KEY, name "
                u"TEXT NOT NULL, "
                "checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)"_s);
        QHash<int, QString> applied;
        {
            Statement rows = tx.queryOnce(u"SELECT "_s + steps.selected() + u" FROM schema_migrations"_s);
            while (rows.next())
                applied.insert(steps.version(rows), steps.checksum(rows));
        }
        int known = 0;
        for (const Migration &step : list) {
            known = std::max(known, step.version);
            const auto found = applied.constFind(step.version);
            if (found != applied.constEnd()) {
                if (*found != checksum(step))
                    foreign(u"schema step %1 differs from the one this database was made with"_s.arg(
                        step.version));
                continue;
            }
            for (const QString &statement : step.statements)
                tx.exec(tx.dialect().schemaText(statement));
            if (step.code)
                step.code(tx);
            RowWrite(u"schema_migrations"_s)
                .key(u"version"_s, step.version)
                .once(u"name"_s, QString::fromLatin1(step.name))
                .once(u"checksum"_s, checksum(step))
                .once(u"applied_at"_s, QDateTime::currentDateTimeUtc())
                .insert(tx);
        }
        for (auto it = applied.constBegin(); it != applied.constEnd(); ++it) {
            if (it.key() > known)
                foreign(u"the database was made by a newer version of this program (schema step %1)"_s.arg(
                    it.key()));
        }
        tx.exec(u"COMMIT"_s);
    } catch (const SqlFailure &) {
        tx.exec(u"ROLLBACK"_s);
        throw;
    }
}

bool isCarriedOut(Tx &tx, int version)
{
    Statement row = tx.queryOnce(u"SELECT COUNT(*) FROM schema_migrations WHERE version = ?"_s);
    row.bind(version);
    return only<qint64>(row).value_or(0) > 0;
}

} // namespace pc::platform
