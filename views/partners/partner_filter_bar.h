// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/partners/partner_filter.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace pc::views {

class Chip;
class ValuePanel;

/// Filter text, chips for stage, health and state, "+ Filter", and the columns button.
class PartnerFilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PartnerFilterBar(QWidget *parent = nullptr);

    void setFilter(const PartnerFilter &filter);
    [[nodiscard]] const PartnerFilter &filter() const { return m_filter; }
    void focusText();
    [[nodiscard]] QToolButton *columnsButton() const { return m_columns; }

Q_SIGNALS:
    void filterChanged();
    /// Down or Enter in the text: on to the rows.
    void leaveToRows();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Field { Stage, Health, Status };
    Chip *makeChip(Field field, const QString &label, const QString &objectName);
    void showChips();
    void edit(Field field, const QWidget *anchor);
    void setValues(Field field, const QList<int> &values);
    void showAddMenu();

    PartnerFilter m_filter;
    QLineEdit *m_text;
    Chip *m_stage;
    Chip *m_health;
    Chip *m_status;
    Chip *m_add;
    QToolButton *m_columns;
    QTimer m_typing; ///< asks the service only when typing pauses
};

} // namespace pc::views
