// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/partner_forms/step_form.h"

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace pc::views {

class NumberInput;
class TextInput;

/// Lawful basis, data categories, how long the partner keeps data, and what for.
class BasisForm final : public StepForm
{
    Q_OBJECT
public:
    explicit BasisForm(models::CatalogueModel &catalogue, QWidget *parent = nullptr);

private:
    void apply(models::OnboardDraft &draft) const override;
    void fill(const models::OnboardDraft &draft) override;
    void showCategories(const QStringList &chosen);

    models::CatalogueModel &m_catalogue;
    QComboBox *m_basis;
    QWidget *m_box;
    QGridLayout *m_grid;
    QList<QCheckBox *> m_categories;
    QStringList m_known; ///< the categories of the draft, in its order
    NumberInput *m_days;
    TextInput *m_purpose;
};

} // namespace pc::views
