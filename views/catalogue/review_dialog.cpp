// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/review_dialog.h"

#include "models/catalogue/revision_list_model.h"
#include "models/session/connection.h"
#include "views/catalogue/impact_panel.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
#include "views/words/names.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;

namespace {

/// By their ids; of very many the first, and how many there are.
QStringList whomItBreaks(const RevisionReview &review)
{
    QStringList partners{QString::number(review.brokenPartners)};
    for (const BrokenPartner &each : review.broken)
        partners.append(each.partnerId);
    std::sort(partners.begin() + 1, partners.end()); // they come by their calls, which go on
    return partners;
}

} // namespace

ReviewDialog::ReviewDialog(const ViewContext &context, models::ApplyRevisionFlow *flow,
                           const CatalogueRevision &revision, QWidget *parent)
    : FlowDialog(context, flow, Op::RevisionApply,
                 revision.state == RevisionState::Replaced
                     ? tr("Put former routes of “%1” back").arg(inSentence(flow->api().value.name))
                     : tr("Review for “%1”").arg(inSentence(flow->api().value.name)),
                 revision.state == RevisionState::Replaced ? Icon::Undo : Icon::Catalogue, 960,
                 tr("Nothing was applied."), parent),
      m_flow(flow), m_panel(new ImpactPanel(context, flow->api().value.id, revision)),
      m_although(new QCheckBox)
{
    const bool former = revision.state == RevisionState::Replaced;
    setObjectName(u"reviewDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    body()->addWidget(m_panel, 1);
    addReasonFields(revision.id,
                    former ? QStringList{tr("The new routes break partners"), tr("Applied by mistake")}
                           : QStringList{tr("New version of the API"), tr("Correction")});
    m_although->setObjectName(u"althoughBox"_s);
    QSizePolicy keeps = m_although->sizePolicy();
    keeps.setRetainSizeWhenHidden(true); // nothing moves when it appears
    m_although->setSizePolicy(keeps);
    m_although->hide();
    setFooterWidget(m_although);
    addCancel(tr("Not now"));
    if (former)
        addSubmit(tr("Put back"), ButtonKind::Primary, Icon::Undo, tr("Putting back…"));
    else
        addSubmit(tr("Apply"), ButtonKind::Primary, Icon::Check, tr("Applying…"));
    connect(m_panel, &ImpactPanel::changed, this, &ReviewDialog::showReview);
    connect(m_panel, &ImpactPanel::partnerRequested, this, [this](const QString &partnerId) {
        reject();
        this->context().navigator.navigate(places::partnerPage(partnerId));
    });
    connect(m_although, &QCheckBox::toggled, this, [this](bool on) {
        const auto &review = m_panel->review();
        m_agreed = on && review ? whomItBreaks(*review) : QStringList();
        updateSubmit();
    });
    connect(flow, &models::Flow::stateChanged, this, &ReviewDialog::showFlow);
    connect(&context.connection, &models::Connection::statusChanged, m_panel,
            [this] { m_panel->setEditable(models::mayEdit(m_flow->state())); });
    m_panel->setEditable(true);
    showReview();
}

void ReviewDialog::showReview()
{
    const auto &review = m_panel->review();
    const int broken = review ? review->brokenPartners : 0;
    m_although->setVisible(broken > 0);
    if (broken > 0)
        m_although->setText(tr("Apply it although it breaks %Ln partner(s)", nullptr, broken));
    // That was said of other partners, or of what it was before.
    if (!m_panel->blockedText().isEmpty() || (review && m_agreed != whomItBreaks(*review)))
        m_although->setChecked(false);
    m_although->setEnabled(models::mayEdit(m_flow->state()) && m_panel->blockedText().isEmpty());
    setButtonKind(submitButton(), broken > 0 ? ButtonKind::Danger : ButtonKind::Primary);
    updateSubmit();
}

bool ReviewDialog::maySubmit() const
{
    const auto &review = m_panel->review();
    return review && m_panel->isSettled() && (review->brokenPartners == 0 || m_although->isChecked());
}

QString ReviewDialog::notYetText() const
{
    return m_panel->blockedText();
}

bool ReviewDialog::prepare()
{
    if (!maySubmit())
        return false;
    m_flow->setReviewed(m_panel->review()->revision.version); // what the person looks at
    return true;
}

void ReviewDialog::showFlow()
{
    const bool editing = models::mayEdit(m_flow->state());
    m_panel->setEditable(editing);
    m_although->setEnabled(editing && m_panel->blockedText().isEmpty());
    const bool failed = m_flow->state() == FlowState::Failed;
    if (failed && m_flow->wasChanged()) {
        m_although->setChecked(false);
        m_panel->refresh();
        say(Severity::Warn, tr("Nothing was applied: somebody else gave the proposal another rule meanwhile. "
                               "Look at what it would do now, and apply again."));
        return;
    }
    const auto theirs = failed ? m_flow->current() : std::nullopt;
    if (!theirs)
        return;
    m_flow->rebase(*theirs);
    m_although->setChecked(false);
    m_panel->refresh();
    say(Severity::Warn,
        tr("Nothing was applied: somebody else changed the API meanwhile. What it would do now is "
           "shown. Look, and apply again."));
}

void ReviewDialog::onDone()
{
    Q_EMIT applied(*m_flow->result(), m_flow->formerRevisionId());
    accept();
}

} // namespace pc::views
