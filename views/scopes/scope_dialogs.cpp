// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/scope_dialogs.h"

#include "models/session/connection.h"
#include "views/scopes/scope_form.h"
#include "views/seams/context.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_banner.h"
#include "views/words/error_words.h"
#include "views/words/names.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;

namespace {

constexpr qsizetype namedInSentence = 3;

} // namespace

ScopeDialog::ScopeDialog(const ViewContext &context, models::SaveScopeFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, Op::ScopeEdit, tr("Edit “%1”").arg(flow->base().value.name), Icon::Scopes,
                 640, tr("The scope was not changed."), parent),
      m_flow(flow),
      m_preview(context.connection.scopes(), flow->base().value.name, context.connection.clock()),
      m_form(new ScopeForm), m_effect(new MessageBanner(Severity::Neutral))
{
    setObjectName(u"scopeDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    m_form->setDraft(flow->draft());
    m_loaded = m_form->draft();
    body()->addWidget(m_form);
    m_effect->setObjectName(u"scopeEffect"_s);
    m_effect->keepRoom();
    body()->addWidget(m_effect);
    addReasonFields(flow->base().value.name, {tr("Reviewed with data protection"), tr("Correction")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    addSubmit(tr("Save"), ButtonKind::Primary, Icon::Check, tr("Saving…"));
    connect(flow, &models::Flow::stateChanged, this, &ScopeDialog::takeTheirs);
    connect(m_form, &ScopeForm::edited, this, [this] { m_preview.show(m_form->draft()); });
    connect(&m_preview, &models::EffectPreview::changed, this, &ScopeDialog::showEffect);
    m_preview.show(m_form->draft());
    m_form->setFocus();
    showEffect();
}

/// What is held stays held: the edit says only who should not have it.
void ScopeDialog::showEffect()
{
    const auto &effect = m_preview.effect();
    if (m_preview.isBusy() && !effect)
        return m_effect->setMessage(Severity::Neutral, tr("Looking at whose grants it fits…"));
    if (!effect && m_preview.error() && m_preview.error()->status == 422)
        return m_effect->setMessage(Severity::Neutral,
                                    tr("What it means is shown when all fields are right."));
    if (!effect)
        return m_effect->setMessage(
            Severity::Warn, m_preview.error()
                                ? errorLine(*m_preview.error(), tr("What it means could not be loaded."))
                                : tr("What it means is not known."));
    if (effect->holders == 0)
        return m_effect->setMessage(Severity::Neutral, tr("No partner holds it."));
    if (effect->newConflicts == 0)
        return m_effect->setMessage(Severity::Neutral, tr("It fits the grants of %Ln partner(s) as before.",
                                                          nullptr, effect->holders));
    QStringList names;
    for (const ScopeMisfit &each : effect->conflicts)
        if (each.isNew && names.size() < namedInSentence)
            names.append(inSentence(each.name));
    const int more = effect->newConflicts - static_cast<int>(names.size());
    const QString who = more > 0
                            ? tr("%1 and %Ln other(s)", "names of partners", more).arg(names.join(u", "_s))
                            : names.join(u", "_s);
    m_effect->setMessage(Severity::Warn, tr("%Ln partner(s) hold it and should not then: %1. They keep it "
                                            "until it is taken out of their grants.",
                                            nullptr, effect->newConflicts)
                                             .arg(who));
    m_effect->setIcon(Icon::Warning);
}

bool ScopeDialog::isTyped() const
{
    return m_form->draft() != m_loaded;
}

void ScopeDialog::takeTheirs()
{
    const auto theirs = m_flow->state() == FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    // What was not touched here becomes theirs.
    const ScopeDraft base = models::draftOf(m_flow->base().value);
    const ScopeDraft other = models::draftOf(theirs->value);
    ScopeDraft mine = m_form->draft();
    const auto merge = [](auto &own, const auto &before, const auto &now) {
        if (own == before)
            own = now;
    };
    merge(mine.title, base.title, other.title);
    merge(mine.sentence, base.sentence, other.sentence);
    merge(mine.dataCategories, base.dataCategories, other.dataCategories);
    merge(mine.lawfulBases, base.lawfulBases, other.lawfulBases);
    merge(mine.sensitive, base.sensitive, other.sensitive);
    m_flow->rebase(*theirs);
    m_loaded = other;
    m_form->setDraft(mine);
    say(Severity::Warn,
        tr("Nothing was saved: somebody else changed the scope meanwhile. Their changes are shown "
           "now, with yours on top. Look, and save again."));
}

bool ScopeDialog::prepare()
{
    if (!FormField::validateAll(m_form->fields()))
        return false;
    m_flow->setDraft(m_form->draft());
    return true;
}

FormField *ScopeDialog::fieldFor(const QString &pointer) const
{
    FormField *field = m_form->fieldFor(pointer);
    return field ? field : FlowDialog::fieldFor(pointer);
}

void ScopeDialog::onDone()
{
    Q_EMIT saved(*m_flow->result());
    accept();
}

RemoveScopeDialog::RemoveScopeDialog(const ViewContext &context, models::RemoveScopeFlow *flow,
                                     QWidget *parent)
    : FlowDialog(context, flow, Op::ScopeRemove, tr("Remove “%1”").arg(flow->scope().value.name), Icon::Trash,
                 560, tr("The scope was not removed."), parent),
      m_flow(flow)
{
    setObjectName(u"removeScopeDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Bad);
    addText(
        tr("It goes only when no grant and no credential has it, and no route needs it. What was said of it "
           "is gone then; an import that needs it makes it anew."),
        Tone::Text);
    addReasonFields(flow->scope().value.name, {tr("No route needs it any more")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Keep the scope"));
    addSubmit(tr("Remove the scope"), ButtonKind::Danger, Icon::Trash, tr("Removing…"));
    connect(flow, &models::Flow::stateChanged, this, &RemoveScopeDialog::takeTheirs);
}

void RemoveScopeDialog::takeTheirs()
{
    const auto theirs = m_flow->state() == FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    m_flow->rebase(*theirs);
    say(Severity::Warn,
        tr("Nothing was removed: somebody else changed the scope meanwhile. Remove it again if it "
           "is still not needed."));
}

void RemoveScopeDialog::onDone()
{
    Q_EMIT removed(m_flow->scope().value);
    accept();
}

} // namespace pc::views
