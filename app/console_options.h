// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace pc::app {

/// The console's command line.
struct ConsoleOptions
{
    bool smoke = false;  ///< start the sample, wait for the first painted partner list, end with 0
    bool sample = false; ///< open the local sample at once
    QString directory;   ///< keep everything below it instead of the person's own directories
    QString language;    ///< overrides the setting
    std::optional<qint64> sampleEvents; ///< audit events of new sample data
};

/// Ends the process for --help, --version and wrong words, as QCommandLineParser does.
[[nodiscard]] ConsoleOptions parseConsoleOptions(const QStringList &arguments);

} // namespace pc::app
