// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "contract/types/job.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace pc::models {
class JobFlow;
class JobListModel;
} // namespace pc::models

namespace pc::views {

struct ViewContext;
class ActivityDialog;
class LeftAct;
class RecentMessages;
class Toast;

/// What a person does with long work, wherever it is asked for: the commands, their flows, and the toasts
/// that say what became of them.
class JobCommands final : public QObject
{
    Q_OBJECT
public:
    /// `window`: the one over which Activity opens; owns this.
    JobCommands(const ViewContext &context, models::JobListModel &jobs, QWidget *window);

private:
    void openActivity();
    void start(JobKind kind);
    void act(const Job &job, Op act);
    void run(models::JobFlow *flow, const QString &title, const QString &failure);
    void tellFailure(models::JobFlow *flow, LeftAct *told, const QString &failure);
    void tellEnd(const Job &job);
    /// A verification is under way.
    [[nodiscard]] bool isVerifying() const;
    /// What "Open Activity" of a toast does.
    [[nodiscard]] std::function<void()> opening();

    const ViewContext &m_context;
    models::JobListModel &m_jobs;
    QWidget *m_window;
    RecentMessages *m_messages;
    QPointer<ActivityDialog> m_activity;
    QString m_started;           ///< the job that was started here last
    QPointer<Toast> m_startTold; ///< what says so, while it is shown
};

} // namespace pc::views
