// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/suspend_dialog.h"

#include "models/credentials/credential_flows.h"
#include "models/credentials/credential_use_model.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/credentials/use_facts.h"
#include "views/seams/context.h"
#include "views/widgets/label.h"
#include "views/widgets/toast.h"
#include "views/words/names.h"
#include "views/words/words.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

SuspendDialog::SuspendDialog(const ViewContext &context, models::SuspendFlow *flow, QWidget *parent)
    : FlowDialog(context, flow,
                 flow->act() == models::SuspendFlow::Act::Suspend ? Op::CredentialSuspend
                                                                  : Op::CredentialResume,
                 {}, flow->act() == models::SuspendFlow::Act::Suspend ? Icon::Pause : Icon::Play, 560,
                 flow->act() == models::SuspendFlow::Act::Suspend ? tr("The credential was not suspended.")
                                                                  : tr("The credential was not resumed."),
                 parent),
      m_flow(flow)
{
    setObjectName(u"suspendDialog"_s);
    const Credential &credential = m_flow->credential().value;
    const bool suspend = m_flow->act() == models::SuspendFlow::Act::Suspend;
    setTitle(suspend ? tr("Suspend “%1”").arg(inSentence(credential.name))
                     : tr("Resume “%1”").arg(inSentence(credential.name)));
    setEnvironment(models::nameOf(credential.realm), realmSeverity(credential.realm));
    addText(
        suspend
            ? tr("Every call with it and with its tokens fails until it is resumed. Nothing else of %1 is "
                 "touched.")
                  .arg(inSentence(credential.partnerName))
            : tr("The same secret works again at once. If it was suspended for a leak, revoke it instead."));
    if (suspend)
        addFacts(credential);
    addReasonFields(credential.id, suspend ? QStringList{tr("Suspected leak"), tr("Partner asked for it"),
                                                         tr("Unusual traffic")}
                                           : QStringList{tr("Checked: no leak"), tr("Partner asked for it")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Cancel"));
    if (suspend)
        addSubmit(tr("Suspend"), ButtonKind::Danger, Icon::Pause, tr("Suspending…"));
    else
        addSubmit(tr("Resume"), ButtonKind::Primary, Icon::Play, tr("Resuming…"));
}

SuspendDialog::~SuspendDialog() = default;

/// What stops is the same as with a revocation, for as long as it lasts.
void SuspendDialog::addFacts(const Credential &credential)
{
    auto *use =
        new models::CredentialUseModel(context().connection.credentials(), context().connection.feed(), this);
    use->setCredential(credential.id, credential.partnerId);
    body()->addWidget(new UseFacts(*use, context().ticker));
}

void SuspendDialog::onDone()
{
    const QString name = m_flow->credential().value.name;
    context().toasts.show({m_flow->act() == models::SuspendFlow::Act::Suspend
                               ? tr("%1 is suspended").arg(inSentence(name))
                               : tr("%1 works again").arg(inSentence(name))});
    accept();
}

} // namespace pc::views
