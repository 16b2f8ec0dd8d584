// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

#include <memory>
#include <mutex>
#include <optional>

namespace pc::platform {

/// One list of the demo API, as it is answered whole and by one of its ids.
struct DemoTable
{
    QByteArray text; ///< {"items": […]}
    QHash<QString, QJsonObject> byId;

    [[nodiscard]] std::optional<QJsonObject> find(const QString &id) const;
};

/// The lists of partners that called lately: they never change (demo_data.h), so each is made once. Bounded;
/// thread-safe.
class DemoTables
{
public:
    enum class List { Products, Orders, Invoices, Customers };
    using Table = std::shared_ptr<const DemoTable>;
    static constexpr qsizetype most = 512; ///< about 10 kB each

    [[nodiscard]] Table of(const QString &partnerId, Realm realm, List list);

private:
    std::mutex m_mutex;
    QHash<QString, Table> m_tables; // guarded by m_mutex
};

} // namespace pc::platform
