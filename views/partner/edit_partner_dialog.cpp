// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/edit_partner_dialog.h"

#include "models/access/catalogue_model.h"
#include "models/partners/partner_merge.h"
#include "models/session/connection.h"
#include "views/partner_forms/step_form.h"
#include "views/seams/context.h"
#include "views/widgets/form_field.h"
#include "views/words/draft_words.h"
#include "views/words/names.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

/// Kept of a dialog that was left.
struct TypedEdit
{
    PartnerDraft loaded; ///< what the form began with
    PartnerDraft typed;
};

} // namespace

EditPartnerDialog::EditPartnerDialog(const ViewContext &context, models::CatalogueModel &catalogue,
                                     models::EditPartnerFlow *flow, models::OnboardStep step, QWidget *parent)
    : FlowDialog(
          context, flow, Op::PartnerEdit,
          tr("%1 of %2", "section, partner").arg(stepTitle(step), inSentence(flow->partner().value.name)),
          Icon::Edit, 720, tr("The details were not saved."), parent),
      m_catalogue(catalogue), m_flow(flow), m_step(step), m_form(makeStepForm(step, context, catalogue))
{
    setObjectName(u"editPartnerDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    m_form->setDraft({models::draftOf(flow->partner().value), {}});
    m_form->setProblemSource([this] { return problems(); });
    body()->addWidget(m_form);
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    addSubmit(tr("Save"), ButtonKind::Primary, Icon::Check, tr("Saving…"));
    connect(flow, &models::Flow::stateChanged, this, &EditPartnerDialog::takeTheirs);
    m_loaded = edited();
    keepAs(flow->partner().value.id);
    bringBack();
    connect(m_form, &StepForm::edited, this, &EditPartnerDialog::typedAnew);
}

std::any EditPartnerDialog::typed() const
{
    return TypedEdit{models::draftOf(m_flow->partner().value), edited().partner};
}

void EditPartnerDialog::bringBack()
{
    const auto before = context().kept->of<TypedEdit>(keptAs());
    const auto merge =
        before ? models::mergePartner(before->loaded, before->typed, models::draftOf(m_flow->partner().value))
               : std::nullopt;
    models::OnboardDraft draft = edited();
    if (!merge || merge->draft == draft.partner)
        return; // it was saved
    draft.partner = merge->draft;
    m_form->setDraft(draft);
    say(Severity::Info, tr("What you typed before is here again: it is not saved. Look, and save again."));
}

void EditPartnerDialog::takeTheirs()
{
    const auto theirs = m_flow->state() == models::FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    models::OnboardDraft draft = edited();
    const auto merge = models::mergePartner(models::draftOf(m_flow->partner().value), draft.partner,
                                            models::draftOf(theirs->value));
    if (!merge)
        return;
    draft.partner = merge->draft;
    m_flow->rebase(*theirs);
    m_form->setDraft(draft);
    for (auto other = merge->theirs.cbegin(); other != merge->theirs.cend(); ++other)
        if (FormField *field = fieldFor(other.key()))
            field->setError(tr("Somebody else wrote here meanwhile: %1").arg(other.value()));
    say(Severity::Warn,
        tr("Nothing was saved: somebody else changed the partner meanwhile. Their changes are "
           "shown now, with yours on top. Look, and save again."));
}

models::OnboardDraft EditPartnerDialog::edited() const
{
    models::OnboardDraft draft{models::draftOf(m_flow->partner().value), {}};
    m_form->collect(draft);
    return draft;
}

QList<rules::FieldProblem> EditPartnerDialog::problems() const
{
    const models::DraftContext known{m_catalogue.scopes(), m_catalogue.plans(),
                                     context().connection.clock().now().toUTC().date(),
                                     m_flow->partner().value.contacts};
    QList<rules::FieldProblem> own;
    for (const rules::FieldProblem &problem : models::validateDraft(edited(), known))
        // A missing contact is a gate of promotion, not a reason to keep a correction from being saved.
        if (models::stepOf(problem.pointer) == m_step && problem.fault != rules::FieldFault::MissingContact)
            own.append(problem);
    return own;
}

bool EditPartnerDialog::prepare()
{
    if (!m_form->showProblems(true))
        return false;
    m_flow->setDraft(edited().partner);
    return true;
}

FormField *EditPartnerDialog::fieldFor(const QString &pointer) const
{
    return m_form->fieldAt({pointer, rules::FieldFault::Unknown});
}

void EditPartnerDialog::onDone()
{
    Q_EMIT saved(m_flow->partner());
    accept();
}

} // namespace pc::views
