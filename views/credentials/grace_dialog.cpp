// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/grace_dialog.h"

#include "contract/rules/date_words.h"
#include "contract/rules/secret_life.h"
#include "models/credentials/credential_flows.h"
#include "models/credentials/credential_use_model.h"
#include "models/text/enum_names.h"
#include "views/credentials/grace_choice.h"
#include "views/seams/context.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/toast.h"
#include "views/words/names.h"
#include "views/words/use_words.h"
#include "views/words/words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

GraceDialog::GraceDialog(const ViewContext &context, models::GraceFlow *flow, bool endNow, QWidget *parent)
    : FlowDialog(context, flow, Op::CredentialGrace, {}, endNow ? Icon::Ban : Icon::Clock, 560,
                 endNow ? tr("The grace was not ended.") : tr("The grace was not changed."), parent),
      m_flow(flow), m_endNow(endNow)
{
    setObjectName(u"graceDialog"_s);
    const Credential &credential = m_flow->credential().value;
    const Generation *older = m_flow->olderGeneration();
    setTitle(endNow ? tr("End the grace of “%1”").arg(inSentence(credential.name))
                    : tr("Change the grace of “%1”").arg(inSentence(credential.name)));
    setEnvironment(models::nameOf(credential.realm), realmSeverity(credential.realm));
    if (older && older->graceUntil)
        addText(tr("The old secret (…%1) is valid until %2 UTC, %3.")
                    .arg(older->lastFour, rules::momentText(*older->graceUntil, rules::DateForm::DayOfYear),
                         context.ticker.relative(*older->graceUntil)));
    if (endNow) {
        setTitleIcon(Icon::Ban, Tone::Bad);
        m_affected = new MessageBanner(Severity::Bad);
        m_affected->setObjectName(u"affectedWarning"_s);
        body()->addWidget(m_affected);
    } else {
        m_facts = addText({});
        m_choice = new GraceChoice(false);
        m_choiceField = new FormField(tr("Valid from now on for"), m_choice);
        m_choiceField->setHint(tr("At most %n day(s) after the rotation.", nullptr, rules::maxGraceDays));
        body()->addWidget(m_choiceField);
    }
    addReasonFields(credential.id,
                    {tr("Partner needs more time"), tr("Partner has changed over"), tr("Suspected leak")},
                    {.endsNow = endNow});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(endNow ? tr("Keep both secrets") : tr("Cancel"));
    if (endNow)
        addSubmit(tr("End 1 secret now"), ButtonKind::Danger, Icon::Ban, tr("Ending…"));
    else
        addSubmit(tr("Change grace"), ButtonKind::Primary, Icon::Clock, tr("Changing…"));
    connect(&m_flow->facts(), &models::ObjectModel::changed, this, &GraceDialog::showFacts);
    connect(&m_flow->facts(), &models::ObjectModel::stateChanged, this, &GraceDialog::showFacts);
    showFacts();
}

GraceDialog::~GraceDialog() = default;

void GraceDialog::showFacts()
{
    const Generation *older = m_flow->olderGeneration();
    int sources = 0;
    qint64 calls = 0;
    for (const models::GenerationUse &use : m_flow->facts().perGeneration()) {
        if (older && use.generation == older->number) {
            sources = use.sources;
            calls = use.calls;
        }
    }
    const QString text = !m_flow->facts().use() ? useSentence(m_flow->facts(), context().ticker)
                         : calls == 0
                             ? tr("No source address used the old secret in the last day.")
                             : tr("%n source address(es) still use the old secret.", nullptr, sources);
    if (m_affected)
        m_affected->setMessage(calls == 0 && m_flow->facts().use() ? Severity::Neutral : Severity::Bad, text);
    if (m_facts)
        m_facts->setText(text);
}

bool GraceDialog::prepare()
{
    if (m_choiceField && !m_choiceField->validate())
        return false;
    if (m_endNow)
        m_flow->setEndNow();
    else
        m_flow->setUntil(context().ticker.now().addSecs(m_choice->seconds()));
    return true;
}

FormField *GraceDialog::fieldFor(const QString &pointer) const
{
    return pointer == u"/until" && m_choiceField ? m_choiceField : FlowDialog::fieldFor(pointer);
}

void GraceDialog::onDone()
{
    const QString name = m_flow->credential().value.name;
    context().toasts.show({m_endNow ? tr("The old secret of %1 has ended").arg(inSentence(name))
                                    : tr("Grace of %1 changed").arg(inSentence(name))});
    accept();
}

} // namespace pc::views
