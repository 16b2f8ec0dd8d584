// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The template half of codecs.h.
#include "contract/codec/codecs.h"

#include <QJsonArray>

namespace pc {

template <typename T>
QJsonObject toJson(const Page<T> &page)
{
    QJsonArray items;
    for (const T &item : page.items)
        items.append(toJson(item));
    QJsonObject object{{QStringLiteral("items"), items}};
    if (!page.nextCursor.isEmpty())
        object.insert(QStringLiteral("next_cursor"), page.nextCursor);
    if (page.count)
        object.insert(QStringLiteral("count"), *page.count);
    if (page.countAtLeast)
        object.insert(QStringLiteral("count_at_least"), *page.countAtLeast);
    return object;
}

template <typename T>
Decoded<Page<T>> pageFromJson(const QJsonValue &json)
{
    const auto fault = [](const QString &pointer, const QString &expected) {
        return tl::make_unexpected(DecodeError{pointer, expected});
    };
    if (!json.isObject())
        return fault(QString(), QStringLiteral("an object"));
    const QJsonObject object = json.toObject();
    const QJsonValue items = object.value(QStringLiteral("items"));
    if (!items.isArray())
        return fault(QStringLiteral("/items"), QStringLiteral("an array"));
    Page<T> page;
    const QJsonArray array = items.toArray();
    page.items.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto item = fromJson<T>(array.at(i));
        if (!item)
            return fault(QStringLiteral("/items/") + QString::number(i) + item.error().pointer,
                         item.error().expected);
        page.items.append(std::move(*item));
    }
    page.nextCursor = object.value(QStringLiteral("next_cursor")).toString();
    if (const QJsonValue count = object.value(QStringLiteral("count")); count.isDouble())
        page.count = count.toInteger();
    if (const QJsonValue count = object.value(QStringLiteral("count_at_least")); count.isDouble())
        page.countAtLeast = count.toInteger();
    return page;
}

} // namespace pc
