// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner_forms/access_form.h"

#include "contract/rules/lawful_basis.h"
#include "models/access/catalogue_model.h"
#include "models/access/grant_changes.h"
#include "models/text/enum_names.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/form_field.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/words/partner_facts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

AccessForm::AccessForm(models::CatalogueModel &catalogue, QWidget *parent)
    : StepForm(parent), m_catalogue(catalogue)
{
    m_plan = new QComboBox;
    m_plan->setObjectName(u"plan_id"_s);
    m_plan->setPlaceholderText(tr("Choose…"));
    addInput(u"/plan_id"_s, m_plan)->setRequired(true);
    m_limits = new KeyValueList;
    layoutBox()->addWidget(m_limits);
    m_list = new QWidget;
    m_list->setObjectName(u"scopes"_s);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(space::xs);
    addInput(u"/scopes"_s, m_list)->setRequired(true);
    layoutBox()->addStretch();
    connect(m_plan, &QComboBox::activated, this, [this](int index) {
        m_planId = m_plan->itemData(index).toString();
        showPlan();
        touch();
    });
    connect(&m_catalogue, &models::CatalogueModel::changed, this, &AccessForm::rebuild);
    rebuild();
}

void AccessForm::rebuild()
{
    // A catalogue that is loaded again and is the same changes nothing: somebody may be at a box or the list.
    if (m_catalogue.plans() != m_plans) {
        m_plans = m_catalogue.plans();
        m_plan->clear();
        for (const Plan &plan : std::as_const(m_plans))
            m_plan->addItem(plan.name, plan.id);
        m_plan->setCurrentIndex(m_plan->findData(m_planId));
    }
    if (m_catalogue.scopes() != m_scopes) {
        m_scopes = m_catalogue.scopes();
        makeBoxes();
    }
    showPlan();
    showBasis();
}

void AccessForm::makeBoxes()
{
    qDeleteAll(m_list->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_rows.clear();
    for (const Scope &scope : std::as_const(m_scopes)) {
        auto *row = new QWidget;
        auto *layout = new QVBoxLayout(row);
        layout->setContentsMargins(0, space::xs, 0, space::xs);
        layout->setSpacing(2);
        auto *box = new QCheckBox(scope.name);
        box->setObjectName(u"scope_"_s + scope.name);
        box->setAccessibleDescription(scope.sentence);
        box->setChecked(m_chosen.contains(scope.name));
        auto *note = new Label(scope.sentence, TypeRole::Small, Tone::Muted);
        note->setIndent(26);
        note->setWordWrap(true);
        layout->addWidget(box);
        layout->addWidget(note);
        m_list->layout()->addWidget(row);
        if (m_rows.isEmpty())
            m_list->setFocusProxy(box);
        m_rows.append({scope.name, box, note});
        connect(box, &QCheckBox::toggled, this, [this, name = scope.name](bool on) {
            if (m_chosen.contains(name) == on)
                return; // shown, not ticked
            m_chosen.removeAll(name);
            if (on)
                m_chosen.append(name);
            touchAt(u"/scopes"_s);
        });
    }
}

void AccessForm::showPlan()
{
    const Plan *plan = m_catalogue.plan(m_planId);
    m_limits->setVisible(plan != nullptr);
    if (!plan)
        return;
    m_limits->setRow(u"sandbox"_s, tr("In the sandbox"), limitsText(plan->sandbox));
    m_limits->setRow(u"limited"_s, tr("Limited"), limitsText(plan->limited));
    m_limits->setRow(u"production"_s, tr("Production"), limitsText(plan->production));
}

void AccessForm::showBasis()
{
    for (const Row &row : std::as_const(m_rows)) {
        const Scope *scope = m_catalogue.scope(row.scope);
        if (!scope)
            continue;
        const bool allowed = m_basis == LawfulBasis::Unknown || rules::allowedByBasis(*scope, m_basis);
        QStringList bases;
        for (const LawfulBasis basis : scope->lawfulBases)
            bases.append(models::nameOf(basis));
        // While no category is chosen that is said itself.
        const QStringList uncovered =
            m_categories.isEmpty() ? QStringList() : rules::uncoveredCategories(*scope, m_categories);
        QString why;
        if (!allowed)
            why = tr("The basis “%1” does not allow this scope. It needs one of: %2.")
                      .arg(models::nameOf(m_basis), bases.join(u", "_s));
        else if (!uncovered.isEmpty())
            why = tr("It gives data that is not among what is shared: %1.").arg(uncovered.join(u", "_s));
        row.note->setText(why.isEmpty() ? scope->sentence : why);
        row.note->setTone(why.isEmpty() ? Tone::Muted : Tone::Warn);
        // One that is granted already can still be taken away.
        setDisabledReason(row.box, row.box->isChecked() ? QString() : why);
    }
}

void AccessForm::fill(const models::OnboardDraft &draft)
{
    m_chosen = draft.partner.scopes;
    m_basis = draft.partner.lawfulBasis;
    m_categories = draft.partner.dataCategories;
    m_planId = draft.partner.planId;
    m_plan->setCurrentIndex(m_plan->findData(m_planId));
    for (const Row &row : std::as_const(m_rows))
        row.box->setChecked(m_chosen.contains(row.scope));
    showPlan();
    showBasis();
}

void AccessForm::apply(models::OnboardDraft &draft) const
{
    draft.partner.planId = m_planId;
    draft.partner.scopes = m_chosen;
}

} // namespace pc::views
