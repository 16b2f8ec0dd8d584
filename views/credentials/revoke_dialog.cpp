// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/revoke_dialog.h"

#include "models/credential_flows.h"
#include "models/credential_use_model.h"
#include "models/enum_names.h"
#include "views/context.h"
#include "views/credentials/revocation_proof.h"
#include "views/credentials/use_words.h"
#include "views/seams/clipboard.h"
#include "views/style/space.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

RevokeDialog::RevokeDialog(const ViewContext &context, models::RevokeFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, {}, Icon::Ban, 620, tr("The credential was not revoked."), parent),
      m_flow(flow)
{
    setObjectName(u"revokeDialog"_s);
    buildUi();
    connect(&m_flow->facts(), &models::ObjectModel::changed, this, &RevokeDialog::showFacts);
    connect(&m_flow->facts(), &models::ObjectModel::stateChanged, this, &RevokeDialog::showFacts);
    showFacts();
}

RevokeDialog::~RevokeDialog() = default;

void RevokeDialog::buildUi()
{
    const Credential &credential = m_flow->credential();
    setTitle(tr("Revoke “%1”").arg(credential.name));
    setTitleIcon(Icon::Ban, Tone::Bad);
    setEnvironment(models::nameOf(credential.realm), Kind::Bad);
    addText(tr("%1 of %2. Every call with it and with its tokens fails with 401 from the moment the platform "
               "confirms. A "
               "revoked credential cannot be restored; a new one must be issued.")
                .arg(models::nameOf(credential.kind), credential.partnerName));
    m_tiles = new FactTiles;
    body()->addWidget(m_tiles);
    m_cut = new MessageBanner(Kind::Bad);
    m_cut->setObjectName(u"cutWarning"_s);
    body()->addWidget(m_cut);
    addReasonFields({tr("Suspected leak"), tr("Partner asked for it"), tr("No longer used"), tr("Replaced")},
                    true);
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Keep access"));
    addSubmit(tr("Revoke 1 credential"), ButtonKind::Danger, Icon::Ban, tr("Revoking…"));
}

void RevokeDialog::showFacts()
{
    const QLocale locale;
    const auto &use = m_flow->facts().use();
    const auto figure = [&](qint64 value) { return use ? locale.toString(value) : u"…"_s; };
    m_tiles->setFacts({{figure(use ? use->calls24h : 0), tr("calls in 24 h")},
                       {figure(use ? m_flow->facts().sourceCount() : 0), tr("source addresses")},
                       {figure(use ? use->liveTokens : 0), tr("live tokens")}});
    const bool quiet = use && use->callsLast15Min == 0;
    m_cut->setMessage(quiet ? Kind::Neutral : Kind::Bad, cutSentence(m_flow->facts(), context().ticker));
}

void RevokeDialog::onDone()
{
    const RevocationReceipt &receipt = *m_flow->receipt();
    // The same dialog becomes the receipt: what was asked goes, what happened comes.
    m_flow->facts().disconnect(this);
    while (QLayoutItem *item = body()->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        if (QLayout *layout = item->layout()) {
            while (QLayoutItem *inner = layout->takeAt(0)) {
                if (inner->widget())
                    inner->widget()->deleteLater();
                delete inner;
            }
        }
        delete item;
    }
    const bool good = receipt.durable && receipt.proof.proven;
    setTitle(tr("“%1” is revoked").arg(receipt.credential.name));
    setTitleIcon(good ? Icon::Check : Icon::Warning, good ? Tone::Ok : Tone::Warn);
    addText(tr("No decision accepts it since %1 UTC. %n live token(s) ended with it.", nullptr,
               int(receipt.tokensCut))
                .arg(auditUtc(receipt.effectiveAt)));
    if (!receipt.durable)
        body()->addWidget(new MessageBanner(
            Kind::Warn,
            tr("The platform's store could not take it yet (disk full?). The credential stays closed, also "
               "after a restart; tell those who run the platform.")));
    if (!receipt.proof.proven)
        body()->addWidget(new MessageBanner(
            Kind::Warn, tr("The cut is made, but the proof is not complete: look at the lines below.")));
    auto *proof = new RevocationProofView(receipt);
    if (receipt.proof.before.isEmpty())
        addText(tr("There was nothing to probe: the credential was not accepted before either."));
    body()->addWidget(proof);

    submitButton()->hide();
    cancelButton()->hide();
    setFooterNote({});
    auto *copy = addButton(u"copyProofButton"_s, tr("Copy proof"), ButtonKind::Normal, Icon::Copy);
    auto *close = addButton(u"closeButton"_s, tr("Close"), ButtonKind::Primary);
    setSafeButton(close);
    connect(copy, &QPushButton::clicked, this,
            [this, proof] { context().clipboard.setText(proof->asText()); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

} // namespace pc::views
