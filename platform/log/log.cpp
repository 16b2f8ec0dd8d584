// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/log/log.h"

#include "contract/crypto/redaction.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return u"debug"_s;
    case LogLevel::Info:
        return u"info"_s;
    case LogLevel::Warning:
        return u"warning"_s;
    case LogLevel::Error:
        break;
    }
    return u"error"_s;
}

QJsonValue cleaned(const QJsonValue &value)
{
    constexpr qsizetype longest = 2000;
    constexpr qsizetype looked = 64 * 1024; // before it is cut: a cut could make a secret unrecognisable
    if (value.isString())
        return redactWire(value.toString().left(looked)).left(longest);
    if (value.isObject() || value.isArray())
        return u"[structured value refused]"_s; // a nested value could carry text past the redaction
    return value;
}

} // namespace

Log::Log(Sink sink, LogLevel least) : m_sink(std::move(sink)), m_least(least) {}

void Log::write(LogLevel level, const char *event, std::initializer_list<LogField> fields) const
{
    if (!takes(level) || !m_sink)
        return;
    QJsonObject line{{u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                     {u"level"_s, levelName(level)},
                     {u"event"_s, QString::fromLatin1(event)}};
    for (const LogField &field : fields)
        line.insert(QString::fromLatin1(field.first), cleaned(field.second));
    m_sink(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

void Log::info(const char *event, std::initializer_list<LogField> fields) const
{
    write(LogLevel::Info, event, fields);
}

void Log::warning(const char *event, std::initializer_list<LogField> fields) const
{
    write(LogLevel::Warning, event, fields);
}

void Log::error(const char *event, std::initializer_list<LogField> fields) const
{
    write(LogLevel::Error, event, fields);
}

} // namespace pc::platform
