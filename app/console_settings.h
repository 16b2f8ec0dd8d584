// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/theme.h"

#include <QString>

namespace pc::app {

/// The person's choices, in one versioned JSON file. Never a secret. A file that cannot be read is kept
/// beside it as a copy. What is chosen holds for this run also when it cannot be kept; setters give the
/// system's words for why not, to be said, and an empty text when it stands on the disk.
class ConsoleSettings final
{
public:
    explicit ConsoleSettings(QString path);

    [[nodiscard]] views::Appearance appearance() const { return m_appearance; }
    [[nodiscard]] QString setAppearance(views::Appearance appearance);
    [[nodiscard]] int textPercent() const { return m_textPercent; }
    /// Two-letter code; empty follows the desktop.
    [[nodiscard]] const QString &language() const { return m_language; }
    /// Profile that was open last; "local" for the platform of this workstation, empty for none.
    [[nodiscard]] const QString &lastProfile() const { return m_lastProfile; }
    [[nodiscard]] QString setLastProfile(const QString &profileId);

    [[nodiscard]] static constexpr int version() { return 1; }

private:
    void load();
    [[nodiscard]] QString save() const;

    QString m_path;
    views::Appearance m_appearance = views::Appearance::System;
    int m_textPercent = 100;
    QString m_language;
    QString m_lastProfile;
};

} // namespace pc::app
