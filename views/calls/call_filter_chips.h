// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

namespace pc::models {
class CallFacetModel;
class CallNames;
} // namespace pc::models

namespace pc::views {

class Chip;
class FacetPanel;
class WrappingRow;

/// The conditions of a filter as chips: what is set with a cross, what may be set with an arrow. One opens on
/// how the calls fall upon its values, each with its count, which follow the other conditions.
class CallFilterChips final : public QWidget
{
    Q_OBJECT
public:
    /// `time`: the chip of the time, which stands first; taken over. With `fixedPartner` no chip names one.
    CallFilterChips(models::CallFacetModel &facet, models::CallNames &names, QWidget *time, bool fixedPartner,
                    QWidget *parent = nullptr);

    void setFilter(const CallFilter &filter);
    [[nodiscard]] const CallFilter &filter() const { return m_filter; }
    /// Opens on the values of a field.
    void edit(CallField field);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void filterChanged(const pc::CallFilter &filter);

private:
    void showChips();
    [[nodiscard]] Chip *chipFor(const QString &key, const QString &label);
    void showAddMenu();
    void openPanel(CallField field, bool isExcluded, QWidget *anchor);
    void showFacet();
    void change(CallField field, const QStringList &values, bool isExcluded);

    models::CallFacetModel &m_facet;
    models::CallNames &m_names;
    const bool m_isPartnerFixed;
    CallFilter m_filter;
    WrappingRow *m_row;
    Chip *m_add;
    QHash<QString, Chip *> m_chips; ///< by field and whether it leaves out
    QPointer<FacetPanel> m_panel;
    CallField m_edited = CallField::Unknown;
    bool m_isExcluding = false;
};

} // namespace pc::views
