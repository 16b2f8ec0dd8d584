// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/log/log.h"

#include "contract/codec/json_text.h"
#include "contract/crypto/redaction.h"
#include "contract/rules/text_rule.h"

#include <QDateTime>

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

QString cleaned(const QString &text)
{
    constexpr qsizetype longest = 2000;
    constexpr qsizetype looked = 64 * 1024; // before it is cut: a cut could make a secret unrecognisable
    return pc::rules::beginningOf(redactWire(text.left(looked)), longest);
}

void add(codec::TextWriter &line, QLatin1StringView name, const QJsonValue &value)
{
    const qint64 whole = value.toInteger();
    switch (value.type()) {
    case QJsonValue::String:
        return line(name, cleaned(value.toString()));
    case QJsonValue::Bool:
        return line(name, value.toBool());
    case QJsonValue::Double:
        // As a number that may be larger than what a double counts.
        return value == QJsonValue(whole) ? line(name, whole) : line(name, value.toDouble());
    case QJsonValue::Object:
    case QJsonValue::Array:
        return line(name, u"[structured value refused]"_s); // it could carry text past the redaction
    default:
        return line(name, nullptr);
    }
}

} // namespace

Log::Log(Sink sink, LogLevel least) : m_sink(std::move(sink)), m_least(least) {}

void Log::write(LogLevel level, const char *event, std::initializer_list<LogField> fields) const
{
    if (!takes(level) || !m_sink)
        return;
    codec::TextWriter line;
    line("time"_L1, QDateTime::currentDateTimeUtc());
    line("level"_L1, levelName(level));
    line("event"_L1, QString::fromLatin1(event));
    for (const LogField &field : fields)
        add(line, QLatin1StringView(field.first), field.second);
    m_sink(line.take() + '\n');
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
