// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/observing_acts.h"

#include "contract/rules/date_words.h"
#include "models/observing/observation_flows.h"
#include "models/observing/observation_list_model.h"
#include "models/session/connection.h"
#include "views/observing/begin_dialog.h"
#include "views/observing/enforce_dialog.h"
#include "views/observing/extend_dialog.h"
#include "views/observing/report_words.h"
#include "views/seams/catalogue_places.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/toast.h"
#include "views/words/act_guard.h"
#include "views/words/error_words.h"
#include "views/words/observation_words.h"

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;
using models::ObservationListModel;

ObservingActs::ObservingActs(const ViewContext &context, ObservationListModel &observations,
                             models::ApiListModel &apis, QWidget *window)
    : QObject(window), m_context(context), m_observations(observations), m_apis(apis), m_window(window)
{
    registerCommands();
    connect(&observations, &models::PagedModel::stateChanged, this, [this] {
        withdrawOffers();
        m_context.commands.refresh();
    });
}

QString ObservingActs::begin()
{
    return observeCommand();
}

QString ObservingActs::report()
{
    return u"observing.report"_s;
}

QString ObservingActs::extend()
{
    return u"observing.extend"_s;
}

QString ObservingActs::enforce()
{
    return u"observing.enforce"_s;
}

QString ObservingActs::again()
{
    return u"observing.again"_s;
}

QStringList ObservingActs::contextCommands()
{
    return {report(), extend(), enforce(), again()};
}

void ObservingActs::registerCommands()
{
    const QString group = u"observing"_s;
    CommandRegistry &commands = m_context.commands;
    commands.add({.id = begin(),
                  .title = tr("Observe instead of enforcing…"),
                  .icon = Icon::Eye,
                  .group = group,
                  .op = Op::ObservationBegin,
                  .run = [this] { openBegin(onShow(), {}); }},
                 this);
    commands.add(
        {.id = report(),
         .title = tr("What would be refused"),
         .icon = Icon::Usage,
         .group = group,
         .op = Op::ObservationReport,
         .state =
             [this] {
                 return m_chosen ? CommandState::ready()
                                 : CommandState::off(tr("Choose what is observed first."));
             },
         .run = [this] { m_context.navigator.navigate(places::observationPage(m_chosen->observation.id)); }},
        this);
    commands.add({.id = extend(),
                  .title = tr("Another end for what is observed…"),
                  .icon = Icon::Calendar,
                  .group = group,
                  .op = Op::ObservationExtend,
                  .state = [this] { return aboutOneInForce(); },
                  .run = [this] { openExtend(); }},
                 this);
    commands.add({.id = enforce(),
                  .title = tr("Enforce what is observed…"),
                  .icon = Icon::Lock,
                  .group = group,
                  .op = Op::ObservationEnd,
                  .destructive = true,
                  .state = [this] { return aboutOneInForce(); },
                  .run = [this] { openEnforce(); }},
                 this);
    commands.add({.id = again(),
                  .title = tr("Back to observing…"),
                  .icon = Icon::Undo,
                  .group = group,
                  .op = Op::ObservationBegin,
                  .state = [this] { return aboutOneThatIsOver(); },
                  .run =
                      [this] {
                          ObservationDraft draft = models::sameAgain(m_chosen->observation);
                          if (draft.until <= m_context.ticker.now())
                              draft.until = {}; // as for a new one
                          openBegin(draft, m_chosen->name);
                      }},
                 this);
}

void ObservingActs::choose(const std::optional<ObservationSummary> &observed)
{
    if (observed == m_chosen)
        return;
    m_chosen = observed;
    m_context.commands.refresh();
}

CommandState ObservingActs::aboutOneInForce() const
{
    if (!m_chosen)
        return CommandState::off(tr("Choose what is observed first."));
    if (ObservationListModel::isOver(m_chosen->observation, m_context.ticker.now()))
        return CommandState::off(tr("It is over: refusals are enforced."));
    return CommandState::ready();
}

CommandState ObservingActs::aboutOneThatIsOver() const
{
    if (!m_chosen)
        return CommandState::off(tr("Choose what was observed first."));
    if (!ObservationListModel::isOver(m_chosen->observation, m_context.ticker.now()))
        return CommandState::off(tr("It is observed already."));
    if (isObservedAgain(m_chosen->observation))
        return CommandState::off(tr("It is observed again already."));
    return CommandState::ready();
}

/// The same is observed, by one that was begun since.
bool ObservingActs::isObservedAgain(const Observation &over) const
{
    const QList<ObservationSummary> inForce = m_observations.inForce();
    return std::any_of(inForce.begin(), inForce.end(), [&over](const ObservationSummary &each) {
        const Observation &own = each.observation;
        return own.id != over.id && own.kind == over.kind && own.target == over.target &&
               own.pathPrefix == over.pathPrefix;
    });
}

