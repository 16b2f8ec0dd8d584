// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"

#include <QWidget>

class QBoxLayout;

namespace pc::views {

class WholeLabel;

/// The row at the lower edge, 30 px high: counts and selection, then freshness, zone and shortcut hints.
/// Hints give way first; where the facts have no room beside each other they stand in two lines, whole.
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

    void arrange();
    [[nodiscard]] int textWidth() const; ///< between the margins, in pixels

    QBoxLayout *m_row;
    StatusText m_status;
    QString m_zone;
    WholeLabel *m_left;
    WholeLabel *m_right;
};

} // namespace pc::views
