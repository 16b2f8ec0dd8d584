// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/rotate_dialog.h"

#include "contract/rules/secret_life.h"
#include "models/credentials/credential_use_model.h"
#include "models/credentials/issuing_flow.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/credentials/grace_choice.h"
#include "views/dialogs/reason_fields.h"
#include "views/seams/context.h"
#include "views/widgets/buttons.h"
#include "views/widgets/date_input.h"
#include "views/widgets/field_words.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/whole_label.h"
#include "views/words/names.h"
#include "views/words/use_words.h"
#include "views/words/words.h"

#include <QCheckBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

RotateDialog::RotateDialog(const ViewContext &context, models::RotateFlow *flow, QWidget *parent)
    : SecretFlowDialog(context, flow, Op::CredentialRotate,
                       tr("Rotate “%1”").arg(inSentence(flow->before().value.name)), Icon::Rotate,
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

QString RotateDialog::actTitle() const
{
    const Credential &credential = m_flow->before().value;
    return tr("Rotate “%1” of %2", "credential, partner")
        .arg(inSentence(credential.name), inSentence(credential.partnerName));
}

bool RotateDialog::endsAccessNow() const
{
    return m_flow->needsEmergency() || m_grace->seconds() == 0;
}

void RotateDialog::buildUi()
{
    const Credential &credential = m_flow->before().value;
    setEnvironment(models::nameOf(credential.realm), realmSeverity(credential.realm));
    addText(tr("The platform makes a new secret beside the present one. The partner changes over while both "
               "are valid."));
    if (const QString waiting = waitingSecretText(credential, context().ticker); !waiting.isEmpty())
        addText(tr("Of an earlier rotation: %1 Rotating again makes it void.").arg(waiting));
    m_facts = addText({});
    m_facts->setObjectName(u"useSentence"_s);

    QVBoxLayout *form = addForm();
    m_grace = new GraceChoice(true);
    m_graceField = new FormField(tr("The present secret stays valid for"), m_grace);
    m_graceField->setHint(tr("Counted from the moment the new secret is confirmed here."));
    form->addWidget(m_graceField);
    m_end = new QStackedWidget; // as high as the warning, so that a choice moves nothing
    auto *later =
        new WholeLabel(tr("When the time is over the present secret stops working. In the pane of the "
                          "credential it can be given more time, or ended earlier."),
                       TypeRole::Body, Tone::Muted);
    later->setObjectName(u"endLater"_s);
    later->setAlignment((later->alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
    m_end->addWidget(later);
    auto *now = new QWidget;
    auto *column = new QVBoxLayout(now);
    column->setContentsMargins(0, 0, 0, 0);
    m_affected = new MessageBanner(Severity::Bad);
    m_affected->setObjectName(u"affectedWarning"_s);
    m_affected->keepRoom();
    column->addWidget(m_affected);
    m_confirm = new QCheckBox(tr("Cut the old secret off at once"));
    m_confirm->setObjectName(u"confirmEndsNow"_s);
    column->addWidget(m_confirm);
    column->addStretch();
    m_end->addWidget(now);
    form->addWidget(m_end);

    const QDate today = context().ticker.now().toUTC().date();
    const QDate last = rules::longestLife(context().ticker.now().toUTC()).date();
    m_renew = new QCheckBox(tr("Also move the expiry"));
    m_renew->setObjectName(u"renewExpiry"_s);
    m_expires = new DateInput(u"renewedExpiry"_s, DateInput::Mode::Day);
    m_expires->setSensible(today.addDays(1), last);
    m_expires->showDay(std::clamp(credential.expiresAt.toUTC().date(), today.addDays(90), last));
    m_expiresField = new FormField(tr("New expiry"), m_expires);
    m_expiresField->setHint(tr("Now %1.").arg(context().ticker.relative(credential.expiresAt)));
    m_expiresField->setRule([this] {
        if (!m_renew->isChecked())
            return QString();
        if (m_expires->isBlank())
            return tr("Choose a day, or leave the expiry as it is.");
        const QDateTime at = context().ticker.now();
        const auto fault = rules::expiryFault(m_expires->moment(), at, rules::longestLife(at));
        return fault ? faultText(nullptr, *fault) : QString();
    });
    m_expiresField->setEnabled(false);
    connect(m_renew, &QCheckBox::toggled, m_expiresField, &QWidget::setEnabled);
    m_renew->setChecked(context().ticker.now().daysTo(credential.expiresAt) < 30);
    form->addWidget(m_renew);
    form->addWidget(m_expiresField);

    addReasonFields(form, credential.id,
                    {tr("Planned rotation"), tr("Suspected leak"), tr("Asked for by the partner")});
    showReasonNeed();
    addButtons(tr("Rotate secret"), Icon::Rotate);
    // As wide as its widest words, so that a choice moves no button.
    const int most = m_flow->needsEmergency() ? 2 : 1;
    submitButton()->setText(tr("Rotate and cut %n secret(s)", nullptr, most));
    submitButton()->setMinimumWidth(submitButton()->sizeHint().width());
    connect(m_grace, &GraceChoice::changed, this, [this] {
        showReasonNeed();
        updateSubmit();
    });
    connect(m_confirm, &QCheckBox::toggled, this, &RotateDialog::updateSubmit);
}

void RotateDialog::showUse()
{
    m_facts->setText(useSentence(*m_use, context().ticker));
    updateSubmit();
}

void RotateDialog::showSubmit()
{
    const bool endsNow = endsAccessNow();
    m_end->setCurrentIndex(endsNow ? 1 : 0);
    // What would stop is written before it is shown: its room is kept.
    const QString cost = affectedSentence(*m_use, context().ticker);
    m_affected->setMessage(
        Severity::Bad, m_grace->seconds() != 0 && m_flow->needsEmergency()
                           ? tr("A rotation is in progress already. Another one drops the secret that is in "
                                "grace at once; the newer one stays valid for the time chosen.")
                           : tr("Without grace the present secret stops working at once. %1").arg(cost));
    QPushButton *button = submitButton();
    setButtonKind(button, endsNow ? ButtonKind::Danger : ButtonKind::Primary);
    const int secrets = (m_flow->needsEmergency() ? 1 : 0) + (m_grace->seconds() == 0 ? 1 : 0);
    button->setText(endsNow ? tr("Rotate and cut %n secret(s)", nullptr, secrets) : tr("Rotate secret"));
}

QString RotateDialog::whyNotYet() const
{
    return endsAccessNow() && !m_confirm->isChecked() ? tr("Confirm the cut first.") : QString();
}

void RotateDialog::showReasonNeed()
{
    requireReason({.emergency = m_flow->needsEmergency(), .endsNow = m_grace->seconds() == 0});
}

FormField *RotateDialog::fieldFor(const QString &pointer) const
{
    if (pointer == u"/grace_seconds")
        return m_graceField;
    return pointer == u"/expires_at" ? m_expiresField : SecretFlowDialog::fieldFor(pointer);
}

void RotateDialog::submit()
{
    QList<FormField *> fields{m_graceField};
    if (m_renew->isChecked())
        fields.append(m_expiresField);
    else
        m_expiresField->setError({}); // it is not sent
    if (!FormField::validateAll(fields + reasonFields()->fields()))
        return;
    RotateRequest request;
    request.emergency = m_flow->needsEmergency();
    request.graceSeconds = m_grace->seconds();
    request.reason = reasonFields()->reason();
    request.ticket = reasonFields()->ticket();
    if (m_renew->isChecked())
        request.expiresAt = m_expires->moment();
    m_flow->setRequest(request);
    m_flow->submit();
}

} // namespace pc::views
