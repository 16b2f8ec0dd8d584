// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace pc::platform {

/// What a gateway wrote of one request in its access log. Texts are as they stand there: whoever keeps one
/// redacts it.
struct AccessLine
{
    QString decisionId; ///< dec_…; empty: the gateway answered by itself
    QString requestId;
    QDateTime at;   ///< UTC, when the request ended
    int status = 0; ///< that the client got; 499: it left before there was one
    std::optional<qint64> bytesSent;
    std::optional<qint64> totalMicros;
    std::optional<qint64> upstreamMicros; ///< only where the API answered
    QString method;
    QString path;   ///< without its query
    QString source; ///< an address, or empty
    bool operator==(const AccessLine &) const = default;
};

/// A line that is longer is none.
inline constexpr qsizetype longestAccessLine = 64 * 1024;

/// Reads a line as the shipped configurations (installer/gateway) write it: nginx' and Envoy's, whose members
/// are numbers or texts, and Caddy's own, whose `user_id` holds what its configuration puts there. Nullopt
/// when it is no such line, or says no time or no status.
[[nodiscard]] std::optional<AccessLine> readAccessLine(QByteArrayView line);

/// The form in which a line is reported, nginx': one JSON object without a line end, with what AccessLine has
/// and nothing else of what a log may hold.
[[nodiscard]] QByteArray jsonOf(const AccessLine &line);

} // namespace pc::platform
