// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/schema/schema.h"
#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>

namespace pc::platform::test {

/// The tables of the service without its threads: a test calls what a job would call.
struct StoreFixture
{
    QTemporaryDir dir;
    SqlConnection connection{dir.path() + QStringLiteral("/rows.db"), Durability::WhenComplete};
    Tx tx{connection.database(), sqliteDialect()};

    StoreFixture() { migrate(tx, QStringLiteral("nod_test")); }

    /// The sample partner `prt_<number>`, with its plan.
    Partner addPartner(int number = 1)
    {
        const Partner partner = pc::test::samplePartner(number);
        partner_rows::insert(tx, partner);
        return partner;
    }
    /// A credential of it with one generation.
    CredentialRow addCredential(const QString &partnerId, const QString &id, const QString &name,
                                Realm realm = Realm::Sandbox)
    {
        CredentialRow row;
        row.value.id = id;
        row.value.partnerId = partnerId;
        row.value.name = name;
        row.value.kind = CredentialKind::ApiKey;
        row.value.realm = realm;
        row.value.state = CredentialState::Active;
        row.value.createdAt = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC);
        row.value.expiresAt = QDateTime({2027, 1, 1}, {0, 0}, Qt::UTC);
        GenerationRow generation;
        generation.value.number = 1;
        generation.value.state = GenerationState::Active;
        generation.value.createdAt = row.value.createdAt;
        row.generations = {generation};
        credential_rows::put(tx, row);
        return row;
    }
    /// The first column of the first row.
    [[nodiscard]] qint64 numberOf(const QString &sql)
    {
        qint64 value = -1;
        {
            Statement row = tx.queryOnce(sql);
            if (row.next())
                value = row.number(0);
        }
        tx.dropStatements();
        return value;
    }
};

} // namespace pc::platform::test
