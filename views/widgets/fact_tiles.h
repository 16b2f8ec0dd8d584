// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace pc::views {

/// One figure: "118" over "live tokens"; an optional note pill ("+12 % vs. yesterday").
struct Fact
{
    QString value;
    QString caption;
    Severity severity = Severity::Neutral; ///< other than Neutral colours the value: exceptions only
    QString note = {};
};

/// Tiles of the same width beside each other, in several rows where there is little room; figures and
/// captions are never cut. CaptionFirst is the look of the usage page, ValueFirst that of dialogs.
class FactTiles final : public QWidget
{
    Q_OBJECT
public:
    enum class Order { ValueFirst, CaptionFirst };

    explicit FactTiles(Order order = Order::ValueFirst, QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCard(const Fact &fact);
    void arrange();

    QList<Fact> m_facts;
    Order m_order;
    QGridLayout *m_grid;
    QList<QWidget *> m_cards;
    int m_columns = 0; ///< beside each other now
    bool m_placed = false;
};

} // namespace pc::views
