// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/report/log_file.h"

#include <tl/expected.hpp>

namespace pc::platform {

/// How far a log is reported: for each file that it was written to and that is not done with.
struct ReportState
{
    struct Place
    {
        FileId file;
        FileHead head;
        qint64 place = 0;    ///< bytes that are dealt with
        bool isWhole = true; ///< rotated away, and nothing is behind them
        bool operator==(const Place &) const = default;
    };
    QList<Place> places; ///< oldest first
    QDateTime at;        ///< UTC: what was written to later is not dealt with
    bool operator==(const ReportState &) const = default;

    /// An absent file is an empty state; a damaged one is an error, told by a sentence.
    [[nodiscard]] static tl::expected<ReportState, QString> read(const QString &file);
    /// As a whole: after a crash it is the old one or the new one.
    [[nodiscard]] tl::expected<void, QString> write(const QString &file) const;
};

} // namespace pc::platform
