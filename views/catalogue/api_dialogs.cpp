// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/api_dialogs.h"

#include "models/catalogue/api_list_model.h"
#include "models/catalogue/revision_list_model.h"
#include "models/session/connection.h"
#include "views/catalogue/api_form.h"
#include "views/seams/context.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"
#include "views/widgets/toast.h"
#include "views/words/names.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;

ApiDialog::ApiDialog(const ViewContext &context, const models::ApiListModel &apis, models::SaveApiFlow *flow,
                     QWidget *parent)
    : FlowDialog(context, flow, flow->base() ? Op::ApiEdit : Op::ApiCreate,
                 flow->base() ? tr("Edit “%1”").arg(inSentence(flow->base()->value.name)) : tr("Add an API"),
                 Icon::Catalogue, 620,
                 flow->base() ? tr("The API was not changed.") : tr("The API was not added."), parent),
      m_flow(flow), m_form(new ApiForm)
{
    setObjectName(u"apiDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    const auto takeOthers = [this, &apis] {
        m_form->setOthers(apis.apis(), m_flow->base() ? m_flow->base()->value.id : QString());
    };
    takeOthers();
    connect(&apis, &models::PagedModel::stateChanged, this, takeOthers);
    m_form->setDraft(flow->draft());
    m_loaded = m_form->draft();
    if (flow->base())
        addText(tr("With another host, base path or audience its callers must change as well: what they use "
                   "now is refused from then on."));
    body()->addWidget(m_form);
    addReasonFields(flow->base() ? flow->base()->value.id : QString(),
                    flow->base() ? QStringList{tr("Its address changes"), tr("Correction")}
                                 : QStringList{tr("New API for partners")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    addSubmit(flow->base() ? tr("Save") : tr("Add"), ButtonKind::Primary,
              flow->base() ? Icon::Check : Icon::Plus, tr("Saving…"));
    connect(flow, &models::Flow::stateChanged, this, &ApiDialog::takeTheirs);
    setFirstFocus(m_form);
}

bool ApiDialog::isTyped() const
{
    return m_form->draft() != m_loaded;
}

void ApiDialog::takeTheirs()
{
    const auto theirs = m_flow->state() == FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    // What was not touched here becomes theirs.
    const ApiDraft base = models::draftOf(m_flow->base()->value);
    const ApiDraft other = models::draftOf(theirs->value);
    ApiDraft mine = m_form->draft();
    const auto merge = [](QString &own, const QString &before, const QString &now) {
        if (own == before)
            own = now;
    };
    merge(mine.name, base.name, other.name);
    merge(mine.host, base.host, other.host);
    merge(mine.basePath, base.basePath, other.basePath);
    merge(mine.audience, base.audience, other.audience);
    m_flow->rebase(*theirs);
    m_form->setDraft(mine);
    m_loaded = other;
    say(Severity::Warn,
        tr("Nothing was saved: somebody else changed the API meanwhile. Their changes are shown "
           "now, with yours on top. Look, and save again."));
}

bool ApiDialog::prepare()
{
    if (!FormField::validateAll(m_form->fields()))
        return false;
    m_flow->setDraft(m_form->draft());
    return true;
}

FormField *ApiDialog::fieldFor(const QString &pointer) const
{
    FormField *field = m_form->fieldFor(pointer);
    return field ? field : FlowDialog::fieldFor(pointer);
}

void ApiDialog::onDone()
{
    Q_EMIT saved(*m_flow->result());
    accept();
}

RemoveApiDialog::RemoveApiDialog(const ViewContext &context, models::RemoveApiFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, Op::ApiRemove, tr("Remove “%1”").arg(inSentence(flow->api().value.name)),
                 Icon::Trash, 560, tr("The API was not removed."), parent),
      m_flow(flow)
{
    setObjectName(u"removeApiDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Bad);
    const Api &api = flow->api().value;
    addText(question(api), Tone::Text);
    addText(tr("It cannot be removed while partners hold scopes of it: take these out of their grants first. "
               "There is no way back; its descriptions would have to be imported again."));
    m_typed = new LineInput(u"removeName"_s);
    m_typedField = new FormField(tr("Type “%1” to go on").arg(inSentence(api.name)), m_typed);
    m_typedField->setRule([this] {
        return m_typed->text().trimmed() == m_flow->api().value.name ? QString()
                                                                     : tr("This is not the name of the API.");
    });
    body()->addWidget(m_typedField);
    addReasonFields(api.id, {tr("The API is switched off"), tr("Added by mistake")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Keep the API"));
    addSubmit(tr("Remove the API"), ButtonKind::Danger, Icon::Trash, tr("Removing…"));
    connect(m_typed, &QLineEdit::textChanged, this, [this] { updateSubmit(); });
    connect(flow, &models::Flow::stateChanged, this, &RemoveApiDialog::takeTheirs);
    updateSubmit();
}

QString RemoveApiDialog::question(const Api &api)
{
    return tr("%Ln route(s) go with it: every call to %1 is refused from then on.", nullptr, api.routes)
        .arg(models::ApiListModel::addressText(api));
}

bool RemoveApiDialog::maySubmit() const
{
    return !m_typed || m_typed->text().trimmed() == m_flow->api().value.name;
}

bool RemoveApiDialog::prepare()
{
    return FormField::validateAll({m_typedField});
}

void RemoveApiDialog::takeTheirs()
{
    const auto theirs = m_flow->state() == FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    m_flow->rebase(*theirs);
    updateSubmit();
    say(Severity::Warn,
        tr("Nothing was removed: somebody else changed the API meanwhile. %1").arg(question(theirs->value)));
}

void RemoveApiDialog::onDone()
{
    Q_EMIT removed(m_flow->api().value);
    accept();
}

RemoveRevisionDialog::RemoveRevisionDialog(const ViewContext &context, models::RemoveRevisionFlow *flow,
                                           QWidget *parent)
    : FlowDialog(context, flow, Op::RevisionRemove,
                 flow->revision().state == RevisionState::Proposed ? tr("Withdraw the proposal")
                                                                   : tr("Remove the former revision"),
                 Icon::Trash, 560, tr("Nothing was removed."), parent),
      m_flow(flow)
{
    setObjectName(u"removeRevisionDialog"_s);
    const bool proposed = flow->revision().state == RevisionState::Proposed;
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    addText(inSentence(models::RevisionListModel::descriptionText(flow->revision())), Tone::Text);
    addText(proposed ? tr("Its description would have to be imported again. What is in force stays as it is.")
                     : tr("These routes cannot be put back then. What is in force stays as it is."));
    addReasonFields(flow->revision().id, {tr("Proposed by mistake"), tr("It is not needed any more")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Keep it"));
    addSubmit(proposed ? tr("Withdraw") : tr("Remove"), ButtonKind::Danger, Icon::Trash, tr("Removing…"));
    updateSubmit();
}

void RemoveRevisionDialog::onDone()
{
    Q_EMIT removed(m_flow->revision());
    accept();
}

} // namespace pc::views
