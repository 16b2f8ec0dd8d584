// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/onboarding/step_form.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPlainTextEdit;
class QSpinBox;

namespace pc::views {

/// Lawful basis, data categories, how long the partner keeps data, and what for.
class BasisForm final : public StepForm
{
    Q_OBJECT
public:
    explicit BasisForm(models::CatalogueModel &catalogue, QWidget *parent = nullptr);
    void apply(models::OnboardDraft &draft) const override;

private:
    void fill(const models::OnboardDraft &draft) override;
    void showCategories(const QStringList &chosen);

    models::CatalogueModel &m_catalogue;
    QComboBox *m_basis;
    QWidget *m_box;
    QGridLayout *m_grid;
    QList<QCheckBox *> m_categories;
    QSpinBox *m_days;
    QPlainTextEdit *m_purpose;
};

} // namespace pc::views
