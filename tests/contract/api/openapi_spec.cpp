// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/api/openapi_spec.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString textOf(const YAML::Node &node)
{
    return node && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

OpenApiSpec::OpenApiSpec() : m_root(YAML::LoadFile(PC_SOURCE_DIR "/contract/openapi.yaml")) {}

YAML::Node OpenApiSpec::schema(const QString &name) const
{
    return m_root["components"]["schemas"][name.toStdString()];
}

QString OpenApiSpec::refOf(const YAML::Node &node)
{
    return node && node.IsMap() ? textOf(node["$ref"]) : QString();
}

YAML::Node OpenApiSpec::resolved(const YAML::Node &node) const
{
    const QString ref = refOf(node);
    if (ref.isEmpty())
        return node;
    YAML::Node at;
    at.reset(m_root);
    const QStringList keys = ref.mid(2).split(u'/'); // "#/components/…"
    for (const QString &key : keys) {
        const YAML::Node next = at[key.toStdString()];
        if (!next)
            qFatal("%s leads nowhere", qPrintable(ref));
        at.reset(next);
    }
    return resolved(at);
}

void OpenApiSpec::walk(const YAML::Node &schema, const QJsonValue &value, const QStringList &path,
                       const std::function<void(const Property &)> &visit) const
{
    const YAML::Node here = resolved(schema);
    if (value.isArray() && !value.toArray().isEmpty())
        return walk(here["items"], value.toArray().at(0), path + QStringList{u"0"_s}, visit);
    if (!value.isObject() || !here["properties"])
        return;
    for (const auto &entry : here["properties"]) {
        const QString key = textOf(entry.first);
        bool required = false;
        for (const auto &name : here["required"])
            required = required || textOf(name) == key;
        const QStringList to = path + QStringList{key};
        const bool present = value.toObject().contains(key);
        visit({to, resolved(entry.second), required, present});
        if (present)
            walk(entry.second, value.toObject().value(key), to, visit);
    }
}

QString OpenApiSpec::objectFault(const YAML::Node &schema, const QJsonValue &value,
                                 const QString &pointer) const
{
    if (!value.isObject())
        return pointer + u" is no object"_s;
    const QJsonObject object = value.toObject();
    for (const auto &name : schema["required"]) {
        if (!object.contains(textOf(name)))
            return pointer + u'/' + textOf(name) + u" is missing"_s;
    }
    if (!schema["properties"])
        return {};
    for (auto it = object.begin(); it != object.end(); ++it) {
        const YAML::Node property = schema["properties"][it.key().toStdString()];
        if (!property)
            return pointer + u'/' + it.key() + u" is not in the schema"_s;
        if (const QString inner = fault(property, it.value(), pointer + u'/' + it.key()); !inner.isEmpty())
            return inner;
    }
    return {};
}

QString OpenApiSpec::fault(const YAML::Node &node, const QJsonValue &value, const QString &pointer) const
{
    const YAML::Node schema = resolved(node);
    if (schema["allOf"]) { // one object in parts: merged, because each part refuses what it does not know
        YAML::Node merged;
        for (const auto &part : schema["allOf"]) {
            const YAML::Node piece = resolved(part);
            for (const auto &name : piece["required"])
                merged["required"].push_back(name);
            for (const auto &entry : piece["properties"])
                merged["properties"][entry.first] = entry.second;
        }
        return objectFault(merged, value, pointer);
    }
    const QString type = textOf(schema["type"]);
    if (type == "object"_L1)
        return objectFault(schema, value, pointer);
    if (type == "array"_L1) {
        if (!value.isArray())
            return pointer + u" is no array"_s;
        const QJsonArray array = value.toArray();
        if ((schema["minItems"] && array.size() < schema["minItems"].as<int>()) ||
            (schema["maxItems"] && array.size() > schema["maxItems"].as<int>()))
            return pointer + u" has too few or too many"_s;
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (const QString inner =
                    fault(schema["items"], array.at(i), pointer + u'/' + QString::number(i));
                !inner.isEmpty())
                return inner;
        }
        return {};
    }
    if (type == "boolean"_L1)
        return value.isBool() ? QString() : pointer + u" is no boolean"_s;
    if (type == "integer"_L1 || type == "number"_L1) {
        const bool whole = value.toInteger(-1) == value.toInteger(-2);
        const bool ok =
            value.isDouble() && (whole || type == "number"_L1) &&
            (!schema["minimum"] || value.toDouble() >= schema["minimum"].as<double>()) &&
            (!schema["exclusiveMinimum"] || value.toDouble() > schema["exclusiveMinimum"].as<double>()) &&
            (!schema["maximum"] || value.toDouble() <= schema["maximum"].as<double>());
        return ok ? QString() : pointer + u" is no "_s + type + u" in range"_s;
    }
    const QString text = value.toString();
    if (type != "string"_L1 || !value.isString())
        return pointer + u" is no string"_s;
    bool known = !schema["enum"];
    for (const auto &entry : schema["enum"])
        known = known || textOf(entry) == text;
    const qsizetype length = text.toUcs4().size(); // JSON Schema counts code points
    const bool fits = (!schema["minLength"] || length >= schema["minLength"].as<int>()) &&
                      (!schema["maxLength"] || length <= schema["maxLength"].as<int>()) &&
                      (!schema["pattern"] || text.contains(QRegularExpression(textOf(schema["pattern"]))));
    return known && fits ? QString() : pointer + u" is not an allowed text"_s;
}
