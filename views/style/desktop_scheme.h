// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pc::views {

/// What the desktop asks for. Qt 6.5 and later: QStyleHints; before: the XDG settings portal over D-Bus,
/// asked asynchronously. Until an answer arrives, and without a portal, the lightness of the initial palette
/// decides.
class DesktopScheme : public QObject
{
    Q_OBJECT
public:
    explicit DesktopScheme(QObject *parent = nullptr);

    [[nodiscard]] bool prefersDark() const { return m_dark; }
    [[nodiscard]] bool highContrast() const { return m_contrast; }

Q_SIGNALS:
    void changed();

private:
    void set(bool dark, bool contrast);
    void watch();

    bool m_dark = false;
    bool m_contrast = false;
};

} // namespace pc::views
