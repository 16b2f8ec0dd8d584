// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/scopes_acts.h"

#include "models/access/catalogue_model.h"
#include "models/catalogue/plan_flows.h"
#include "models/catalogue/scope_flows.h"
#include "models/session/connection.h"
#include "views/scopes/plan_dialogs.h"
#include "views/scopes/scope_dialogs.h"
#include "views/scopes/take_scope_dialog.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/toast.h"
#include "views/words/error_words.h"
#include "views/words/names.h"

namespace pc::views {

using namespace Qt::StringLiterals;

ScopesActs::ScopesActs(const ViewContext &context, models::CatalogueModel &catalogue, QWidget *window)
    : QObject(window), m_context(context), m_catalogue(catalogue), m_window(window)
{
    registerCommands();
    connect(&catalogue, &models::ObjectModel::changed, this, [this] {
        if (!m_scope.isEmpty() || !m_planId.isEmpty())
            m_context.commands.refresh();
    });
}

QString ScopesActs::edit()
{
    return u"scope.edit"_s;
}

QString ScopesActs::take()
{
    return u"scope.take"_s;
}

QString ScopesActs::exportHolders()
{
    return u"scope.export"_s;
}

QString ScopesActs::remove()
{
    return u"scope.remove"_s;
}

QString ScopesActs::addPlan()
{
    return u"plan.add"_s;
}

QString ScopesActs::copyPlan()
{
    return u"plan.copy"_s;
}

QString ScopesActs::editPlan()
{
    return u"plan.edit"_s;
}

QString ScopesActs::removePlan()
{
    return u"plan.remove"_s;
}

QStringList ScopesActs::contextCommands(bool plans)
{
    return plans ? QStringList{editPlan(), copyPlan(), addPlan(), removePlan()}
                 : QStringList{edit(), take(), exportHolders(), remove()};
}

void ScopesActs::registerCommands()
{
    const QString group = u"scopes"_s;
    CommandRegistry &commands = m_context.commands;
    const auto add = [&](const QString &id, const QString &title, Icon which, std::optional<Op> op,
                         CommandState (ScopesActs::*state)() const, const std::function<void()> &run,
                         bool destructive = false) {
        Command command{.id = id, .title = title, .icon = which, .group = group, .op = op};
        command.destructive = destructive;
        if (state)
            command.state = [this, state] { return (this->*state)(); };
        command.run = run;
        commands.add(command, this);
    };
    add(edit(), tr("Edit scope…"), Icon::Edit, Op::ScopeEdit, &ScopesActs::aboutScope,
        [this] { editScope(); });
    add(take(), tr("Take scope away where it is not used…"), Icon::Minus, Op::GrantEdit,
        &ScopesActs::aboutScope, [this] { takeScope(); });
    add(exportHolders(), tr("Export holders of the scope…"), Icon::Download, Op::ScopeHolders,
        &ScopesActs::aboutScope, [this] { Q_EMIT exportWanted(); });
    add(addPlan(), tr("Add plan…"), Icon::Plus, Op::PlanCreate, nullptr, [this] { openPlan({}, {}); });
    add(copyPlan(), tr("Copy plan…"), Icon::Copy, Op::PlanCreate, &ScopesActs::aboutPlan, [this] {
        PlanDraft draft = models::draftOf(plan()->value);
        draft.name = tr("Copy of %1", "plan").arg(draft.name);
        openPlan({}, draft);
    });
    add(editPlan(), tr("Edit plan…"), Icon::Edit, Op::PlanEdit, &ScopesActs::aboutPlan, [this] {
        const auto base = plan();
        openPlan(base, models::draftOf(base->value));
    });
    add(
        remove(), tr("Remove scope…"), Icon::Trash, Op::ScopeRemove, &ScopesActs::aboutScope,
        [this] { removeScope(); }, true);
    add(
        removePlan(), tr("Remove plan…"), Icon::Trash, Op::PlanRemove, &ScopesActs::aboutPlan,
        [this] { removeChosenPlan(); }, true);
}

void ScopesActs::choose(const QString &scope, const QString &planId)
{
    if (scope == m_scope && planId == m_planId)
        return;
    m_scope = scope;
    m_planId = planId;
    m_context.commands.refresh();
}

std::optional<Versioned<Scope>> ScopesActs::scope() const
{
    const Scope *known = m_catalogue.scope(m_scope);
    return known ? std::optional(Versioned<Scope>{*known, etagOf(known->version)}) : std::nullopt;
}

std::optional<Versioned<Plan>> ScopesActs::plan() const
{
    const Plan *known = m_catalogue.plan(m_planId);
    return known ? std::optional(Versioned<Plan>{*known, etagOf(known->version)}) : std::nullopt;
}

CommandState ScopesActs::aboutScope() const
{
    return scope() ? CommandState::ready()
                   : CommandState::off(tr("Choose a scope under Scopes and plans first."));
}

CommandState ScopesActs::aboutPlan() const
{
    return plan() ? CommandState::ready()
                  : CommandState::off(tr("Choose a plan under Scopes and plans first."));
}

void ScopesActs::editScope()
{
    auto *dialog = new ScopeDialog(
        m_context, new models::SaveScopeFlow(m_context.connection.scopes(), *scope()), m_window);
    connect(dialog, &ScopeDialog::saved, this, [this](const ScopeEffect &effect) {
        m_catalogue.refresh();
        ToastSpec toast{.text = tr("%1 saved").arg(effect.scope.name)};
        if (effect.newConflicts > 0) {
            toast.text = tr("%1 saved. %Ln partner(s) hold it and should not.", nullptr, effect.newConflicts)
                             .arg(effect.scope.name);
            toast.severity = Severity::Warn;
        }
        m_context.toasts.show(toast);
    });
    dialog->open();
}

void ScopesActs::takeScope()
{
    auto *dialog = new TakeScopeDialog(m_context, m_scope, m_window);
    connect(dialog, &TakeScopeDialog::taken, this, [this, name = m_scope](int partners) {
        m_context.toasts.show({.text = tr("%1 taken from %Ln partner(s)", nullptr, partners).arg(name)});
    });
    connect(dialog, &TakeScopeDialog::partnerWanted, this, [this](const QString &partnerId) {
        m_context.navigator.navigate(places::partnerPage(partnerId, u"access"_s));
    });
    dialog->open();
}

void ScopesActs::removeScope()
{
    auto *dialog = new RemoveScopeDialog(
        m_context,
        new models::RemoveScopeFlow(m_context.connection.scopes(), m_context.connection.feed(), *scope()),
        m_window);
    connect(dialog, &RemoveScopeDialog::removed, this, [this](const Scope &removed) {
        m_catalogue.refresh();
        m_context.toasts.show({.text = tr("%1 is removed").arg(removed.name)});
    });
    dialog->open();
}

void ScopesActs::openPlan(const std::optional<Versioned<Plan>> &base, const PlanDraft &draft)
{
    PlanDraft first = draft;
    if (!base && draft.name.isEmpty()) // a plan of nothing would only be refused
        first.sandbox = first.limited = first.production = {1, 5, 1000};
    auto *dialog = new PlanDialog(
        m_context, new models::SavePlanFlow(m_context.connection.plans(), base, first), m_window);
    connect(dialog, &PlanDialog::saved, this,
            [this](const std::optional<Versioned<Plan>> &before, const Versioned<Plan> &saved) {
                m_catalogue.refresh();
                const QString name = inSentence(saved.value.name);
                ToastSpec toast{.text = before ? tr("%1 saved").arg(name) : tr("%1 added").arg(name)};
                if (before && before->etag != saved.etag) { // else it was the same
                    toast.actionText = tr("Undo");
                    toast.actionKeys = keysText(QKeyCombination(Qt::ControlModifier, Qt::Key_Z));
                    toast.action = [this, before = *before, saved] { undoPlan(before, saved); };
                    toast.milliseconds = 20000; // whom it throttles is seen at the partners first
                }
                m_context.toasts.show(toast);
                if (!before)
                    Q_EMIT planWanted(saved.value.id);
            });
    dialog->open();
}

/// As it was, for all its partners. Where somebody changed the plan since, nothing is taken back.
void ScopesActs::undoPlan(const Versioned<Plan> &before, const Versioned<Plan> &after)
{
    auto *flow =
        new models::SavePlanFlow(m_context.connection.plans(), after, models::draftOf(before.value), this);
    flow->setReason(tr("Undone"));
    connect(flow, &models::Flow::stateChanged, this, [this, flow, name = inSentence(before.value.name)] {
        if (flow->state() == models::FlowState::Done) {
            m_catalogue.refresh();
            m_context.toasts.show({.text = tr("Undone: %1 is as it was", "plan").arg(name)});
        } else if (flow->state() == models::FlowState::Failed ||
                   flow->state() == models::FlowState::OutcomeUnknown) {
            m_context.toasts.show(
                {.text = errorLine(*flow->error(), tr("It could not be undone: edit the plan.")),
                 .severity = Severity::Bad});
        } else {
            return;
        }
        flow->deleteLater();
    });
    flow->submit();
}

void ScopesActs::removeChosenPlan()
{
    auto *dialog = new RemovePlanDialog(
        m_context,
        new models::RemovePlanFlow(m_context.connection.plans(), m_context.connection.feed(), *plan()),
        m_window);
    connect(dialog, &RemovePlanDialog::removed, this, [this](const Plan &removed) {
        m_catalogue.refresh();
        m_context.toasts.show({.text = tr("%1 is removed").arg(inSentence(removed.name))});
    });
    dialog->open();
}

} // namespace pc::views
