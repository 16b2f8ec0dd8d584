// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/api/catalogue_bodies.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pc::platform::test {

QJsonObject catalogueBody(const QByteArray &schema, int number)
{
    if (schema == "ApiDraft")
        return {{u"name"_s, u"Shop %1"_s.arg(number)},
                {u"host"_s, u"shop.example"_s},
                {u"base_path"_s, u"/v%1"_s.arg(number)},
                {u"audience"_s, u"https://shop.example/v%1"_s.arg(number)},
                {u"reason"_s, u"why"_s},
                {u"ticket"_s, u"T-1"_s}};
    if (schema == "ObservationDraft")
        return {{u"kind"_s, u"routes"_s},
                {u"target"_s, u"api_demo"_s},
                {u"path_prefix"_s, u"/api/v1/part-%1"_s.arg(number)},
                {u"until"_s, u"2020-01-01T00:00:00.000Z"_s},
                {u"reason"_s, u"why"_s},
                {u"ticket"_s, u"T-1"_s}};
    if (schema == "ObservationExtension")
        return {
            {u"until"_s, u"2020-01-01T00:00:00.000Z"_s}, {u"reason"_s, u"why"_s}, {u"ticket"_s, u"T-1"_s}};
    if (schema == "ApiVersionDraft")
        return {{u"path_prefix"_s, u"/api/v1/part-%1"_s.arg(number)},
                {u"deprecated_at"_s, u"2020-01-01T00:00:00.000Z"_s},
                {u"sunset_at"_s, u"2020-02-01T00:00:00.000Z"_s},
                {u"successor_url"_s, u"https://developer.example/v2"_s},
                {u"guide_url"_s, u"https://developer.example/guide"_s},
                {u"sentence"_s, u"It has ended."_s},
                {u"reason"_s, u"why"_s},
                {u"ticket"_s, u"T-1"_s}};
    if (schema == "ScopeRule")
        return {{u"otherwise"_s, u"tag"_s},
                {u"prefix"_s, u"shop."_s},
                {u"named"_s, true},
                {u"read_and_write"_s, true}};
    if (schema == "ScopeDraft")
        return {{u"title"_s, u"Title %1"_s.arg(number)},
                {u"sentence"_s, QString()},
                {u"data_categories"_s, QJsonArray{u"orders"_s}},
                {u"lawful_bases"_s, QJsonArray()},
                {u"sensitive"_s, false},
                {u"reason"_s, u"why"_s}};
    if (schema == "PlanDraft") {
        const QJsonObject limits{{u"rate"_s, 2}, {u"burst"_s, 4}, {u"daily_quota"_s, 100}};
        return {{u"name"_s, u"Plan %1"_s.arg(number)},
                {u"description"_s, QString()},
                {u"sandbox"_s, limits},
                {u"limited"_s, limits},
                {u"production"_s, limits},
                {u"reason"_s, u"why"_s}};
    }
    return {};
}

} // namespace pc::platform::test
