// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/grant_dialogs.h"

#include "models/grant_editor.h"
#include "views/context.h"
#include "views/partners/partner_facts.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/words/change_rows.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GrantFields)
};

/// Words for the fields of a grant; a field this build does not know keeps its name.
QString fieldText(const QString &field)
{
    if (field == "scopes"_L1)
        return Text::tr("Scope");
    if (field == "plan_id"_L1 || field == "plan"_L1)
        return Text::tr("Plan");
    if (field == "resources"_L1)
        return Text::tr("Resources");
    if (field == "limits.rate"_L1)
        return Text::tr("Rate (calls/s)");
    if (field == "limits.burst"_L1)
        return Text::tr("Burst (calls)");
    if (field == "limits.daily_quota"_L1)
        return Text::tr("Daily quota");
    if (field == "limits.from"_L1)
        return Text::tr("Deviates from");
    if (field == "limits.until"_L1)
        return Text::tr("Deviates until");
    if (field == "limits.reason"_L1)
        return Text::tr("Why it deviates");
    return field;
}

} // namespace

QList<DiffRow> diffRows(const QList<FieldChange> &changes)
{
    QList<DiffRow> rows = changeRows(changes);
    for (DiffRow &row : rows)
        row.field = fieldText(row.field);
    return rows;
}

ReviewGrantDialog::ReviewGrantDialog(const ViewContext &context, const models::GrantEditor &editor,
                                     const QString &partnerName, models::SaveGrantFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, tr("Review changes of %1").arg(partnerName), Icon::Scopes, 640,
                 tr("The changes were not saved."), parent),
      m_flow(flow)
{
    setObjectName(u"reviewGrantDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Kind::Sandbox : Kind::Neutral);
    const auto count = static_cast<int>(editor.diff().size());
    addText(tr("%n change(s) take effect with the next call of the partner.", nullptr, count));
    auto *diff = new DiffTable;
    diff->setObjectName(u"grantDiff"_s);
    diff->setRows(diffRows(editor.diff()));
    diff->setMaximumHeight(300);
    body()->addWidget(diff);
    addText(tr("Limits in force then: %1").arg(limitsText(editor.effectiveLimits())));
    if (const models::ThrottleForecast forecast = editor.throttleForecast(); forecast.throttledDays > 0) {
        auto *warning = new MessageBanner(
            Kind::Warn, tr("This quota would have throttled %1 of %n day(s).", nullptr, forecast.days)
                            .arg(forecast.throttledDays));
        warning->setIcon(Icon::Gauge);
        body()->addWidget(warning);
    }
    addReasonFields({tr("Seasonal traffic"), tr("New integration"), tr("Unused scope"), tr("Access review")},
                    true);
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Back to editing"));
    addSubmit(tr("Save %n change(s)", nullptr, count), ButtonKind::Primary, Icon::Check, tr("Saving…"));
    connect(flow, &models::Flow::stateChanged, this, [this] {
        if (m_flow->state() != models::FlowState::Failed || !m_flow->error() ||
            m_flow->error()->kind != client::ErrorKind::Stale)
            return;
        const Versioned<Grant> current = m_flow->current().value_or(Versioned<Grant>{});
        reject();
        Q_EMIT stale(current);
    });
}

void ReviewGrantDialog::onDone()
{
    if (m_flow->result())
        Q_EMIT saved(*m_flow->result());
    accept();
}

MergeGrantDialog::MergeGrantDialog(const models::GrantEditor &editor, QWidget *parent)
    : DialogFrame(tr("Somebody else changed this meanwhile"), Icon::Refresh, 640, parent)
{
    setObjectName(u"mergeGrantDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setTitleIcon(Icon::Refresh, Tone::Warn);
    const QString who = editor.newerBase() ? editor.newerBase()->value.updatedBy : QString();
    addText(who.isEmpty() ? tr("Nothing of yours was saved. This is what the other edit changed:")
                          : tr("Nothing of yours was saved. This is what %1 changed:").arg(who));
    auto *diff = new DiffTable;
    diff->setObjectName(u"theirDiff"_s);
    diff->setRows(diffRows(editor.theirChanges()));
    diff->setMaximumHeight(280);
    body()->addWidget(diff);
    addText(tr("Putting your edits on top keeps both where they touch different things; where both touch the "
               "same, yours "
               "stay staged. You review the result before it is saved."));
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
