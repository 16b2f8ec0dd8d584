// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "contract/types/job.h"

#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;

namespace pc::views {

class Badge;
class Card;
class Label;

/// One job: what, how far, who and when, what came of it, and the one act that it takes now.
class JobCard final : public QWidget
{
    Q_OBJECT
public:
    explicit JobCard(const Job &job, QWidget *parent = nullptr);

    [[nodiscard]] const Job &job() const { return m_job; }
    /// As it stands now. `when`: "3 min ago"; `why`: why its act cannot be done, empty when it can.
    void showJob(const Job &job, const QString &when, const QString &why);
    /// The operation of its act: JobCancel or JobResume; nothing when it takes none.
    [[nodiscard]] static std::optional<Op> actOf(const Job &job);

Q_SIGNALS:
    void requested(pc::Op act);

private:
    void showProgress();
    void showAct(const QString &why);

    Job m_job;
    Card *m_card;
    Label *m_title;
    Badge *m_state;
    QProgressBar *m_bar;
    Label *m_progress;
    Label *m_who;
    Label *m_outcome;
    QPushButton *m_act;
};

} // namespace pc::views
