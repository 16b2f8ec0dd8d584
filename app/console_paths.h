// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::app {

/// Where the console keeps its own files. Nothing in them is secret: tokens stand in the keyring.
struct ConsolePaths
{
    QString config;          ///< settings.json, profiles.json
    QString state;           ///< per environment: window state, drafts, the last verified checkpoint
    QString localData;       ///< data directory of the local platform
    QString platformProgram; ///< partner-platform

    /// The directories of the XDG base directory specification (or their equivalents), and partner-platform
    /// beside this program.
    [[nodiscard]] static ConsolePaths standard();
    /// All below one directory: trials and tests.
    [[nodiscard]] static ConsolePaths below(const QString &directory);

    /// A directory for what belongs to one environment; made when missing. `profileId` is made safe for a
    /// file name.
    [[nodiscard]] QString environmentDir(const QString &profileId) const;
};

} // namespace pc::app
