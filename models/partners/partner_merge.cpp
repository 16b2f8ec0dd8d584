// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partners/partner_merge.h"

#include "contract/codec/codecs.h"
#include "contract/rules/list_line.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

/// In one line, for the person who meant something else.
QString textOf(const QJsonValue &value)
{
    if (!value.isArray())
        return value.isObject() ? value.toObject().value(u"name"_s).toString() : value.toVariant().toString();
    QStringList items;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        items.append(textOf(item));
    return rules::listLine(items);
}

QJsonValue merged(const QString &pointer, const QJsonValue &base, const QJsonValue &mine,
                  const QJsonValue &theirs, QMap<QString, QString> &both)
{
    if (mine == base || mine == theirs)
        return theirs;
    if (theirs == base)
        return mine;
    if (!mine.isObject() || !theirs.isObject()) {
        both.insert(pointer, textOf(theirs));
        return mine;
    }
    QJsonObject result;
    const QStringList keys = mine.toObject().keys() + theirs.toObject().keys(); // some twice
    for (const QString &key : keys) // what is undefined is left out
        result.insert(key, merged(pointer + u'/' + key, base.toObject().value(key),
                                  mine.toObject().value(key), theirs.toObject().value(key), both));
    return result;
}

} // namespace

std::optional<PartnerMerge> mergePartner(const PartnerDraft &base, const PartnerDraft &mine,
                                         const PartnerDraft &theirs)
{
    PartnerMerge merge;
    const QJsonValue value = merged({}, toJson(base), toJson(mine), toJson(theirs), merge.theirs);
    auto draft = fromJson<PartnerDraft>(value);
    if (!draft)
        return std::nullopt;
    merge.draft = std::move(*draft);
    return merge;
}

} // namespace pc::models
