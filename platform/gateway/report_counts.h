// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pc::platform {

/// What became of the lines of a report; their sum is how many there were.
struct ReportCounts
{
    qint64 taken = 0;
    qint64 known = 0;     ///< reported before: nothing changed
    qint64 unknown = 0;   ///< of a decision of which there is no record, or that another gateway asked for
    qint64 leftOut = 0;   ///< of the gateway itself, and more than are kept
    qint64 malformed = 0; ///< no line of an access log as it is shipped
    bool operator==(const ReportCounts &) const = default;

    ReportCounts &operator+=(const ReportCounts &more);
    [[nodiscard]] qint64 lines() const { return taken + known + unknown + leftOut + malformed; }
};

/// The answer of `/gateway/v1/ended`.
[[nodiscard]] QByteArray jsonOf(const ReportCounts &counts);
/// Nullopt when it is none.
[[nodiscard]] std::optional<ReportCounts> reportCountsFrom(const QByteArray &json);
/// For people: "12 taken, 0 known, …".
[[nodiscard]] QString sentenceOf(const ReportCounts &counts);

} // namespace pc::platform
