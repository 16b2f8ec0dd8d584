// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/rotate_dialog.h"

#include "models/connection.h"
#include "models/credential_use_model.h"
#include "models/enum_names.h"
#include "models/secret_flow.h"
#include "views/context.h"
#include "views/credentials/grace_choice.h"
#include "views/credentials/secret_dialog.h"
#include "views/credentials/secret_state.h"
#include "views/credentials/use_words.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::SecretFlowState;

RotateDialog::RotateDialog(const ViewContext &context, models::RotateFlow *flow, QWidget *parent)
    : DialogFrame({}, Icon::Rotate, 620, parent), m_context(context), m_flow(flow),
      m_use(new models::CredentialUseModel(context.connection.credentials(), context.connection.feed(), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"rotateDialog"_s);
    m_flow->setParent(this);
    buildUi();
    connect(m_flow, &models::SecretFlow::stateChanged, this, &RotateDialog::showState);
    connect(m_use, &models::ObjectModel::stateChanged, this, &RotateDialog::showUse);
    connect(m_use, &models::ObjectModel::changed, this, &RotateDialog::showUse);
    const Credential &credential = m_flow->before().value;
    m_use->setCredential(credential.id, credential.partnerId);
    showUse();
    showChoice();
}

RotateDialog::~RotateDialog() = default;

bool RotateDialog::cutsNow() const
{
    return m_flow->needsEmergency() || m_grace->seconds() == 0;
}

void RotateDialog::buildUi()
{
    const Credential &credential = m_flow->before().value;
    setTitle(tr("Rotate “%1”").arg(credential.name));
    const bool production = credential.realm == Realm::Production;
    setEnvironment(models::nameOf(credential.realm), production ? Kind::Neutral : Kind::Sandbox);
    addText(tr("The platform makes a new secret beside the present one. The partner changes over while both "
               "are valid."));
    m_facts = addText({});
    m_facts->setObjectName(u"useSentence"_s);

    m_form = new QWidget;
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(space::m);
    m_grace = new GraceChoice(true);
    auto *graceField = new FormField(tr("The present secret stays valid for"), m_grace);
    graceField->setHint(tr("Counted from the moment the new secret is confirmed here."));
    form->addWidget(graceField);
    m_cut = new MessageBanner(Kind::Bad);
    m_cut->setObjectName(u"cutWarning"_s);
    form->addWidget(m_cut);
    m_confirm = new QCheckBox(tr("Cut the old secret off at once"));
    m_confirm->setObjectName(u"confirmCut"_s);
    form->addWidget(m_confirm);

    const QDate today = m_context.ticker.now().toUTC().date();
    m_renew = new QCheckBox(tr("Also move the expiry to"));
    m_renew->setObjectName(u"renewExpiry"_s);
    m_expires = new QDateEdit(std::max(today.addDays(90), credential.expiresAt.toUTC().date()));
    m_expires->setObjectName(u"renewedExpiry"_s);
    m_expires->setAccessibleName(tr("New expiry"));
    m_expires->setCalendarPopup(true);
    m_expires->setMinimumDate(today.addDays(1));
    m_expires->setMaximumDate(today.addDays(365));
    m_expires->setEnabled(false);
    connect(m_renew, &QCheckBox::toggled, m_expires, &QWidget::setEnabled);
    m_renew->setChecked(m_context.ticker.now().daysTo(credential.expiresAt) < 30);
    auto *expiry = new QHBoxLayout;
    expiry->addWidget(m_renew);
    expiry->addWidget(m_expires);
    expiry->addWidget(new Label(tr("now %1").arg(m_context.ticker.relative(credential.expiresAt)),
                                TypeRole::Small, Tone::Muted));
    expiry->addStretch();
    form->addLayout(expiry);

    m_reason = new QLineEdit;
    m_reason->setObjectName(u"rotateReason"_s);
    m_reason->setMaxLength(500);
    m_ticket = new QLineEdit;
    m_ticket->setObjectName(u"rotateTicket"_s);
    m_ticket->setMaxLength(100);
    auto *last = new QHBoxLayout;
    last->setSpacing(space::m);
    last->addWidget(new FormField(tr("Reason"), m_reason), 3);
    last->addWidget(new FormField(tr("Ticket"), m_ticket), 2);
    form->addLayout(last);
    body()->addWidget(m_form);

    m_message = new MessageBanner(Kind::Bad);
    m_message->setObjectName(u"dialogMessage"_s);
    m_message->hide();
    body()->addWidget(m_message);
    connect(m_message, &MessageBanner::actionTriggered, m_flow, &models::SecretFlow::retry);

    setFooterNote(tr("Recorded in the audit trail"));
    m_cancel = addButton(u"cancelButton"_s, tr("Cancel"));
    setSafeButton(m_cancel);
    m_submit = addButton(u"submitButton"_s, tr("Rotate secret"), ButtonKind::Primary, Icon::Rotate);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &RotateDialog::submit);
    connect(m_grace, &GraceChoice::changed, this, &RotateDialog::showChoice);
    connect(m_confirm, &QCheckBox::toggled, this, &RotateDialog::showChoice);
}

