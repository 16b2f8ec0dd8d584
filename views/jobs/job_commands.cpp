// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/job_commands.h"

#include "models/jobs/job_flow.h"
#include "models/jobs/job_list_model.h"
#include "models/session/connection.h"
#include "views/commands/command_registry.h"
#include "views/dialogs/left_act.h"
#include "views/jobs/activity_dialog.h"
#include "views/jobs/recent_messages.h"
#include "views/seams/context.h"
#include "views/widgets/toast.h"
#include "views/words/error_words.h"
#include "views/words/job_words.h"
#include "views/words/problem_words.h"

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;
using models::JobFlow;

JobCommands::JobCommands(const ViewContext &context, models::JobListModel &jobs, QWidget *window)
    : QObject(window), m_context(context), m_jobs(jobs), m_window(window),
      m_messages(new RecentMessages(context.toasts, context.ticker, this))
{
    context.commands.add({.id = u"activity.open"_s,
                          .title = tr("Activity…"),
                          .icon = Icon::Inbox,
                          .shortcut = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
                          .group = u"view"_s,
                          .run = [this] { openActivity(); }},
                         this);
    context.commands.add({.id = u"audit.verifyPlatform"_s,
                          .title = tr("Verify the whole history on the platform"),
                          .icon = Icon::Shield,
                          .group = u"environment"_s,
                          .op = Op::JobStart,
                          .state =
                              [this] {
                                  return isVerifying()
                                             ? CommandState::off(problemSentence(ProblemCode::JobUnderWay))
                                             : CommandState::ready();
                              },
                          .run = [this] { start(JobKind::AuditVerify); }},
                         this);
    connect(&jobs, &models::JobListModel::changed, this, [this, verifies = isVerifying()]() mutable {
        if (verifies == isVerifying())
            return; // a step of progress
        verifies = !verifies;
        m_context.commands.refresh();
    });
    connect(&jobs, &models::JobListModel::ended, this, &JobCommands::tellEnd);
}

bool JobCommands::isVerifying() const
{
    const QList<Job> &all = m_jobs.jobs();
    return std::any_of(all.begin(), all.end(), [](const Job &job) {
        return job.kind == JobKind::AuditVerify && isUnderWay(job.state);
    });
}

void JobCommands::openActivity()
{
    if (m_activity)
        return m_activity->raise();
    m_activity = new ActivityDialog(m_context, m_jobs, *m_messages, m_window);
    connect(m_activity, &ActivityDialog::requested, this, &JobCommands::act);
    m_activity->open();
}

void JobCommands::start(JobKind kind)
{
    run(new JobFlow(m_context.connection.jobs(), kind, this), jobTitle(kind), tr("It was not started."));
}

void JobCommands::act(const Job &job, Op act)
{
    run(new JobFlow(m_context.connection.jobs(), job, act, this), jobTitle(job.kind),
        act == Op::JobCancel ? tr("It was not cancelled.") : tr("It was not resumed."));
}

/// Said in Activity while that is open, where the card shows what is done; else by a toast.
void JobCommands::run(JobFlow *flow, const QString &title, const QString &failure)
{
    auto *told = new LeftAct(flow, m_context.toasts, title, failure);
    connect(flow, &JobFlow::stateChanged, this, [this, flow, told, failure] {
        told->hush();
        if (m_activity)
            m_activity->hush();
        switch (flow->state()) {
        case FlowState::Done:
            if (flow->result())
                m_jobs.take(*flow->result());
            if (flow->op() == Op::JobStart && !m_activity) {
                m_started = flow->result() ? flow->result()->id : QString();
                m_startTold = told->tellDone({.text = tr("The platform verifies its whole history."),
                                              .severity = Severity::Info,
                                              .actionText = tr("Open Activity"),
                                              .action = opening()});
            }
            flow->deleteLater();
            break;
        case FlowState::Failed:
            tellFailure(flow, told, failure);
            flow->deleteLater();
            m_jobs.refresh(); // it may stand otherwise than was thought
            break;
        case FlowState::OutcomeUnknown:
            tellFailure(flow, told, failure);
            break;
        case FlowState::Editing:
        case FlowState::Working:
        case FlowState::HeldBack: // of acts that bring a secret
        case FlowState::Confirming:
        case FlowState::Holding:
        case FlowState::Gone:
            break;
        }
    });
    flow->submit();
}

void JobCommands::tellFailure(JobFlow *flow, LeftAct *told, const QString &failure)
{
    if (!m_activity || !flow->error())
        return told->tell();
    if (flow->state() == FlowState::Failed)
        return m_activity->say(errorLine(*flow->error(), failure));
    m_activity->say(errorLine(*flow->error(), failure), [flow = QPointer<JobFlow>(flow)] {
        if (flow)
            flow->retry();
    });
    connect(m_activity, &QDialog::finished, told, [flow, told] {
        if (flow->state() == FlowState::OutcomeUnknown)
            told->tell();
    });
}

std::function<void()> JobCommands::opening()
{
    return [self = QPointer<JobCommands>(this)] {
        if (self)
            self->openActivity();
    };
}

/// Whoever started or resumed it wants to know, wherever he is by now; a finding is everybody's.
void JobCommands::tellEnd(const Job &job)
{
    if (m_startTold && job.id == m_started)
        m_startTold->dismiss(); // it is no longer so
    const auto &session = m_context.connection.session();
    const QString &whose = job.resumedBy.isEmpty() ? job.startedBy : job.resumedBy;
    const bool isBad = jobSeverity(job) == Severity::Bad;
    const QString outcome = outcomeText(job);
    const bool isTheirs = session && session->account == whose && !m_activity; // there its card says it
    if (outcome.isEmpty() || !(isBad || isTheirs))
        return;
    m_context.toasts.show({.text = tr("%1: %2", "a job, what came of it").arg(jobTitle(job.kind), outcome),
                           .severity = jobSeverity(job),
                           .actionText = tr("Open Activity"),
                           .action = opening(),
                           .milliseconds = isBad ? untilDismissed : 12'000});
}

} // namespace pc::views
