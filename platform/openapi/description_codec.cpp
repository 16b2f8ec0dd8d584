// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/description_codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

QJsonArray written(const QList<SecurityAlternative> &security)
{
    QJsonArray alternatives;
    for (const SecurityAlternative &each : security) {
        QJsonArray needs;
        for (const SecurityNeed &need : each)
            needs.append(QJsonObject{{u"scheme"_s, need.scheme},
                                     {u"scopes"_s, QJsonArray::fromStringList(need.scopes)}});
        alternatives.append(needs);
    }
    return alternatives;
}

QStringList textsIn(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &each : list.toArray())
        texts.append(each.toString());
    return texts;
}

QList<SecurityAlternative> unpackedSecurity(const QJsonArray &json)
{
    QList<SecurityAlternative> security;
    for (const QJsonValue &each : json) {
        SecurityAlternative alternative;
        for (const QJsonValue &need : each.toArray())
            alternative.append({need[u"scheme"].toString(), textsIn(need[u"scopes"])});
        security.append(alternative);
    }
    return security;
}

QJsonObject written(const Operation &operation)
{
    return {{u"method"_s, operation.method},
            {u"path"_s, operation.path},
            {u"id"_s, operation.id},
            {u"title"_s, operation.title},
            {u"tags"_s, QJsonArray::fromStringList(operation.tags)},
            {u"security"_s, written(operation.security)},
            {u"types"_s, QJsonArray::fromStringList(operation.contentTypes)},
            {u"deprecated"_s, operation.deprecated},
            {u"line"_s, operation.line}};
}

Operation readOperation(const QJsonValue &json)
{
    Operation operation;
    operation.method = json[u"method"].toString();
    operation.path = json[u"path"].toString();
    operation.id = json[u"id"].toString();
    operation.title = json[u"title"].toString();
    operation.tags = textsIn(json[u"tags"]);
    operation.security = unpackedSecurity(json[u"security"].toArray());
    operation.contentTypes = textsIn(json[u"types"]);
    operation.deprecated = json[u"deprecated"].toBool();
    operation.line = json[u"line"].toInt();
    return operation;
}

} // namespace

QByteArray pack(const Description &description)
{
    QJsonArray operations;
    for (const Operation &each : description.operations)
        operations.append(written(each));
    QJsonArray leftOut;
    for (const LeftOut &each : description.leftOut)
        leftOut.append(
            QJsonObject{{u"line"_s, each.line}, {u"what"_s, each.what}, {u"reason"_s, each.reason}});
    QJsonObject scopeTexts;
    for (auto each = description.scopeTexts.cbegin(); each != description.scopeTexts.cend(); ++each)
        scopeTexts.insert(each.key(), each.value());
    const QJsonObject json{{u"openapi"_s, description.openapi}, {u"title"_s, description.title},
                           {u"version"_s, description.version}, {u"host"_s, description.host},
                           {u"base"_s, description.basePath},   {u"paths"_s, description.paths},
                           {u"operations"_s, operations},       {u"left_out"_s, leftOut},
                           {u"scope_texts"_s, scopeTexts}};
    return qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact), 6);
}

std::optional<Description> unpack(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(qUncompress(bytes)).object();
    if (!json.value(u"operations"_s).isArray())
        return {};
    Description description;
    description.openapi = json.value(u"openapi"_s).toString();
    description.title = json.value(u"title"_s).toString();
    description.version = json.value(u"version"_s).toString();
    description.host = json.value(u"host"_s).toString();
    description.basePath = json.value(u"base"_s).toString();
    description.paths = json.value(u"paths"_s).toInt();
    for (const QJsonValue &each : json.value(u"operations"_s).toArray())
        description.operations.append(readOperation(each));
    for (const QJsonValue &each : json.value(u"left_out"_s).toArray())
        description.leftOut.append(
            {each[u"line"].toInt(), each[u"what"].toString(), each[u"reason"].toString()});
    const QJsonObject texts = json.value(u"scope_texts"_s).toObject();
    for (auto each = texts.constBegin(); each != texts.constEnd(); ++each)
        description.scopeTexts.insert(each.key(), each.value().toString());
    return description;
}

} // namespace pc::platform::openapi
