// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_accessible.h"

#include "views/charts/chart_view.h"

#include <QAccessibleWidget>

namespace pc::views {

namespace {

class ChartAccessible final : public QAccessibleWidget
{
public:
    explicit ChartAccessible(ChartView *view) : QAccessibleWidget(view, QAccessible::Chart) {}

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        const auto *view = static_cast<ChartView *>(widget());
        switch (which) {
        case QAccessible::Value:
            return view->cursorSentence();
        case QAccessible::Description:
            return view->cursorBucket() < 0
                       ? ChartView::tr(
                             "Left and Right move through the chart. The same numbers are in the table.")
                       : view->cursorSentence();
        default:
            return QAccessibleWidget::text(which);
        }
    }
};

QAccessibleInterface *makeChartAccessible(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<ChartView *>(object))
        return new ChartAccessible(view);
    return nullptr;
}

} // namespace

void installChartAccessibility()
{
    QAccessible::removeFactory(makeChartAccessible);
    QAccessible::installFactory(makeChartAccessible);
}

} // namespace pc::views
