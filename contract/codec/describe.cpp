// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/describe.h"

#include "contract/codec/base64url.h"
#include "contract/codec/time_text.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace pc {

namespace codec {

QJsonValue Writer::json(const QByteArray &value)
{
    return QString::fromLatin1(toBase64Url(value));
}

QJsonValue Writer::json(const QDateTime &value)
{
    return timeToText(value);
}

QJsonValue Writer::json(const QDate &value)
{
    return value.toString(Qt::ISODate);
}

Reader::Reader(const QJsonValue &json) : m_object(json.toObject())
{
    if (!json.isObject())
        fail(QString(), QStringLiteral("an object"), DecodeFault::OtherType);
}

void Reader::sized(QLatin1StringView key, QByteArray &value, qsizetype size)
{
    read(key, value, true);
    if (!m_fault && value.size() != size)
        fail(pointerTo(key), QString::number(size) + QStringLiteral(" bytes as base64url"),
             DecodeFault::NoValue);
}

void Reader::sized(QLatin1StringView key, QList<QByteArray> &value, qsizetype size)
{
    read(key, value, true);
    for (qsizetype i = 0; i < value.size() && !m_fault; ++i) {
        if (value[i].size() != size)
            fail(pointerTo(key) + u'/' + QString::number(i),
                 QString::number(size) + QStringLiteral(" bytes as base64url"), DecodeFault::NoValue);
    }
}

std::optional<QString> Reader::stranger() const
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        const QString key = it.key();
        const bool asked = std::any_of(m_asked.begin(), m_asked.end(),
                                       [&key](QLatin1StringView known) { return key == known; });
        if (!asked)
            return u'/' +
                   QString(key).replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    }
    return m_stranger.isNull() ? std::nullopt : std::optional(m_stranger);
}

QString Reader::pointerTo(QLatin1StringView key)
{
    return u'/' + QString(key); // keys are our own: no '~' or '/' to escape
}

void Reader::fail(const QString &pointer, const QString &expected, DecodeFault fault)
{
    if (!m_fault)
        m_fault = DecodeError{pointer, expected, fault};
}

void Reader::take(const QJsonValue &json, QString &value, const QString &pointer)
{
    if (!json.isString())
        return fail(pointer, value, json, QJsonValue::String);
    value = json.toString();
}

void Reader::take(const QJsonValue &json, bool &value, const QString &pointer)
{
    if (!json.isBool())
        return fail(pointer, value, json, QJsonValue::Bool);
    value = json.toBool();
}

void Reader::take(const QJsonValue &json, qint64 &value, const QString &pointer)
{
    // toInteger() gives the default for anything that is no whole number in range; every integer here is 0 or
    // more.
    const qint64 number = json.isDouble() ? json.toInteger(-1) : -1;
    if (number < 0)
        return fail(pointer, value, json, QJsonValue::Double);
    value = number;
}

void Reader::take(const QJsonValue &json, int &value, const QString &pointer)
{
    const qint64 number = json.isDouble() ? json.toInteger(-1) : -1;
    if (number < 0 || number > std::numeric_limits<int>::max())
        return fail(pointer, value, json, QJsonValue::Double);
    value = static_cast<int>(number);
}

void Reader::take(const QJsonValue &json, double &value, const QString &pointer)
{
    if (!json.isDouble() || !(json.toDouble() >= 0) || json.toDouble() > std::numeric_limits<double>::max())
        return fail(pointer, value, json, QJsonValue::Double);
    value = json.toDouble();
}

void Reader::take(const QJsonValue &json, QByteArray &value, const QString &pointer)
{
    const auto bytes = json.isString() ? fromBase64Url(json.toString().toUtf8()) : std::nullopt;
    if (!bytes)
        return fail(pointer, value, json, QJsonValue::String);
    value = *bytes;
}

void Reader::take(const QJsonValue &json, QDateTime &value, const QString &pointer)
{
    const auto time = json.isString() ? timeFromText(json.toString()) : std::nullopt;
    if (!time)
        return fail(pointer, value, json, QJsonValue::String);
    value = *time;
}

void Reader::take(const QJsonValue &json, QDate &value, const QString &pointer)
{
    const QString text = json.toString();
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (!date.isValid())
        return fail(pointer, value, json, QJsonValue::String);
    value = date;
}

} // namespace codec

Decoded<QJsonObject> parseObject(const QByteArray &utf8)
{
    const QJsonDocument document = QJsonDocument::fromJson(utf8);
    if (!document.isObject())
        return tl::make_unexpected(
            DecodeError{QString(), QStringLiteral("an object"), DecodeFault::OtherType});
    return document.object();
}

} // namespace pc
