// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <functional>
#include <initializer_list>
#include <utility>

namespace pc::platform {

enum class LogLevel { Debug, Info, Warning, Error };

/// One named value of a log line. Text is redacted by the log, numbers and booleans are written as they are.
using LogField = std::pair<const char *, QJsonValue>;

/// The one way to a log: one JSON object per line, `{"time", "level", "event", …}`, every text passed through
/// redactWire() and cut at 2,000 characters. There is no raw write, so no caller can forget. Thread-safe when
/// the sink is.
class Log
{
public:
    /// Gets one line with its line end. Called from any thread; must not block.
    using Sink = std::function<void(const QByteArray &line)>;

    explicit Log(Sink sink, LogLevel least = LogLevel::Info);

    /// `event` is a fixed snake_case name from the code, never from input.
    void write(LogLevel level, const char *event, std::initializer_list<LogField> fields = {}) const;
    void info(const char *event, std::initializer_list<LogField> fields = {}) const;
    void warning(const char *event, std::initializer_list<LogField> fields = {}) const;
    void error(const char *event, std::initializer_list<LogField> fields = {}) const;
    [[nodiscard]] bool takes(LogLevel level) const { return level >= m_least; }

private:
    Sink m_sink;
    LogLevel m_least;
};

} // namespace pc::platform
