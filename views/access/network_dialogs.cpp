// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/network_dialogs.h"

#include "models/access/networks_model.h"
#include "models/text/figures.h"
#include "views/access/network_words.h"
#include "views/seams/context.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/words/names.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

ReviewNetworksDialog::ReviewNetworksDialog(const ViewContext &context, const models::NetworksEditor &editor,
                                           const models::NetworksModel &networks, const NetworkImpact &impact,
                                           const QString &partnerName, models::SaveNetworksFlow *flow,
                                           QWidget *parent)
    : FlowDialog(context, flow, Op::NetworksEdit, tr("Review networks of %1").arg(inSentence(partnerName)),
                 Icon::Globe, 720, tr("The networks were not saved."), parent),
      m_flow(flow), m_partnerName(inSentence(partnerName)), m_sent(editor.edit())
{
    setObjectName(u"reviewNetworksDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    const QList<FieldChange> changes = editor.diff();
    const auto count = static_cast<int>(changes.size());
    addText(
        tr("%n change(s) take effect with the next call and the next token of the partner.", nullptr, count));
    auto *diff = new DiffTable;
    diff->setObjectName(u"networkDiff"_s);
    diff->setRows(networkRows(changes, networks));
    diff->setMaximumHeight(260);
    body()->addWidget(diff);
    addImpact(impact);
    addReasonFields(editor.base()->value.partnerId,
                    {tr("Agreed with the security contact"), tr("New data centre"), tr("Access review")},
                    {.changesReach = editor.changesReach()});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Back to editing"));
    addSubmit(tr("Save %n change(s)", nullptr, count), ButtonKind::Primary, Icon::Check, tr("Saving…"));
    connect(flow, &models::Flow::stateChanged, this, [this] {
        if (m_flow->state() != models::FlowState::Failed || !m_flow->error())
            return;
        if (m_flow->error()->problem && !m_flow->error()->problem->errors.isEmpty())
            Q_EMIT refusedFields(m_flow->error()->problem->errors);
        if (m_flow->error()->kind != client::ErrorKind::Stale)
            return;
        const auto current = m_flow->current().value_or(Versioned<NetworkRules>{});
        this->context().kept->keep(keptAs(), typed()); // for the review of both edits together
        reject();
        Q_EMIT stale(current);
    });
}

void ReviewNetworksDialog::addImpact(const NetworkImpact &impact)
{
    const auto &refused = impact.refused;
    if (!refused) {
        addText(tr("From where the partner calls is not known, so nobody can say whom this refuses."))
            ->setObjectName(u"networkImpactUnknown"_s);
        return;
    }
    if (refused->isEmpty()) {
        addText(tr("Every source of the last 30 days that may call now may call then."))
            ->setObjectName(u"networkImpactNone"_s);
        return;
    }
    constexpr qsizetype shown = 5;
    QStringList lines;
    for (const SourceSeen &seen : refused->first(std::min(shown, refused->size())))
        lines.append(
            tr("%1: %Ln call(s) in 30 days, the last %2, with %3.", "address, when, credential",
               models::forPlural(seen.calls))
                .arg(seen.source, context().ticker.relative(seen.lastSeenAt),
                     seen.credentialName.isEmpty() ? seen.credentialId : inSentence(seen.credentialName)));
    if (const auto more = static_cast<int>(refused->size() - lines.size()); more > 0)
        lines.append(tr("And %n more.", "sources", more));
    if (impact.stillPass.isEmpty()) {
        lines.prepend(tr("These sources are refused from then on:"));
    } else {
        lines.prepend(tr("These sources would be refused:"));
        lines.append(impact.stillPass);
    }
    auto *warning = new MessageBanner(Severity::Warn, lines.join(u'\n'));
    warning->setObjectName(u"networkImpact"_s);
    warning->setIcon(Icon::Warning);
    body()->addWidget(warning);
}

QString ReviewNetworksDialog::actTitle() const
{
    return tr("Save networks of %1").arg(m_partnerName);
}

/// A line by its network.
QString ReviewNetworksDialog::nameFor(const QString &pointer) const
{
    const QString list = pointer.section(u'/', 1, 1);
    bool isNumber = false;
    const qsizetype line = pointer.section(u'/', 2, 2).toLongLong(&isNumber);
    const QList<NetworkEntry> &entries = list == "sandbox"_L1 ? m_sent.sandbox : m_sent.production;
    const bool isLine =
        isNumber && (list == "sandbox"_L1 || list == "production"_L1) && line < entries.size();
    return isLine ? entries.at(line).network : FlowDialog::nameFor(pointer);
}

void ReviewNetworksDialog::onDone()
{
    if (m_flow->result())
        Q_EMIT saved(*m_flow->result());
    accept();
}

MergeNetworksDialog::MergeNetworksDialog(const models::NetworksEditor &editor,
                                         const models::NetworksModel &networks, QWidget *parent)
    : DialogFrame(tr("Somebody else changed this meanwhile"), Icon::Refresh, 640, parent)
{
    setObjectName(u"mergeNetworksDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setTitleIcon(Icon::Refresh, Tone::Warn);
    const QString who = editor.newerBase() ? editor.newerBase()->value.updatedBy : QString();
    addText(who.isEmpty() ? tr("Nothing of yours was saved. This is what the other edit changed:")
                          : tr("Nothing of yours was saved. This is what %1 changed:").arg(who));
    auto *diff = new DiffTable;
    diff->setObjectName(u"theirNetworks"_s);
    diff->setRows(networkRows(editor.theirChanges(), networks));
    diff->setMaximumHeight(280);
    body()->addWidget(diff);
    addText(
        tr("Putting your edits on top keeps both where they touch different networks; where both touch the "
           "same, yours stay staged. You review the result before it is saved."));
    QPushButton *later = addButton(u"mergeLater"_s, tr("Decide later"));
    QPushButton *discard = addButton(u"mergeDiscard"_s, tr("Drop my edits"), ButtonKind::DangerOutline);
    QPushButton *reapply = addButton(u"mergeReapply"_s, tr("Put my edits on top"), ButtonKind::Primary);
    setSafeButton(later);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(discard, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT discardRequested();
    });
    connect(reapply, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT reapplyRequested();
    });
}

} // namespace pc::views
