// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/problem.h"
#include "contract/types/usage.h"
#include "views/widgets/card.h"

#include <optional>

class QCheckBox;
class QComboBox;

namespace pc::models {
class GrantEditor;
}

namespace pc::views {

class FormField;
class IconLabel;
class KeyValueList;
class Label;
class OverrideForm;
class Sparkline;

/// Plan and limits, with an optional override that may carry from and until; shows real daily use and what
/// the staged quota would have done to it. Writes every change into the GrantEditor.
class LimitsPanel final : public Card
{
    Q_OBJECT
public:
    explicit LimitsPanel(models::GrantEditor &editor, QWidget *parent = nullptr);

    /// Daily use; empty while unknown.
    void setQuotaDays(const QList<QuotaDay> &days);
    void setReadOnlyReason(const QString &why);
    /// Shows errors at wrong fields; true when all are fine.
    bool validate();
    /// What the platform does not accept, at its fields; they stay until the values change.
    void showErrors(const QList<FieldError> &errors);

private:
    void buildPlan();
    void buildOverride();
    void wire();
    void showEditor();
    void showEffect();
    [[nodiscard]] bool isReadable() const;

    models::GrantEditor &m_editor;
    QList<QuotaDay> m_days;

    QComboBox *m_plan = nullptr;
    FormField *m_planField = nullptr;
    KeyValueList *m_rows = nullptr;
    Sparkline *m_sparkline = nullptr;
    Label *m_use = nullptr;
    IconLabel *m_effectIcon = nullptr;
    Label *m_effect = nullptr;
    QCheckBox *m_override = nullptr;
    OverrideForm *m_fields = nullptr;
};

} // namespace pc::views
