// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/plan_dialogs.h"

#include "models/base/item_roles.h"
#include "models/session/connection.h"
#include "views/scopes/plan_form.h"
#include "views/scopes/scopes_delegates.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/form_field.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/label.h"
#include "views/widgets/table_view.h"
#include "views/words/error_words.h"
#include "views/words/names.h"

#include <QCheckBox>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;
using models::PlanEffectTable;

PlanDialog::PlanDialog(const ViewContext &context, models::SavePlanFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, flow->base() ? Op::PlanEdit : Op::PlanCreate,
                 flow->base() ? tr("Edit “%1”").arg(inSentence(flow->base()->value.name)) : tr("Add a plan"),
                 Icon::Gauge, 1040,
                 flow->base() ? tr("The plan was not changed.") : tr("The plan was not added."), parent),
      m_flow(flow), m_form(new PlanForm)
{
    setObjectName(u"planDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    m_form->setDraft(flow->draft());
    m_loaded = m_form->draft();
    body()->addWidget(m_form);
    if (flow->base())
        addEffect();
    addReasonFields(flow->base() ? flow->base()->value.id : QString(),
                    flow->base() ? QStringList{tr("Capacity review"), tr("Correction")}
                                 : QStringList{tr("New offer for partners")});
    if (!flow->base())
        setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    addSubmit(flow->base() ? tr("Save") : tr("Add"), ButtonKind::Primary,
              flow->base() ? Icon::Check : Icon::Plus, tr("Saving…"));
    connect(flow, &models::Flow::stateChanged, this, &PlanDialog::takeTheirs);
    m_form->setFocus();
}

PlanDialog::~PlanDialog()
{
    if (m_table)
        m_table->setModel(nullptr); // before the model that it shows
}

void PlanDialog::addEffect()
{
    m_preview = std::make_unique<models::PlanPreview>(context().connection.plans(), m_flow->base()->value.id,
                                                      context().connection.clock());
    m_summary = new Label({}, TypeRole::Body, Tone::Muted);
    m_summary->setObjectName(u"planEffectSummary"_s);
    m_summary->setWordWrap(true);
    m_table = new PcTableView;
    m_table->setObjectName(u"planEffectTable"_s);
    m_table->setAccessibleName(tr("What it means for its partners"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    m_table->setModel(&m_lines);
    m_table->setItemDelegate(new PlanEffectDelegate(m_table));
    // A partner has a line for each realm: which one it is stands there at any width.
    m_table->setColumns({{PlanEffectTable::PartnerColumn, 190, 4, 0},
                         {PlanEffectTable::RealmColumn, 100, 0, 0},
                         {PlanEffectTable::BeforeColumn, 180, 1, 3},
                         {PlanEffectTable::AfterColumn, 190, 1, 0},
                         {PlanEffectTable::HourColumn, 120, 0, 2},
                         {PlanEffectTable::DayColumn, 130, 1, 0}});
    m_table->setFixedHeight(TypeScale::of(this).px(space::header + 5 * space::rowDense));
    body()->addWidget(m_summary);
    body()->addWidget(m_table);
    m_although = new QCheckBox;
    m_although->setObjectName(u"althoughBox"_s);
    keepRoomWhileHidden(m_although);
    m_although->hide();
    setFooterWidget(m_although);
    connect(m_although, &QCheckBox::toggled, this, [this] { updateSubmit(); });
    connect(m_flow, &models::Flow::stateChanged, this, &PlanDialog::showTick);
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { context().clipboard.setText(tsv, html); });
    connect(m_form, &PlanForm::edited, this, &PlanDialog::askEffect);
    connect(m_preview.get(), &models::EffectPreview::changed, this, &PlanDialog::showEffect);
    askEffect();
}

void PlanDialog::askEffect()
{
    if (m_form->isReadable())
        m_preview->show(m_form->draft());
    showTick();
}

namespace {

bool isThrottled(const PlanEffectLine &line)
{
    return line.hoursOver > 0 || line.daysOver > 0;
}

int throttledBy(const PlanEffect &effect)
{
    return static_cast<int>(std::count_if(effect.lines.begin(), effect.lines.end(), isThrottled));
}

/// By realm and partner, in one order.
QStringList throttledIn(const PlanEffect &effect)
{
    QStringList ids;
    for (const PlanEffectLine &line : effect.lines)
        if (isThrottled(line))
            ids.append(QString::number(static_cast<int>(line.realm)) + u' ' + line.partnerId);
    ids.sort();
    return ids;
}

} // namespace

bool PlanDialog::changesLimits() const
{
    const PlanDraft draft = m_form->draft();
    return draft.sandbox != m_loaded.sandbox || draft.limited != m_loaded.limited ||
           draft.production != m_loaded.production;
}

/// Whose limits become others is agreed to. That was said of these partners and limits: of others it is asked
/// anew.
void PlanDialog::showTick()
{
    if (!m_although)
        return;
    const auto &effect = m_preview->effect();
    const int partners = effect ? effect->partners : m_flow->base()->value.partners;
    const int throttled = effect ? throttledBy(*effect) : 0;
    const bool asks = changesLimits() && partners > 0;
    m_although->setVisible(asks);
    m_although->setEnabled(models::mayEdit(m_flow->state()));
    m_although->setText(
        throttled > 0 ? tr("Change the limits of %Ln partner(s), although some would have been throttled",
                           nullptr, partners)
                      : tr("Change the limits of %Ln partner(s)", nullptr, partners));
    const PlanDraft draft = m_form->draft();
    const Asked asked{draft.sandbox, draft.limited, draft.production, partners,
                      effect ? throttledIn(*effect) : QStringList()};
    if (!asks || asked != m_asked)
        m_although->setChecked(false);
    m_asked = asked;
    if (submitButton())
        setButtonKind(submitButton(), asks && throttled > 0 ? ButtonKind::Danger : ButtonKind::Primary);
    updateSubmit();
}

bool PlanDialog::maySubmit() const
{
    if (!m_form->isReadable())
        return true; // what is wrong is said at its field then
    return !m_although || m_although->isHidden() || (m_although->isChecked() && !m_preview->isBusy());
}

bool PlanDialog::isTyped() const
{
    return m_form->draft() != m_loaded;
}

/// The figures are of 30 days; what is not kept is said to be not known, never taken for nothing.
void PlanDialog::showEffect()
{
    showTick();
    const auto &effect = m_preview->effect();
    if (m_preview->isBusy() && !effect)
        return m_summary->setText(tr("Looking at its partners…"));
    if (!effect) {
        const auto &error = m_preview->error();
        m_summary->setText(error && error->status == 422
                               ? tr("What it means is shown when all fields are right.")
                           : error ? errorLine(*error, tr("What it means could not be loaded."))
                                   : tr("What it means is not known."));
        return;
    }
    m_lines.show(effect->lines);
    if (effect->partners == 0)
        return m_summary->setText(tr("No partner has this plan."));
    const int exceeded = throttledBy(*effect);
    QString text = tr("%Ln partner(s) have it, and all get it at once.", nullptr, effect->partners) + u' ';
    text +=
        exceeded == 0
            ? tr("By the figures of the last 30 days none would have been throttled for it in whole hours or "
                 "days; shorter peaks are not kept.")
            : tr("By the figures of the last 30 days %Ln would have been throttled.", nullptr, exceeded);
    m_summary->setText(text);
}

void PlanDialog::takeTheirs()
{
    const auto theirs = m_flow->state() == FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    const PlanDraft base = models::draftOf(m_flow->base()->value);
    const PlanDraft other = models::draftOf(theirs->value);
    PlanDraft mine = m_form->draft();
    const auto merge = [](auto &own, const auto &before, const auto &now) {
        if (own == before)
            own = now;
    };
    merge(mine.name, base.name, other.name);
    merge(mine.description, base.description, other.description);
    merge(mine.sandbox, base.sandbox, other.sandbox);
    merge(mine.limited, base.limited, other.limited);
    merge(mine.production, base.production, other.production);
    m_flow->rebase(*theirs);
    m_loaded = other;
    m_form->setDraft(mine);
    showTick();
    say(Severity::Warn,
        tr("Nothing was saved: somebody else changed the plan meanwhile. Their changes are shown "
           "now, with yours on top. Look, and save again."));
}

bool PlanDialog::prepare()
{
    if (!FormField::validateAll(m_form->fields()))
        return false;
    m_flow->setDraft(m_form->draft());
    return true;
}

FormField *PlanDialog::fieldFor(const QString &pointer) const
{
    FormField *field = m_form->fieldFor(pointer);
    return field ? field : FlowDialog::fieldFor(pointer);
}

void PlanDialog::onDone()
{
    Q_EMIT saved(m_flow->base(), *m_flow->result());
    accept();
}

RemovePlanDialog::RemovePlanDialog(const ViewContext &context, models::RemovePlanFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, Op::PlanRemove, tr("Remove “%1”").arg(inSentence(flow->plan().value.name)),
                 Icon::Trash, 560, tr("The plan was not removed."), parent),
      m_flow(flow)
{
    setObjectName(u"removePlanDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Bad);
    addText(tr("It goes only when no partner has it. Past events keep its name."), Tone::Text);
    addReasonFields(flow->plan().value.id, {tr("Not offered any more")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Keep the plan"));
    addSubmit(tr("Remove the plan"), ButtonKind::Danger, Icon::Trash, tr("Removing…"));
    connect(flow, &models::Flow::stateChanged, this, &RemovePlanDialog::takeTheirs);
}

void RemovePlanDialog::takeTheirs()
{
    const auto theirs = m_flow->state() == FlowState::Failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    m_flow->rebase(*theirs);
    say(Severity::Warn,
        tr("Nothing was removed: somebody else changed the plan meanwhile. Remove it again if it "
           "is still not needed."));
}

void RemovePlanDialog::onDone()
{
    Q_EMIT removed(m_flow->plan().value);
    accept();
}

} // namespace pc::views
