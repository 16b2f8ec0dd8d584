// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/edit_partner_dialog.h"

#include "models/catalogue_model.h"
#include "models/connection.h"
#include "views/context.h"
#include "views/onboarding/draft_words.h"
#include "views/onboarding/step_form.h"
#include "views/words/names.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

EditPartnerDialog::EditPartnerDialog(const ViewContext &context, models::CatalogueModel &catalogue,
                                     models::EditPartnerFlow *flow, models::OnboardStep step, QWidget *parent)
    : FlowDialog(
          context, flow,
          tr("%1 of %2", "section, partner").arg(stepTitle(step), inSentence(flow->partner().value.name)),
          Icon::Edit, 720, tr("The details were not saved."), parent),
      m_catalogue(catalogue), m_flow(flow), m_step(step), m_form(makeStepForm(step, context, catalogue))
{
    setObjectName(u"editPartnerDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Kind::Sandbox : Kind::Neutral);
    m_form->setDraft({models::draftOf(flow->partner().value), {}});
    m_form->setProblemSource([this] { return problems(); });
    body()->addWidget(m_form);
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    addSubmit(tr("Save"), ButtonKind::Primary, Icon::Check, tr("Saving…"));
}

models::OnboardDraft EditPartnerDialog::edited() const
{
    models::OnboardDraft draft{models::draftOf(m_flow->partner().value), {}};
    m_form->collect(draft);
    return draft;
}

QList<models::DraftProblem> EditPartnerDialog::problems() const
{
    const models::DraftContext world{m_catalogue.scopes(), m_catalogue.plans(),
                                     context().connection.clock().now().toUTC().date(),
                                     m_flow->partner().value.contacts};
    QList<models::DraftProblem> own;
    for (const models::DraftProblem &problem : models::validateDraft(edited(), world))
        // A missing contact is a gate of promotion, not a reason to keep a correction from being saved.
        if (problem.step == m_step && problem.fault != models::DraftFault::MissingContact)
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
    return m_form->fieldAt({m_step, pointer, models::DraftFault::FromService, {}});
}

void EditPartnerDialog::onDone()
{
    Q_EMIT saved(m_flow->partner());
    accept();
}

} // namespace pc::views
