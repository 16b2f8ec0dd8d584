// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/report/report_sender.h"

#include <QByteArray>
#include <QIODevice>
#include <QList>

#include <tl/expected.hpp>

#include <functional>

namespace pc::platform {

/// Reports a log from its first line to its last. Done again it changes nothing.
class LogImport
{
public:
    /// How long the service may be away before the import gives up.
    static constexpr std::chrono::minutes patience{5};

    struct Pace
    {
        /// Blocks; false: the import is to end.
        std::function<bool(std::chrono::milliseconds)> wait;
        /// Lines that are dealt with, and bytes that were read. False: the import is to end.
        std::function<bool(const ReportCounts &, qint64 bytes)> told;
    };

    LogImport(ReportSender &sender, Pace pace) : m_sender(sender), m_pace(std::move(pace)) {}

    /// All of it is reported, or why not: a sentence without its full stop.
    [[nodiscard]] tl::expected<ReportCounts, QString> run(QIODevice &log);

private:
    [[nodiscard]] tl::expected<ReportCounts, QString> report(const QList<QByteArray> &lines);

    ReportSender &m_sender;
    Pace m_pace;
};

} // namespace pc::platform
