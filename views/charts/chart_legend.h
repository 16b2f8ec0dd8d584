// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chart_data.h"

#include <QWidget>

namespace pc::views {

/// Line samples and words above a chart; the words are in the text colour, because series colours only reach
/// the contrast of graphics.
class ChartLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);
    void setData(const ChartData &shown);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<std::pair<QString, int>> m_entries; ///< word; LineLook, or -1 for the limit
};

} // namespace pc::views
