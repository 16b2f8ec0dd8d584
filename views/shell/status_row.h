// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"

#include <QWidget>

namespace pc::views {

class ElidedLabel;
class Label;

/// The 30 px row at the lower edge: counts and selection, then freshness, zone and shortcut hints.
class StatusRow final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusRow(QWidget *parent = nullptr);
    void setStatus(const StatusText &status);
    /// Always printed, e.g. "times in UTC".
    void setZone(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshText();

    StatusText m_status;
    QString m_zone;
    ElidedLabel *m_left;
    ElidedLabel *m_right;
};

} // namespace pc::views
