// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/activity_dialog.h"

#include "models/jobs/job_list_model.h"
#include "models/session/connection.h"
#include "views/commands/command_registry.h"
#include "views/jobs/recent_messages.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/words/act_guard.h"
#include "views/words/load_view.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ActivityDialog::ActivityDialog(const ViewContext &context, models::JobListModel &jobs,
                               const RecentMessages &messages, QWidget *parent)
    : DialogFrame(tr("Activity"), Icon::Inbox, 560, parent), m_context(context), m_jobs(jobs),
      m_messages(messages)
{
    setObjectName(u"activityDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *list = new QWidget;
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
    m_older = new Label({}, TypeRole::Small, Tone::Muted);
    m_column->addWidget(m_older);
    m_column->addStretch();
    m_states = new StateStack(list, Skeleton::Shape::Cards);
    m_states->empty()->set(
        Icon::Inbox, tr("Nothing is under way"),
        tr("Long work of the platform stands here: how far it is, who started it, and what came of "
           "it. It goes on when you close this, and when you sign out."));
    body()->addWidget(m_states);
    m_said = new QWidget;
    m_said->setObjectName(u"saidHere"_s);
    m_saidLines = new QVBoxLayout(m_said);
    m_saidLines->setContentsMargins(0, space::s, 0, 0);
    m_saidLines->setSpacing(space::xs);
    body()->addWidget(m_said);
    connect(&messages, &RecentMessages::changed, this, &ActivityDialog::showMessages);
    showMessages();
    m_message = new MessageBanner(Severity::Warn);
    m_message->hide();
    setMessageWidget(m_message);
    connect(m_message, &MessageBanner::actionTriggered, this, [this] {
        if (m_ask)
            m_ask();
    });
    QPushButton *close = addButton(u"closeButton"_s, tr("Close"));
    setSafeButton(close);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    QPushButton *verify =
        addButton(u"verifyHistoryButton"_s, tr("Verify the whole history"), ButtonKind::Normal, Icon::Shield);
    const auto showGuard = [this, verify] {
        setDisabledReason(verify, m_context.commands.state(u"audit.verifyPlatform"_s).reason);
    };
    connect(verify, &QPushButton::clicked, this,
            [this] { m_context.commands.run(u"audit.verifyPlatform"_s); });
    connect(&m_context.commands, &CommandRegistry::refreshed, this, showGuard);
    connect(&jobs, &models::JobListModel::changed, this, &ActivityDialog::showJobs);
    connect(&jobs, &models::JobListModel::stateChanged, this, &ActivityDialog::showJobs);
    connect(&context.ticker, &TimeTicker::tick, this, &ActivityDialog::showCards);
    connect(m_states, &StateStack::retryRequested, &jobs, &models::JobListModel::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    showGuard();
    showJobs();
    jobs.refresh();
}

void ActivityDialog::say(const QString &text, std::function<void()> ask)
{
    m_message->setMessage(Severity::Warn, text);
    m_message->setAction(ask ? tr("Ask again") : QString());
    m_ask = std::move(ask);
    m_message->show();
}

void ActivityDialog::hush()
{
    m_message->hide();
    m_ask = {};
}

void ActivityDialog::showJobs()
{
    showCards();
    if (m_jobs.state() == models::LoadState::Ready && m_jobs.jobs().isEmpty())
        m_states->showEmpty();
    else
        showLoadState(*m_states, m_jobs, tr("The activity could not be loaded."));
}

void ActivityDialog::showMessages()
{
    while (QLayoutItem *item = m_saidLines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_said->setVisible(!m_messages.messages().isEmpty());
    m_saidLines->addWidget(new SectionTitle(tr("Said in this window")));
    for (const RecentMessages::Message &message : m_messages.messages()) {
        auto *line = new Label(tr("%1 UTC · %2", "time, what was said")
                                   .arg(QLocale().toString(message.at.time(), u"HH:mm"_s), message.text),
                               TypeRole::Small, Tone::Muted);
        line->setWordWrap(true);
        line->setToolTip(isoUtc(message.at));
        m_saidLines->addWidget(line);
    }
}

JobCard *ActivityDialog::cardOf(const Job &job)
{
    JobCard *&card = m_cards[job.id];
    if (card == nullptr) {
        card = new JobCard(job);
        connect(card, &JobCard::requested, this,
                [this, card](Op act) { Q_EMIT requested(card->job(), act); });
    }
    return card;
}

/// In place: whoever is at one stays there while it moves.
void ActivityDialog::showCards()
{
    QSet<QString> shown;
    int place = 0;
    for (const Job &job : m_jobs.jobs()) {
        if (!isUnderWay(job.state) && place >= mostShown)
            continue;
        JobCard *card = cardOf(job);
        const std::optional<Op> act = JobCard::actOf(job);
        card->showJob(job, m_context.ticker.relative(job.startedAt),
                      act ? blockText(m_context.connection, *act) : QString());
        if (m_column->indexOf(card) != place)
            m_column->insertWidget(place, card);
        shown.insert(job.id);
        ++place;
    }
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (shown.contains(it.key())) {
            ++it;
        } else {
            it.value()->deleteLater();
            it = m_cards.erase(it);
        }
    }
    const int older = static_cast<int>(m_jobs.jobs().size()) - place;
    m_older->setText(tr("%n older job(s) are in the audit trail.", nullptr, older));
    m_older->setVisible(older > 0);
}

} // namespace pc::views
