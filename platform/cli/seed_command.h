// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/sample_size.h"
#include "platform/cli/command.h"

#include <QDateTime>

#include <optional>

namespace pc::platform {

struct SeedOptions
{
    QString data; ///< absolute
    std::optional<rules::SampleSize> size;
    std::optional<qint64> events; ///< instead of a size
    QDateTime anchor = QDateTime::currentDateTimeUtc();
    /// What is there may be a stopped platform, which goes when the new one is complete.
    bool replace = false;

    [[nodiscard]] qint64 auditEvents() const;
};

void describe(Command &command, SeedOptions &options);

/// `partner-platform seed`: sample data in a fresh data directory. Progress goes to standard output, one
/// SeedLine a line: `{"step":"usage","done":3,"total":24}` … `{"step":"done","data":DIR}`. SIGTERM or SIGINT
/// leaves nothing behind.
[[nodiscard]] Command seedCommand();

} // namespace pc::platform
