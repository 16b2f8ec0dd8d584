// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/extend_dialog.h"

#include "contract/rules/observation.h"
#include "views/observing/end_choice.h"
#include "views/observing/report_words.h"
#include "views/seams/context.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/words/observation_words.h"

#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

ExtendObservationDialog::ExtendObservationDialog(const ViewContext &context,
                                                 models::ExtendObservationFlow *flow, QWidget *parent)
    : FlowDialog(
          context, flow, Op::ObservationExtend,
          tr("Another end for “%1”").arg(observedName(flow->observed().observation, flow->observed().name)),
          Icon::Calendar, 560, tr("The end was not changed."), parent),
      m_flow(flow)
{
    setObjectName(u"extendObservationDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Bad);
    const QDateTime until = flow->observed().observation.until;
    addText(tr("It is observed until %1.", "when")
                .arg(observedUntilText(flow->observed().observation, context.ticker.now())),
            Tone::Text);
    addText(observedMeans(flow->observed().observation.kind));
    m_end = new EndChoice(tr("New end (UTC)"), context.ticker);
    const QDateTime latest = context.ticker.now().addDays(pc::rules::longestObservationDays);
    m_end->showEnd(std::min(until.addDays(7), latest));
    body()->addWidget(m_end);
    addReasonFields(flow->observed().observation.id,
                    {tr("Partners still move over"), tr("It can be enforced sooner")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    addSubmit(tr("Change the end"), ButtonKind::Primary, Icon::Check, tr("Changing…"));
}

bool ExtendObservationDialog::prepare()
{
    if (!FormField::validateAll({m_end}))
        return false;
    m_flow->setUntil(m_end->end());
    return true;
}

FormField *ExtendObservationDialog::fieldFor(const QString &pointer) const
{
    return pointer == u"/until" ? m_end : FlowDialog::fieldFor(pointer);
}

void ExtendObservationDialog::onDone()
{
    Q_EMIT extended(*m_flow->result());
    accept();
}

} // namespace pc::views
