// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

#include <QWidget>

class QGridLayout;

namespace pc::views {

/// Label and value rows; a value goes on in further lines where the pane is narrow, some can be copied.
class KeyValueList final : public QWidget
{
    Q_OBJECT
public:
    enum Option { Plain = 0, Mono = 1, Copyable = 2 };
    Q_DECLARE_FLAGS(Options, Option)

    explicit KeyValueList(QWidget *parent = nullptr);

    /// Sets the row \p id (adds it when new: at the end, or as setOrder() says). An empty value is shown as a
    /// dash.
    void setRow(const QString &id, const QString &label, const QString &value, Options options = Plain,
                Tone tone = Tone::Text, const QString &toolTip = {});
    /// The rows stand in this order, whenever each is set; a row that is not named stands at the end.
    void setOrder(const QStringList &ids) { m_order = ids; }
    /// A row with any widget as its value; takes ownership.
    void setWidget(const QString &id, const QString &label, QWidget *value);
    void removeRow(const QString &id);
    void clear();
    /// Width of the label column in pixels at 100 % (default 116).
    void setLabelWidth(int width);
    [[nodiscard]] QString value(const QString &id) const;

Q_SIGNALS:
    void copyRequested(const QString &text);

private:
    struct Row
    {
        QString id;
        QWidget *label = nullptr;
        QWidget *value = nullptr;
        QWidget *copy = nullptr;
        QString text = {};
    };
    Row &row(const QString &id);
    void relayout();

    QGridLayout *m_grid;
    QList<Row> m_rows;
    QStringList m_order;
    int m_labelWidth = 116;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(KeyValueList::Options)

} // namespace pc::views