void RotateDialog::showUse()
{
    m_facts->setText(useSentence(*m_use, m_context.ticker));
    showChoice();
}

void RotateDialog::showChoice()
{
    if (!m_submit)
        return;
    const bool cut = cutsNow();
    m_cut->setVisible(cut);
    m_confirm->setVisible(cut);
    if (cut) {
        const QString cost = cutSentence(*m_use, m_context.ticker);
        m_cut->setMessage(
            Kind::Bad, m_grace->seconds() == 0
                           ? tr("Without grace the present secret stops working at once. %1").arg(cost)
                           : tr("A rotation is in progress already. Another one drops the secret that is in "
                                "grace at once; the newer one stays valid for the time chosen."));
    }
    setButtonKind(m_submit, cut ? ButtonKind::Danger : ButtonKind::Primary);
    const int secrets = (m_flow->needsEmergency() ? 1 : 0) + (m_grace->seconds() == 0 ? 1 : 0);
    m_submit->setText(cut ? tr("Rotate and cut %n secret(s)", nullptr, secrets) : tr("Rotate secret"));
    m_submit->setEnabled((!cut || m_confirm->isChecked()) && !m_flow->isBusy());
    m_submit->setToolTip(cut && !m_confirm->isChecked() ? tr("Confirm the cut first.") : QString());
}

void RotateDialog::submit()
{
    RotateRequest request;
    request.emergency = m_flow->needsEmergency();
    request.graceSeconds = m_grace->seconds();
    request.reason = m_reason->text().trimmed();
    request.ticket = m_ticket->text().trimmed();
    if (m_renew->isChecked())
        request.expiresAt = QDateTime(m_expires->date(), QTime(0, 0), Qt::UTC);
    m_flow->setRequest(request);
    m_flow->submit();
}

void RotateDialog::showState()
{
    const SecretFlowState state = m_flow->state();
    if (state == SecretFlowState::Holding) {
        setCloseGuarded(false);
        auto *secret = new SecretDialog(m_context, m_flow, true, parentWidget());
        accept();
        secret->open();
        return;
    }
    const bool open = state == SecretFlowState::Editing || state == SecretFlowState::Failed;
    setCloseGuarded(m_flow->isBusy());
    m_form->setEnabled(open);
    m_cancel->setEnabled(!m_flow->isBusy());
    showChoice();
    if (!open) {
        m_submit->setEnabled(false);
        if (m_flow->isBusy())
            m_submit->setText(secretStateText(state));
    }
    showSecretState(*m_message, *m_flow, tr("The credential was not rotated."));
}

void RotateDialog::done(int result)
{
    setCloseGuarded(false);
    DialogFrame::done(result);
}

} // namespace pc::views
