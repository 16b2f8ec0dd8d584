// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/jobs/job_card.h"
#include "views/widgets/dialog_frame.h"

#include <QHash>

#include <functional>

class QVBoxLayout;

namespace pc::models {
class JobListModel;
}

namespace pc::views {

struct ViewContext;
class Label;
class MessageBanner;
class RecentMessages;
class StateStack;

/// Activity: the long work of the platform, what is under way and what ended last; and what this window said.
class ActivityDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// Of those that have ended, how many are shown.
    static constexpr int mostShown = 20;

    ActivityDialog(const ViewContext &context, models::JobListModel &jobs, const RecentMessages &messages,
                   QWidget *parent);

    /// What became of an act, above the footer; with `ask`, a button that asks again.
    void say(const QString &text, std::function<void()> ask = {});
    void hush();

Q_SIGNALS:
    void requested(const pc::Job &job, pc::Op act);

private:
    void showJobs();
    void showCards();
    void showMessages();
    [[nodiscard]] JobCard *cardOf(const Job &job);

    const ViewContext &m_context;
    models::JobListModel &m_jobs;
    const RecentMessages &m_messages;
    StateStack *m_states;
    QVBoxLayout *m_column;
    Label *m_older;
    QWidget *m_said; ///< by this window
    QVBoxLayout *m_saidLines;
    MessageBanner *m_message;
    std::function<void()> m_ask;
    QHash<QString, JobCard *> m_cards; ///< by job
};

} // namespace pc::views
