// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::platform {

/// The directory that is built beside the wanted one; gone with this object unless it was kept.
class StagingDirectory
{
public:
    explicit StagingDirectory(const QString &target);
    ~StagingDirectory();
    StagingDirectory(const StagingDirectory &) = delete;
    StagingDirectory &operator=(const StagingDirectory &) = delete;

    /// Also removes what a killed run left.
    [[nodiscard]] bool make();
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Everything in it is on the disk.
    void sync() const;
    /// rename(2) replaces an empty directory and refuses any other.
    [[nodiscard]] bool keep();
    /// What was there goes only when the new one is in its place.
    [[nodiscard]] bool keepInsteadOfTheOld();

private:
    void removeStale() const;

    QString m_target;
    QString m_path;
    bool m_kept = false;
};

} // namespace pc::platform
