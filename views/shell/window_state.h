// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMargins>
#include <QString>
#include <QVariantMap>

class QWidget;

namespace pc::views {

/// Geometry, splitters, columns and last place of windows in one versioned JSON file. An unreadable file is
/// kept beside (".unreadable") and ignored; a position on a missing screen is not restored.
class WindowState final
{
public:
    explicit WindowState(QString path);

    void restoreGeometry(QWidget *window) const;
    void storeGeometry(const QWidget *window);

    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);
    /// Writes the file atomically. Empty, or the system's words for why that failed.
    [[nodiscard]] QString save() const;

    [[nodiscard]] static constexpr int version() { return 1; }

private:
    void load();
    [[nodiscard]] QMargins storedFrame() const;
    QString m_path;
    QVariantMap m_values;
};

} // namespace pc::views
