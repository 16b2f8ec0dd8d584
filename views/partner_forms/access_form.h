// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "views/partner_forms/step_form.h"

class QCheckBox;
class QComboBox;

namespace pc::views {

class KeyValueList;

/// Plan and first scopes. Scopes that the lawful basis does not allow stay visible and say why.
class AccessForm final : public StepForm
{
    Q_OBJECT
public:
    explicit AccessForm(models::CatalogueModel &catalogue, QWidget *parent = nullptr);

private:
    void apply(models::OnboardDraft &draft) const override;
    struct Row
    {
        QString scope;
        QCheckBox *box = nullptr;
        Label *note = nullptr;
    };
    void fill(const models::OnboardDraft &draft) override;
    void rebuild();
    void makeBoxes();
    void showPlan();
    void showBasis();

    models::CatalogueModel &m_catalogue;
    QComboBox *m_plan;
    KeyValueList *m_limits;
    QWidget *m_list;
    QList<Row> m_rows;
    QList<Plan> m_plans;   ///< as listed
    QList<Scope> m_scopes; ///< as their boxes stand there
    QStringList m_chosen;
    QString m_planId;
    LawfulBasis m_basis = LawfulBasis::Unknown;
    QStringList m_categories; ///< of data, as the draft has them
};

} // namespace pc::views
