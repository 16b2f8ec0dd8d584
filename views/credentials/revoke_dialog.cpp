// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/revoke_dialog.h"

#include "models/credentials/credential_flows.h"
#include "models/credentials/credential_use_model.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"
#include "views/credentials/revocation_proof.h"
#include "views/credentials/use_facts.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/words/names.h"
#include "views/words/proof_words.h"
#include "views/words/words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

/// Of those that were asked: without a gateway it is the platform's own decision endpoint alone.
QString namesOf(const RevocationProof &proof)
{
    QStringList names;
    for (const PointProof &point : proof.points)
        names.append(decisionPointName(point.gateway));
    return names.join(u", "_s);
}

} // namespace

RevokeDialog::RevokeDialog(const ViewContext &context, models::RevokeFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, Op::CredentialRevoke, {}, Icon::Ban, 620,
                 tr("The credential was not revoked."), parent),
      m_flow(flow)
{
    setObjectName(u"revokeDialog"_s);
    buildUi();
    connect(m_flow, &models::RevokeFlow::probeChanged, this, &RevokeDialog::showProbe);
    connect(m_flow, &models::RevokeFlow::receiptChanged, this, &RevokeDialog::showReceipt);
    showProbe();
}

RevokeDialog::~RevokeDialog() = default;

void RevokeDialog::buildUi()
{
    const Credential &credential = m_flow->credential();
    setTitle(tr("Revoke “%1”").arg(inSentence(credential.name)));
    setTitleIcon(Icon::Ban, Tone::Bad);
    setEnvironment(models::nameOf(credential.realm), realmSeverity(credential.realm));
    addText(tr("%1 of %2. Every call with it and with its tokens fails with 401 from the moment the platform "
               "confirms. A "
               "revoked credential cannot be restored; a new one must be issued.")
                .arg(models::nameOf(credential.kind), inSentence(credential.partnerName)));
    body()->addWidget(new UseFacts(m_flow->facts(), context().ticker));
    m_probe = new Label(QString(), TypeRole::Small, Tone::Muted);
    m_probe->setObjectName(u"probeLine"_s);
    m_probe->setWordWrap(true);
    m_probe->setMinimumHeight(2 * m_probe->fontMetrics().lineSpacing()); // room is kept for the answer
    m_probe->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    body()->addWidget(m_probe);
    addReasonFields(credential.id,
                    {tr("Suspected leak"), tr("Partner asked for it"), tr("No longer used"), tr("Replaced")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Keep access"));
    addSubmit(tr("Revoke 1 credential"), ButtonKind::Danger, Icon::Ban, tr("Revoking…"));
}

QString RevokeDialog::probeSentence() const
{
    if (m_flow->isProbing())
        return tr("Asking every decision point whether it accepts it now. Revoking does not wait for it.");
    const auto &report = m_flow->probe();
    if (!report)
        return tr("No decision point could be asked: the revocation will count, but not be proven.");
    QStringList accepting;
    QStringList silent;
    for (const Probe &probe : report->probes) {
        if (probe.accepted)
            accepting.append(decisionPointName(probe.gateway));
        else if (probe.status == 0)
            silent.append(decisionPointName(probe.gateway));
    }
    if (report->probes.isEmpty())
        return tr("Nothing of it is accepted now, so there will be nothing to prove.");
    QString sentence = accepting.isEmpty() ? tr("No decision point accepts it now.")
                                           : tr("Accepted now by: %1.").arg(accepting.join(u", "_s));
    if (!silent.isEmpty())
        sentence =
            tr("%1 Could not be asked: %2.", "what is known, names").arg(sentence, silent.join(u", "_s));
    return sentence;
}

void RevokeDialog::showProbe()
{
    if (!m_probe)
        return;
    m_probe->setProperty("probing", m_flow->isProbing());
    m_probe->setText(probeSentence());
}

void RevokeDialog::onDone()
{
    // The same dialog becomes the receipt: what was asked goes, what happened comes.
    m_probe = nullptr;
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
    const RevocationReceipt &receipt = *m_flow->receipt();
    setTitle(tr("“%1” is revoked").arg(inSentence(receipt.credential.name)));
    addText(tr("No decision accepts it since %1 UTC. %n live token(s) ended with it.", nullptr,
               models::forPlural(receipt.tokensEnded))
                .arg(auditUtc(receipt.effectiveAt)));
    m_unstored = new MessageBanner(
        Severity::Warn,
        tr("The platform's store could not take it yet (disk full?). The credential stays closed, also "
           "after a restart; tell those who run the platform."));
    m_unstored->setObjectName(u"unstored"_s);
    body()->addWidget(m_unstored);
    m_proofState = new MessageBanner(Severity::Info);
    m_proofState->setObjectName(u"proofState"_s);
    body()->addWidget(m_proofState);
    m_proof = new RevocationProofView(receipt.proof);
    body()->addWidget(m_proof);
    showReceipt();

    setFooterNote({});
    auto *copy = addButton(u"copyProofButton"_s, tr("Copy proof"), ButtonKind::Normal, Icon::Copy);
    auto *close = addButton(u"closeButton"_s, tr("Close"), ButtonKind::Primary);
    setSafeButton(close);
    connect(copy, &QPushButton::clicked, this,
            [this] { context().clipboard.setText(receiptText(*m_flow->receipt())); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    // The focus goes before its button does, so that nothing else catches it.
    copy->show();
    close->show();
    close->setFocus();
    submitButton()->hide();
    cancelButton()->hide();
}

/// What is true of the receipt now; the proof comes by the feed, and the store may take it later.
void RevokeDialog::showReceipt()
{
    const RevocationReceipt &receipt = *m_flow->receipt();
    const RevocationProof &proof = receipt.proof;
    const bool running = proof.state == ProofOutcome::Running;
    const bool proven = proof.state == ProofOutcome::Proven;
    setTitleIcon(proven && receipt.durable    ? Icon::Check
                 : running && receipt.durable ? Icon::Clock
                                              : Icon::Warning,
                 proven && receipt.durable    ? Tone::Ok
                 : running && receipt.durable ? Tone::Muted
                                              : Tone::Warn);
    m_unstored->setVisible(!receipt.durable);
    if (running)
        m_proofState->setMessage(Severity::Info,
                                 tr("It is denied. The decision points are being asked whether they "
                                    "refuse it; you may close this, the audit trail keeps the answer."));
    else if (proven)
        m_proofState->setMessage(
            Severity::Ok,
            tr("Proven: accepted before and refused now by %1.", "decision points").arg(namesOf(proof)));
    else if (proof.points.isEmpty())
        m_proofState->setMessage(Severity::Warn,
                                 tr("It is denied, but not proven: no decision point was asked before."));
    else
        m_proofState->setMessage(Severity::Warn,
                                 tr("It is denied, but the proof is not complete: look at the lines below."));
    m_proof->setProof(proof);
}

} // namespace pc::views
