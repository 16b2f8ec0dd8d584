// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusMessage>
#include <QObject>
#include <QVariant>

namespace pc::views {

/// Appearance settings of the XDG desktop portal (org.freedesktop.portal.Settings): asked once,
/// asynchronously with a limit of 500 ms, then followed. Silent without a session bus or portal.
class DesktopPortal final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopPortal(QObject *parent = nullptr);
    void start();

    /// The number inside a reply or signal argument, however deep the variants are nested; -1 for anything
    /// else.
    [[nodiscard]] static int number(const QVariant &value);

Q_SIGNALS:
    void colorScheme(int value); ///< 0 no preference, 1 dark, 2 light
    void contrast(int value);    ///< 1 higher contrast

public Q_SLOTS:
    /// Slot for SettingChanged; takes the message since typed slots were refused by Qt 6.4.
    void settingChanged(const QDBusMessage &message);

private:
    void read(const QString &key);
    void deliver(const QString &key, const QVariant &value);
};

} // namespace pc::views