/// Whoever went back by another way has nothing to take back any more.
void ObservingActs::withdrawOffers()
{
    for (qsizetype i = m_offers.size() - 1; i >= 0; --i) {
        const auto &[toast, over] = m_offers.at(i);
        if (toast && !isObservedAgain(over))
            continue;
        if (toast)
            toast->dismiss();
        m_offers.removeAt(i);
    }
}

/// The partner or the API that is looked at is what is meant, most of the time.
ObservationDraft ObservingActs::onShow() const
{
    const Location &place = m_context.navigator.current();
    ObservationDraft draft;
    if (place.page == places::partner && !place.arg(0).isEmpty()) {
        draft.kind = ObservationKind::Partner;
        draft.target = place.arg(0);
    } else if (place.page == places::catalogue && !place.arg(0).isEmpty()) {
        draft.kind = ObservationKind::Api;
        draft.target = place.arg(0);
    }
    return draft;
}

void ObservingActs::openBegin(const ObservationDraft &draft, const QString &name)
{
    auto *flow = new models::BeginObservationFlow(m_context.connection.observations());
    flow->setDraft(draft);
    auto *dialog = new BeginObservationDialog(m_context, m_apis, flow, name, m_window);
    connect(dialog, &BeginObservationDialog::begun, this, [this](const Observation &observation) {
        m_observations.refresh();
        m_context.toasts.show(
            {.text = tr("Observed until %1 UTC")
                         .arg(rules::momentText(observation.until, rules::DateForm::DayOfYear)),
             .severity = Severity::Warn,
             .actionText = tr("What would be refused"),
             .action = [this, id = observation.id] {
                 m_context.navigator.navigate(places::observationPage(id));
             }});
    });
    dialog->open();
}

void ObservingActs::openExtend()
{
    auto *dialog = new ExtendObservationDialog(
        m_context, new models::ExtendObservationFlow(m_context.connection.observations(), *m_chosen),
        m_window);
    connect(dialog, &ExtendObservationDialog::extended, this, [this](const Observation &observation) {
        m_observations.refresh();
        m_context.toasts.show(
            {.text = tr("Observed until %1 UTC")
                         .arg(rules::momentText(observation.until, rules::DateForm::DayOfYear))});
    });
    dialog->open();
}

void ObservingActs::openEnforce()
{
    auto *dialog = new EnforceDialog(
        m_context,
        new models::EnforceFlow(m_context.connection.observations(), m_context.connection.feed(), *m_chosen),
        m_window);
    connect(dialog, &EnforceDialog::enforced, this, &ObservingActs::onEnforced);
    dialog->open();
}

void ObservingActs::onEnforced(const ObservationSummary &observed)
{
    m_observations.refresh();
    ToastSpec toast{.text = tr("%1 is enforced").arg(observedName(observed.observation, observed.name))};
    // Whoever may end it may not always begin it.
    if (blockText(m_context.connection, Op::ObservationBegin).isEmpty()) {
        toast.actionText = tr("Back to observing");
        toast.actionKeys = keysText(QKeyCombination(Qt::ControlModifier, Qt::Key_Z));
        toast.action = [this, observed] { takeBack(observed); };
        toast.milliseconds = 30000; // what breaks is seen at the callers first
    }
    Toast *shown = m_context.toasts.show(toast);
    if (toast.action)
        m_offers.append({shown, observed.observation});
}

/// One step: the same is observed, until the same day.
void ObservingActs::takeBack(const ObservationSummary &observed)
{
    auto *flow = new models::BeginObservationFlow(m_context.connection.observations(), this);
    flow->setDraft(models::sameAgain(observed.observation));
    flow->setReason(tr("Back to observing: enforcing is taken back"));
    connect(flow, &models::Flow::stateChanged, this, [this, flow, observed] {
        if (flow->state() == FlowState::Done) {
            // The report on show is of the one that is over.
            if (m_context.navigator.current().page == places::observation)
                m_context.navigator.navigate(places::observationPage(flow->result()->id));
            m_context.toasts.show(
                {.text = tr("%1 is observed again, until %2 UTC")
                             .arg(observedName(observed.observation, observed.name),
                                  rules::momentText(flow->draft().until, rules::DateForm::DayOfYear)),
                 .severity = Severity::Warn});
        } else if (flow->state() == FlowState::Failed || flow->state() == FlowState::OutcomeUnknown)
            m_context.toasts.show(
                {.text = errorLine(*flow->error(), tr("It is not known to be observed again: begin it anew "
                                                      "under Observing.")),
                 .severity = Severity::Bad});
        else
            return;
        m_observations.refresh();
        flow->deleteLater();
    });
    flow->submit();
}

} // namespace pc::views
