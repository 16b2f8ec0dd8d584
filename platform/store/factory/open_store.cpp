// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/factory/open_store.h"

#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"
#include "platform/store/sqlite/sqlite_store.h"

namespace pc::platform {

namespace {

class SqliteSession final : public StoreSession
{
public:
    explicit SqliteSession(const QString &file)
        : m_connection(file, Durability::EachCommit), m_tx(m_connection.database(), sqliteDialect())
    {
    }
    [[nodiscard]] Tx &tx() override { return m_tx; }

private:
    SqlConnection m_connection;
    Tx m_tx;
};

} // namespace

StoreResult<std::unique_ptr<Store>> openStore(const StoreOptions &options)
{
    auto store = SqliteStore::open(options);
    if (!store)
        return tl::make_unexpected(store.error());
    return std::unique_ptr<Store>(std::move(*store));
}

std::unique_ptr<StoreSession> openSession(const QString &file)
{
    return std::make_unique<SqliteSession>(file);
}

} // namespace pc::platform
