// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_tables.h"

#include "platform/demo/demo_data.h"

#include <QJsonDocument>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QJsonArray listOf(const DemoData &data, DemoTables::List list)
{
    switch (list) {
    case DemoTables::List::Products:
        return data.products();
    case DemoTables::List::Orders:
        return data.orders();
    case DemoTables::List::Invoices:
        return data.invoices();
    case DemoTables::List::Customers:
        return data.customers();
    }
    return {};
}

} // namespace

std::optional<QJsonObject> DemoTable::find(const QString &id) const
{
    const auto found = byId.constFind(id);
    return found == byId.constEnd() ? std::nullopt : std::optional(*found);
}

DemoTables::Table DemoTables::of(const QString &partnerId, Realm realm, List list)
{
    const QString key = partnerId + u' ' + toText(realm) + u' ' + QString::number(static_cast<int>(list));
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_tables.constFind(key); known != m_tables.constEnd())
            return *known;
    }
    const QJsonArray items = listOf(DemoData(partnerId, realm), list);
    auto table = std::make_shared<DemoTable>();
    table->text = QJsonDocument(QJsonObject{{u"items"_s, items}}).toJson(QJsonDocument::Compact);
    for (const QJsonValue &item : items)
        table->byId.insert(item.toObject().value("id"_L1).toString(), item.toObject());
    const std::lock_guard lock(m_mutex);
    if (m_tables.size() >= most)
        m_tables.clear();
    m_tables.insert(key, table);
    return table;
}

} // namespace pc::platform
