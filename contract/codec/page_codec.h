// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The template half of codecs.h.
#include "contract/codec/codecs.h"
#include "contract/codec/time_text.h"

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
    if (!page.previousCursor.isEmpty())
        object.insert(QStringLiteral("previous_cursor"), page.previousCursor);
    if (page.count)
        object.insert(QStringLiteral("count"), *page.count);
    if (page.countAtLeast)
        object.insert(QStringLiteral("count_at_least"), *page.countAtLeast);
    if (page.searchedTo)
        object.insert(QStringLiteral("searched_to"), timeToText(*page.searchedTo));
    return object;
}

template <typename T>
Decoded<Page<T>> pageFromJson(const QJsonValue &json)
{
    const auto fault = [](const QString &pointer, const QString &expected, DecodeFault kind) {
        return tl::make_unexpected(DecodeError{pointer, expected, kind});
    };
    if (!json.isObject())
        return fault(QString(), QStringLiteral("an object"), DecodeFault::OtherType);
    const QJsonObject object = json.toObject();
    const QJsonValue items = object.value(QStringLiteral("items"));
    if (!items.isArray())
        return fault(QStringLiteral("/items"), QStringLiteral("an array"),
                     items.isUndefined() ? DecodeFault::Missing : DecodeFault::OtherType);
    Page<T> page;
    const QJsonArray array = items.toArray();
    page.items.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto item = fromJson<T>(array.at(i));
        if (!item)
            return fault(QStringLiteral("/items/") + QString::number(i) + item.error().pointer,
                         item.error().expected, item.error().fault);
        page.items.append(std::move(*item));
    }
    const auto text = [&object](const QString &key, QString &value) {
        const QJsonValue cursor = object.value(key);
        value = cursor.toString();
        return cursor.isUndefined() || cursor.isString();
    };
    const auto notText = [&fault](const QString &key) {
        return fault(u'/' + key, QStringLiteral("a string"), DecodeFault::OtherType);
    };
    if (!text(QStringLiteral("next_cursor"), page.nextCursor))
        return notText(QStringLiteral("next_cursor"));
    if (!text(QStringLiteral("previous_cursor"), page.previousCursor))
        return notText(QStringLiteral("previous_cursor"));
    const auto number = [&object](const QString &key, std::optional<qint64> &value) {
        const QJsonValue count = object.value(key);
        if (count.isUndefined())
            return true;
        value = count.isDouble() ? count.toInteger(-1) : -1;
        return *value >= 0;
    };
    const auto notCounted = [&object, &fault](const QString &key) {
        return fault(u'/' + key, QStringLiteral("an integer, 0 or more"),
                     object.value(key).isDouble() ? DecodeFault::NoValue : DecodeFault::OtherType);
    };
    if (!number(QStringLiteral("count"), page.count))
        return notCounted(QStringLiteral("count"));
    if (!number(QStringLiteral("count_at_least"), page.countAtLeast))
        return notCounted(QStringLiteral("count_at_least"));
    if (const QJsonValue searched = object.value(QStringLiteral("searched_to")); !searched.isUndefined()) {
        page.searchedTo = timeFromText(searched.toString());
        if (!page.searchedTo)
            return fault(QStringLiteral("/searched_to"), QStringLiteral("an RFC 3339 time in UTC"),
                         searched.isString() ? DecodeFault::NoValue : DecodeFault::OtherType);
    }
    return page;
}

} // namespace pc
