// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace pc::views {

/// One figure: "118" over "live tokens"; an optional note pill ("+12 % vs. yesterday").
struct Fact
{
    QString value;
    QString caption;
    Kind kind = Kind::Neutral; ///< other than Neutral colours the value: exceptions only
    QString note = {};
};

/// A row of tiles of the same width. CaptionFirst is the look of the usage page, ValueFirst that of dialogs.
class FactTiles final : public QWidget
{
    Q_OBJECT
public:
    enum class Order { ValueFirst, CaptionFirst };

    explicit FactTiles(Order order = Order::ValueFirst, QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }

private:
    QList<Fact> m_facts;
    Order m_order;
    QHBoxLayout *m_row;
};

} // namespace pc::views
