// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/query.h"

#include "platform/uri/percent.h"

#include <algorithm>

namespace pc::platform {
namespace {

constexpr std::size_t maximumItems = 100;

std::optional<QString> decodePart(QByteArrayView encoded)
{
    QByteArray spaced = encoded.toByteArray();
    spaced.replace('+', ' ');
    const std::optional<QByteArray> bytes = percentDecode(spaced);
    if (!bytes)
        return std::nullopt;
    return cleanUtf8(*bytes);
}

} // namespace

std::optional<QueryItems> QueryItems::parse(QByteArrayView encoded)
{
    QueryItems items;
    while (!encoded.isEmpty()) {
        const qsizetype end = encoded.indexOf('&');
        const QByteArrayView pair = end < 0 ? encoded : encoded.first(end);
        encoded = end < 0 ? QByteArrayView() : encoded.sliced(end + 1);
        if (end >= 0 && encoded.isEmpty())
            return std::nullopt; // a trailing '&' promises another item
        const qsizetype equals = pair.indexOf('=');
        const std::optional<QString> name = decodePart(equals < 0 ? pair : pair.first(equals));
        const std::optional<QString> value =
            decodePart(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1));
        if (!name || name->isEmpty() || !value || items.m_items.size() == maximumItems)
            return std::nullopt;
        items.m_items.push_back({*name, *value});
    }
    return items;
}

int QueryItems::count(QStringView name) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [name](const QueryItem &item) { return item.name == name; }));
}

std::optional<QString> QueryItems::value(QStringView name) const
{
    if (count(name) != 1)
        return std::nullopt;
    return std::find_if(m_items.begin(), m_items.end(),
                        [name](const QueryItem &item) { return item.name == name; })
        ->value;
}

std::vector<QString> QueryItems::values(QStringView name) const
{
    std::vector<QString> found;
    for (const QueryItem &item : m_items) {
        if (item.name == name)
            found.push_back(item.value);
    }
    return found;
}

std::optional<QString> QueryItems::firstRepeated() const
{
    for (const QueryItem &item : m_items) {
        if (count(item.name) > 1)
            return item.name;
    }
    return std::nullopt;
}

std::optional<QString> QueryItems::firstUnknown(const QStringList &known) const
{
    for (const QueryItem &item : m_items) {
        if (std::find(known.begin(), known.end(), QStringView(item.name)) == known.end())
            return item.name;
    }
    return std::nullopt;
}

} // namespace pc::platform
