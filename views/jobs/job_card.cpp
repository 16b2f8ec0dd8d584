// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/job_card.h"

#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/words/job_words.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

JobCard::JobCard(const Job &job, QWidget *parent)
    : QWidget(parent), m_job(job), m_card(new Card), m_title(new Label), m_state(new Badge),
      m_bar(new QProgressBar), m_progress(new Label({}, TypeRole::Small, Tone::Muted)),
      m_who(new Label({}, TypeRole::Small, Tone::Muted)), m_outcome(new Label({}, TypeRole::Body)),
      m_act(makeButton(u"jobAct"_s, {}))
{
    setObjectName(u"job_"_s + job.id);
    m_title->setWeight(QFont::DemiBold);
    m_title->setWordWrap(true);
    m_who->setWordWrap(true);
    m_outcome->setObjectName(u"jobOutcome"_s);
    m_outcome->setWordWrap(true);
    m_bar->setObjectName(u"jobProgress"_s);
    m_bar->setTextVisible(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_title, 1);
    head->addWidget(m_state, 0, Qt::AlignTop);
    auto *facts = new QVBoxLayout;
    facts->setSpacing(2);
    facts->addWidget(m_progress);
    facts->addWidget(m_who);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::m);
    foot->addLayout(facts, 1);
    foot->addWidget(m_act, 0, Qt::AlignBottom);
    m_card->body()->setSpacing(space::s);
    m_card->body()->addLayout(head);
    m_card->body()->addWidget(m_bar);
    m_card->body()->addWidget(m_outcome);
    m_card->body()->addLayout(foot);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (const auto act = actOf(m_job))
            Q_EMIT requested(*act);
    });
}

std::optional<Op> JobCard::actOf(const Job &job)
{
    if (isResumable(job.state))
        return Op::JobResume;
    return isUnderWay(job.state) ? std::optional(Op::JobCancel) : std::nullopt;
}

void JobCard::showJob(const Job &job, const QString &when, const QString &why)
{
    m_job = job;
    const QString title = jobTitle(job.kind);
    m_title->setText(title);
    m_state->set(jobSeverity(job), jobIcon(job), stateText(job));
    showProgress();
    m_who->setText(tr("%1 · %2", "who started a job, when").arg(whoText(job), when));
    m_who->setToolTip(isoUtc(job.startedAt));
    const QString outcome = outcomeText(job);
    m_outcome->setText(outcome);
    m_outcome->setVisible(!outcome.isEmpty());
    m_card->setSeverity(jobSeverity(job) == Severity::Bad ? Severity::Bad : Severity::Neutral);
    showAct(why);
    setAccessibleName(tr("%1: %2", "a job, its state").arg(title, stateText(job)));
    QStringList facts{m_progress->text(), outcome, m_who->text()};
    facts.removeAll(QString());
    setAccessibleDescription(facts.join(u'\n'));
}

/// A bar only while it moves; one without an end while nobody knows how much there is.
void JobCard::showProgress()
{
    m_bar->setVisible(isUnderWay(m_job.state));
    constexpr int whole = 1000;
    const bool known = m_job.done && m_job.total && *m_job.total > 0;
    m_bar->setRange(0, known ? whole : 0);
    if (known)
        m_bar->setValue(static_cast<int>(*m_job.done * whole / *m_job.total));
    const QString text = progressText(m_job);
    m_bar->setAccessibleName(text);
    m_progress->setText(text);
    m_progress->setVisible(!text.isEmpty());
}

/// One button that says what it does now: it never goes from under the pointer while there is something to
/// do.
void JobCard::showAct(const QString &why)
{
    const auto act = actOf(m_job);
    m_act->setVisible(act.has_value());
    if (!act)
        return;
    const QString text = *act == Op::JobCancel ? tr("Cancel") : tr("Resume");
    m_act->setText(text);
    m_act->setIcon(icon(*act == Op::JobCancel ? Icon::Close : Icon::Play));
    m_act->setAccessibleName(tr("%1: %2", "an act, the job").arg(text, jobTitle(m_job.kind)));
    setDisabledReason(m_act,
                      m_job.state == JobState::Cancelling ? tr("It ends after its present step.") : why);
}

} // namespace pc::views
