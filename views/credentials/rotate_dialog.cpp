// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/rotate_dialog.h"

#include "models/connection.h"
#include "models/credential_use_model.h"
#include "models/enum_names.h"
#include "models/secret_flow.h"
#include "views/context.h"
#include "views/credentials/grace_choice.h"
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
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

RotateDialog::RotateDialog(const ViewContext &context, models::RotateFlow *flow, QWidget *parent)
    : SecretFlowDialog(context, flow, tr("Rotate “%1”").arg(flow->before().value.name), Icon::Rotate, true,
                       tr("The credential was not rotated."), parent),
      m_flow(flow),
      m_use(new models::CredentialUseModel(context.connection.credentials(), context.connection.feed(), this))
{
    setObjectName(u"rotateDialog"_s);
    buildUi();
    connect(m_use, &models::ObjectModel::stateChanged, this, &RotateDialog::showUse);
    connect(m_use, &models::ObjectModel::changed, this, &RotateDialog::showUse);
    const Credential &credential = m_flow->before().value;
    m_use->setCredential(credential.id, credential.partnerId);
    showUse();
}

RotateDialog::~RotateDialog() = default;

bool RotateDialog::cutsNow() const
{
    return m_flow->needsEmergency() || m_grace->seconds() == 0;
}

void RotateDialog::buildUi()
{
    const Credential &credential = m_flow->before().value;
    const bool production = credential.realm == Realm::Production;
    setEnvironment(models::nameOf(credential.realm), production ? Kind::Neutral : Kind::Sandbox);
    addText(tr("The platform makes a new secret beside the present one. The partner changes over while both "
               "are valid."));
    m_facts = addText({});
    m_facts->setObjectName(u"useSentence"_s);

    QVBoxLayout *form = addForm();
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

    const QDate today = context().ticker.now().toUTC().date();
    m_renew = new QCheckBox(tr("Also move the expiry to"));
    m_renew->setObjectName(u"renewExpiry"_s);
    m_expires = new QDateEdit(std::max(today.addDays(90), credential.expiresAt.toUTC().date()));
    m_expires->setObjectName(u"renewedExpiry"_s);
    m_expires->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_expires->setLayoutDirection(Qt::LeftToRight); // ISO dates read left to right in every language
    m_expires->setAccessibleName(tr("New expiry"));
    m_expires->setCalendarPopup(true);
    m_expires->setMinimumDate(today.addDays(1));
    m_expires->setMaximumDate(today.addDays(365));
    m_expires->setEnabled(false);
    connect(m_renew, &QCheckBox::toggled, m_expires, &QWidget::setEnabled);
    m_renew->setChecked(context().ticker.now().daysTo(credential.expiresAt) < 30);
    auto *expiry = new QHBoxLayout;
    expiry->addWidget(m_renew);
    expiry->addWidget(m_expires);
    expiry->addWidget(new Label(tr("now %1").arg(context().ticker.relative(credential.expiresAt)),
                                TypeRole::Small, Tone::Muted));
    expiry->addStretch();
    form->addLayout(expiry);

    auto *last = new QHBoxLayout;
    last->setSpacing(space::m);
    addReasonFields(last, u"rotate"_s);
    form->addLayout(last);
    addButtons(tr("Rotate secret"), Icon::Rotate);
    connect(m_grace, &GraceChoice::changed, this, &RotateDialog::updateSubmit);
    connect(m_confirm, &QCheckBox::toggled, this, &RotateDialog::updateSubmit);
}

void RotateDialog::showUse()
{
    m_facts->setText(useSentence(*m_use, context().ticker));
    updateSubmit();
}

void RotateDialog::showSubmit()
{
    const bool cut = cutsNow();
    m_cut->setVisible(cut);
    m_confirm->setVisible(cut);
    if (cut) {
        const QString cost = cutSentence(*m_use, context().ticker);
        m_cut->setMessage(
            Kind::Bad, m_grace->seconds() == 0
                           ? tr("Without grace the present secret stops working at once. %1").arg(cost)
                           : tr("A rotation is in progress already. Another one drops the secret that is in "
                                "grace at once; the newer one stays valid for the time chosen."));
    }
    QPushButton *button = submitButton();
    setButtonKind(button, cut ? ButtonKind::Danger : ButtonKind::Primary);
    const int secrets = (m_flow->needsEmergency() ? 1 : 0) + (m_grace->seconds() == 0 ? 1 : 0);
    button->setText(cut ? tr("Rotate and cut %n secret(s)", nullptr, secrets) : tr("Rotate secret"));
    button->setEnabled(!cut || m_confirm->isChecked());
    button->setToolTip(cut && !m_confirm->isChecked() ? tr("Confirm the cut first.") : QString());
}

void RotateDialog::submit()
{
    RotateRequest request;
    request.emergency = m_flow->needsEmergency();
    request.graceSeconds = m_grace->seconds();
    request.reason = reason();
    request.ticket = ticket();
    if (m_renew->isChecked())
        request.expiresAt = QDateTime(m_expires->date(), QTime(0, 0), Qt::UTC);
    m_flow->setRequest(request);
    m_flow->submit();
}

} // namespace pc::views
