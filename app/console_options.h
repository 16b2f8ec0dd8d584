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

/// Reads the command line before there is a window system: --help and --version print and end the process
/// with 0, wrong words with 2, with no display at all. Names the application. What Qt itself takes
/// ("-platform offscreen") is left to it.
[[nodiscard]] ConsoleOptions consoleOptions(int argc, char *argv[]);

/// The words without those that QApplication takes out of them.
[[nodiscard]] QStringList withoutQtOptions(const QStringList &arguments);

} // namespace pc::app
