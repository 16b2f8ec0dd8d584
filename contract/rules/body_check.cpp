// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/body_check.h"

#include <QByteArrayView>
#include <QJsonArray>
#include <QSet>

#include <cstdlib>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

QString escaped(QString key) // RFC 6901
{
    return key.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

bool isText(const FieldLimit &limit)
{
    return limit.kind == FieldKind::Text || limit.kind == FieldKind::Paragraphs ||
           limit.kind == FieldKind::Word;
}

QJsonValue settledValue(const FieldLimit &limit, const QJsonValue &value)
{
    if (isText(limit) && value.isString())
        return valueOf(limit, value.toString());
    if (limit.kind == FieldKind::Object && value.isObject())
        return settledBody(limit.nested, value.toObject());
    return value;
}

class Checker
{
public:
    void object(const char *schema, const QJsonObject &body, const QString &at)
    {
        for (const FieldLimit &limit : fieldLimits()) {
            if (QByteArrayView(limit.schema) == schema)
                member(limit, body.value(QLatin1StringView(limit.member)),
                       at + u'/' + QLatin1StringView(limit.member));
        }
    }
    [[nodiscard]] QList<BodyFault> take() { return std::move(m_faults); }

private:
    void fail(const QString &at, const FieldLimit &limit, std::optional<FieldFault> fault)
    {
        if (fault && m_faults.size() < mostFaults)
            m_faults.append({at, &limit, *fault});
    }

    void member(const FieldLimit &limit, const QJsonValue &value, const QString &at)
    {
        if (value.isUndefined()) {
            if (limit.required)
                fail(at, limit, FieldFault::Required);
        } else if (limit.list && value.isArray()) {
            list(limit, value.toArray(), at);
        } else if (!limit.list) {
            one(limit, value, at);
        }
    }

    void list(const FieldLimit &limit, const QJsonArray &values, const QString &at)
    {
        if (values.size() < limit.minimumItems)
            fail(at, limit, FieldFault::Required);
        if (values.size() > limit.maximumItems)
            return fail(at, limit, FieldFault::TooMany);
        QSet<QString> seen;
        for (qsizetype i = 0; i < values.size(); ++i) {
            const QString place = at + u'/' + QString::number(i);
            one(limit, values.at(i), place);
            const QString text = values.at(i).toString();
            if (!text.isEmpty() && seen.contains(text))
                fail(place, limit, FieldFault::Repeated);
            seen.insert(text);
        }
    }

    void one(const FieldLimit &limit, const QJsonValue &value, const QString &at)
    {
        if (limit.kind == FieldKind::Object) {
            if (value.isObject())
                object(limit.nested, value.toObject(), at);
        } else if (isText(limit)) {
            if (value.isString())
                fail(at, limit, faultOf(limit, value.toString()));
        } else if (value.isDouble()) {
            fail(at, limit, faultOf(limit, value.toDouble()));
        }
    }

    QList<BodyFault> m_faults;
};

/// Of the faults that the table can find.
QString detailOf(const FieldLimit &limit, FieldFault fault)
{
    switch (fault) {
    case FieldFault::Required:
        return u"Required."_s;
    case FieldFault::TooShort:
        return u"At least %1 characters."_s.arg(limit.minimum);
    case FieldFault::TooLong:
        return u"At most %1 characters."_s.arg(limit.maximum);
    case FieldFault::TooMany:
        return u"At most %1."_s.arg(limit.maximumItems);
    case FieldFault::Repeated:
        return u"Every entry once."_s;
    case FieldFault::OutOfRange:
        return (limit.kind == FieldKind::Decimal ? u"Above %1, at most %2."_s
                                                 : u"A whole number from %1 to %2."_s)
            .arg(limit.minimum)
            .arg(limit.maximum);
    case FieldFault::NotText:
        return u"Not a text that can be read."_s;
    case FieldFault::BadCharacters:
        return limit.kind == FieldKind::Word
                   ? u"Control characters, line breaks and invisible characters are not allowed."_s
                   : u"Control characters, line breaks and open direction marks are not allowed."_s;
    case FieldFault::BadFormat:
        return formOf(limit);
    default:
        std::abort();
    }
}

} // namespace

std::optional<QString> firstNotText(const QJsonValue &body)
{
    if (body.isString())
        return isUnicodeText(body.toString()) ? std::nullopt : std::optional(QString());
    if (body.isArray()) {
        const QJsonArray values = body.toArray();
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (const auto inner = firstNotText(values.at(i)))
                return QString(u'/' + QString::number(i) + *inner);
        }
    }
    const QJsonObject object = body.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isUnicodeText(it.key()))
            return QString(); // its name cannot be told
        if (const auto inner = firstNotText(it.value()))
            return QString(u'/' + escaped(it.key()) + *inner);
    }
    return {};
}

QJsonObject settledBody(const char *schema, const QJsonObject &body)
{
    QJsonObject result = body;
    for (const FieldLimit &limit : fieldLimits()) {
        const QLatin1StringView member(limit.member);
        if (QByteArrayView(limit.schema) != schema || !body.contains(member))
            continue;
        const QJsonValue value = body.value(member);
        if (!limit.list || !value.isArray()) {
            result.insert(member, settledValue(limit, value));
            continue;
        }
        QJsonArray values;
        const QJsonArray given = value.toArray();
        for (const QJsonValue &entry : given)
            values.append(settledValue(limit, entry));
        result.insert(member, values);
    }
    return result;
}

QList<BodyFault> bodyFaults(const char *schema, const QJsonObject &body)
{
    Checker checker;
    checker.object(schema, body, {});
    return checker.take();
}

FieldError notText(const QString &pointer)
{
    return fieldError(pointer, FieldFault::NotText, u"Not a text that can be read."_s);
}

FieldError fieldError(const BodyFault &fault)
{
    return fieldError(fault.pointer, fault.fault, detailOf(*fault.limit, fault.fault));
}

} // namespace pc::rules
