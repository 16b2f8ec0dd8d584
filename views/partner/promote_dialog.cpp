// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/promote_dialog.h"

#include "contract/rules/limits.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"
#include "views/partner/gates_card.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/words/names.h"
#include "views/words/partner_facts.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

namespace {

/// What the promotion changes: limits that deviate from the plan stay what they are.
QString promotionText(Stage next, const Grant &grant, const QDateTime &now)
{
    const QString limits = limitsText(grant.effective);
    if (grant.limitOverride && rules::isInForce(*grant.limitOverride, now))
        return next == Stage::Limited
                   ? PromoteDialog::tr(
                         "The partner may then hold production credentials. Its limits deviate from the "
                         "plan and stay in force: %1. Sandbox credentials stay as they are.")
                         .arg(limits)
                   : PromoteDialog::tr(
                         "Its limits deviate from the plan and stay in force: %1. No credential has to "
                         "be issued anew.")
                         .arg(limits);
    return next == Stage::Limited
               ? PromoteDialog::tr(
                     "The partner may then hold production credentials, within the limits of the "
                     "limited stage. Sandbox credentials stay as they are.")
               : PromoteDialog::tr(
                     "The limits of the plan's production profile apply at once (now: %1). No credential "
                     "has to be issued anew.")
                     .arg(limits);
}

} // namespace

PromoteDialog::PromoteDialog(const ViewContext &context, models::PromoteFlow *flow, const Grant &grant,
                             QWidget *parent)
    : FlowDialog(context, flow, Op::PartnerPromote,
                 tr("Promote %1 to %2")
                     .arg(inSentence(flow->partner().value.name), models::nameOf(flow->gates().next)),
                 Icon::ArrowUp, 560, tr("The partner was not promoted."), parent),
      m_flow(flow)
{
    setObjectName(QStringLiteral("promoteDialog"));
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    addText(promotionText(flow->gates().next, grant, context.ticker.now()))
        ->setObjectName(QStringLiteral("promotionEffect"));
    auto *gates = new GatesCard;
    gates->setDetailed(true);
    gates->setGates(flow->gates());
    body()->addWidget(gates);
    connect(gates, &GatesCard::fixRequested, this, [this](const QString &fixAt) {
        reject();
        Q_EMIT fixRequested(fixAt);
    });
    if (flow->isOpen())
        addReasonFields(flow->partner().value.id,
                        {tr("Integration certified"), tr("Contract start"), tr("Pilot finished")});
    else
        addText(tr("Promotion is possible when every gate is passed. “Fix” leads to the place."),
                Tone::Muted);
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    addSubmit(tr("Promote to %1").arg(models::nameOf(flow->gates().next)), ButtonKind::Primary, Icon::ArrowUp,
              tr("Promoting…"));
}

void PromoteDialog::onDone()
{
    if (m_flow->result())
        Q_EMIT promoted(*m_flow->result());
    accept();
}

FreezeDialog::FreezeDialog(const ViewContext &context, models::FreezeFlow *flow, QWidget *parent)
    : FlowDialog(context, flow,
                 flow->act() == models::FreezeFlow::Act::Freeze ? Op::PartnerFreeze : Op::PartnerUnfreeze,
                 flow->act() == models::FreezeFlow::Act::Freeze
                     ? tr("Freeze %1").arg(inSentence(flow->partner().value.name))
                     : tr("Unfreeze %1").arg(inSentence(flow->partner().value.name)),
                 flow->act() == models::FreezeFlow::Act::Freeze ? Icon::Freeze : Icon::Play, 520,
                 flow->act() == models::FreezeFlow::Act::Freeze ? tr("The partner was not frozen.")
                                                                : tr("The partner was not unfrozen."),
                 parent),
      m_flow(flow)
{
    const bool freeze = flow->act() == models::FreezeFlow::Act::Freeze;
    setObjectName(QStringLiteral("freezeDialog"));
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox
                                        : freeze        ? Severity::Bad
                                                        : Severity::Neutral);
    const Partner &partner = flow->partner().value;
    const QLocale locale;
    addText(freeze ? tr("Every call of this partner is refused from now on, in sandbox and production. "
                        "Nothing is deleted: "
                        "unfreezing lets the same credentials work again.")
                   : tr("Calls with the partner's living credentials are accepted again at once. Credentials "
                        "that were "
                        "revoked or have expired meanwhile stay closed."));
    auto *facts = new FactTiles(FactTiles::Order::ValueFirst);
    facts->setFacts(
        {{locale.toString(partner.summary.credentials),
          tr("credential(s)", nullptr, partner.summary.credentials)},
         {locale.toString(partner.summary.calls24h),
          tr("call(s) in 24 hours", nullptr, models::forPlural(partner.summary.calls24h))},
         {partner.summary.lastCallAt ? context.ticker.relative(*partner.summary.lastCallAt) : tr("never"),
          tr("last call")}});
    body()->addWidget(facts);
    addReasonFields(
        partner.id,
        freeze ? QStringList{tr("Suspected key leak"), tr("Agreement ended"), tr("Asked for by the partner")}
               : QStringList{tr("Cause removed"), tr("Frozen by mistake"), tr("Asked for by the partner")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(freeze ? tr("Keep access") : tr("Keep frozen"));
    addSubmit(freeze ? tr("Freeze partner") : tr("Unfreeze partner"),
              freeze ? ButtonKind::Danger : ButtonKind::Primary, freeze ? Icon::Freeze : Icon::Play,
              freeze ? tr("Freezing…") : tr("Unfreezing…"));
}

void FreezeDialog::onDone()
{
    if (m_flow->result())
        Q_EMIT acted(*m_flow->result(), m_flow->act());
    accept();
}

} // namespace pc::views
