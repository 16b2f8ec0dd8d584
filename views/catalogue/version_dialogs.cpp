// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/version_dialogs.h"

#include "models/session/connection.h"
#include "views/catalogue/version_form.h"
#include "views/catalogue/version_words.h"
#include "views/seams/context.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/words/names.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;
using Act = models::VersionActFlow::Act;

VersionDialog::VersionDialog(const ViewContext &context, models::SaveVersionFlow *flow, const Api &api,
                             QWidget *parent)
    : FlowDialog(context, flow, flow->base() ? Op::VersionEdit : Op::VersionCreate,
                 flow->base() ? tr("Edit version %1").arg(inSentence(flow->base()->pathPrefix))
                              : tr("Add a version of “%1”").arg(inSentence(api.name)),
                 Icon::Tag, 660,
                 flow->base() ? tr("The version was not changed.") : tr("The version was not added."),
                 parent),
      m_flow(flow), m_form(new VersionForm(api.basePath, flow->base(), [flow] { return flow->now(); }))
{
    setObjectName(u"versionDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    m_form->setDraft(flow->draft());
    addText(flow->base() ? versionUsedText(*flow->base())
                         : tr("Partners are told with each call (Deprecation, Sunset and Link); from its end "
                              "on, calls are refused with 410."));
    body()->addWidget(m_form);
    addReasonFields(flow->base() ? flow->base()->id : QString(),
                    flow->base() ? QStringList{tr("Partners need longer"), tr("Partners are done sooner")}
                                 : QStringList{tr("A newer version is there")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    addSubmit(flow->base() ? tr("Save") : tr("Add"), ButtonKind::Primary,
              flow->base() ? Icon::Check : Icon::Plus, tr("Saving…"));
    connect(flow, &models::Flow::stateChanged, this, &VersionDialog::takeTheirs);
    m_loaded = m_form->draft();
    setFirstFocus(m_form);
}

bool VersionDialog::isTyped() const
{
    return m_form->draft() != m_loaded;
}

void VersionDialog::takeTheirs()
{
    const auto theirs = m_flow->state() == FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    // What was not touched here becomes theirs.
    const ApiVersionDraft base = models::draftOf(*m_flow->base());
    const ApiVersionDraft other = models::draftOf(*theirs);
    ApiVersionDraft mine = m_form->draft();
    const auto merge = [](auto &own, const auto &before, const auto &now) {
        if (own == before)
            own = now;
    };
    merge(mine.pathPrefix, base.pathPrefix, other.pathPrefix);
    merge(mine.deprecatedAt, base.deprecatedAt, other.deprecatedAt);
    merge(mine.sunsetAt, base.sunsetAt, other.sunsetAt);
    merge(mine.successorUrl, base.successorUrl, other.successorUrl);
    merge(mine.guideUrl, base.guideUrl, other.guideUrl);
    merge(mine.sentence, base.sentence, other.sentence);
    m_flow->rebase(*theirs);
    m_form->setBefore(*theirs);
    m_form->setDraft(mine);
    m_loaded = other;
    say(Severity::Warn,
        tr("Nothing was saved: somebody else changed the version meanwhile. Their changes are shown "
           "now, with yours on top. Look, and save again."));
}

bool VersionDialog::prepare()
{
    if (!FormField::validateAll(m_form->fields()))
        return false;
    m_flow->setDraft(m_form->draft());
    return true;
}

FormField *VersionDialog::fieldFor(const QString &pointer) const
{
    FormField *field = m_form->fieldFor(pointer);
    return field ? field : FlowDialog::fieldFor(pointer);
}

void VersionDialog::onDone()
{
    Q_EMIT saved(*m_flow->result());
    accept();
}

VersionActDialog::VersionActDialog(const ViewContext &context, models::VersionActFlow *flow, QWidget *parent)
    : FlowDialog(
          context, flow, flow->act() == Act::End ? Op::VersionEnd : Op::VersionRemove,
          flow->act() == Act::End ? tr("End version %1 now").arg(inSentence(flow->version().pathPrefix))
                                  : tr("Remove version %1").arg(inSentence(flow->version().pathPrefix)),
          flow->act() == Act::End ? Icon::Ban : Icon::Trash, 560,
          flow->act() == Act::End ? tr("The version was not ended.") : tr("The version was not removed."),
          parent),
      m_flow(flow), m_use(nullptr)
{
    const bool ends = flow->act() == Act::End;
    const ApiVersion &version = flow->version();
    setObjectName(ends ? u"endVersionDialog"_s : u"removeVersionDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Bad);
    m_use = addText(versionUsedText(version), Tone::Text);
    addText(ends
                ? tr("Every call to %Ln route(s) below %1 is refused from now on, with 410 and its link.",
                     nullptr, version.routes)
                      .arg(version.pathPrefix)
                : tr("Its routes stay. Partners are told nothing of it any more, and calls that were refused "
                     "because it ended pass again."));
    addReasonFields(version.id,
                    ends ? QStringList{tr("A weakness in this version"), tr("Agreed with all partners")}
                         : QStringList{tr("Added by mistake"), tr("Its routes are gone")});
    if (ends)
        addTick();
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(ends ? tr("Let it run") : tr("Keep the version"));
    addSubmit(ends ? tr("End it now") : tr("Remove the version"), ButtonKind::Danger,
              ends ? Icon::Ban : Icon::Trash, ends ? tr("Ending…") : tr("Removing…"));
    connect(flow, &models::Flow::stateChanged, this, &VersionActDialog::takeTheirs);
    showTick();
}

/// Whose calls are refused from then on, by the figures that are on show.
void VersionActDialog::addTick()
{
    m_although = new QCheckBox;
    m_although->setObjectName(u"althoughBox"_s);
    body()->addWidget(m_although);
    connect(m_although, &QCheckBox::toggled, this, [this] { updateSubmit(); });
}

void VersionActDialog::showTick()
{
    if (!m_although)
        return;
    const int partners = m_flow->version().partners30d;
    m_although->setVisible(partners > 0);
    m_although->setText(tr("End it although %Ln partner(s) still call it", nullptr, partners));
    m_although->setEnabled(models::mayEdit(m_flow->state()));
    updateSubmit();
}

bool VersionActDialog::maySubmit() const
{
    return !m_although || m_flow->version().partners30d == 0 || m_although->isChecked();
}

void VersionActDialog::takeTheirs()
{
    showTick();
    const auto theirs = m_flow->state() == FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    m_flow->rebase(*theirs);
    m_use->setText(versionUsedText(*theirs));
    say(Severity::Warn, tr("Nothing was removed: somebody else changed the version meanwhile. %1")
                            .arg(versionUsedText(*theirs)));
}

void VersionActDialog::onDone()
{
    const ApiVersion &before = m_flow->version();
    const ApiVersion after = m_flow->result().value_or(before);
    // An end is sent without If-Match: somebody else may have edited the version meanwhile.
    Q_EMIT acted(before, after, m_flow->isAnswered() && after.version == before.version + 1);
    accept();
}

} // namespace pc::views
