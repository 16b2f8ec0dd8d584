// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner_forms/agreement_form.h"

#include "contract/rules/field_limits.h"
#include "views/seams/context.h"
#include "views/seams/file_dialogs.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/date_input.h"
#include "views/widgets/field_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/line_input.h"

#include <QCheckBox>
#include <QCryptographicHash>
#include <QFile>
#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

AgreementForm::AgreementForm(const ViewContext &context, QWidget *parent)
    : StepForm(parent), m_context(context)
{
    m_signed = new QCheckBox(tr("An agreement is signed"));
    m_signed->setObjectName(u"agreementSigned"_s);
    layoutBox()->addWidget(m_signed);
    m_fields = new QWidget; // off, not hidden, without the tick: a dialog opens with the room they need
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_version = addLine(u"/agreement/version"_s, true, rules::limit("Agreement", "version"), column);
    m_version->setPlaceholderText(u"3.2"_s);
    auto *hash = new QWidget;
    auto *row = new QHBoxLayout(hash);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_hash = new LineInput(u"agreement_file_sha256"_s, rules::limit("Agreement", "file_sha256"));
    m_hash->setAccessibleName(memberName(u"/agreement/file_sha256"_s));
    row->addWidget(m_hash, 1);
    hash->setFocusProxy(m_hash);
    QPushButton *choose =
        makeButton(u"chooseAgreement"_s, tr("Choose file…"), Icon::File, ButtonKind::Normal, hash);
    row->addWidget(choose);
    auto *field = addInput(u"/agreement/file_sha256"_s, hash, column);
    field->setRequired(true);
    field->setHint(tr("The file is read here to compute its fingerprint; it is not sent anywhere."));
    m_people = addListLine(u"/agreement/signatories"_s, tr("Signed by, separated by commas"), true,
                           rules::limit("Agreement", "signatories"), column);
    auto *dates = new FieldRow;
    column->addWidget(dates);
    m_on = new DateInput(u"agreement_signed_on"_s, DateInput::Mode::Day);
    m_until = new DateInput(u"agreement_valid_until"_s, DateInput::Mode::Day);
    addInput(u"/agreement/signed_on"_s, m_on, dates)->setRequired(true);
    addInput(u"/agreement/valid_until"_s, m_until, dates)->setRequired(true);
    new HeightKeeper(m_fields); // what room is left lies below
    layoutBox()->addWidget(m_fields);
    layoutBox()->addStretch();
    connect(m_signed, &QCheckBox::toggled, this, [this] {
        showFields();
        touch();
    });
    connect(m_hash, &QLineEdit::textChanged, this, &AgreementForm::touch);
    connect(m_on, &QLineEdit::textChanged, this, &AgreementForm::touch);
    connect(m_until, &QLineEdit::textChanged, this, &AgreementForm::touch);
    connect(choose, &QPushButton::clicked, this, &AgreementForm::chooseFile);
    showFields();
}

void AgreementForm::showFields()
{
    m_fields->setEnabled(m_signed->isChecked());
}

void AgreementForm::chooseFile()
{
    m_context.files.askOpen(
        this, tr("Choose the signed agreement"), tr("Documents (*.pdf *.p7m *.asice);;All files (*)"),
        [guard = QPointer<AgreementForm>(this)](const QString &path) {
            if (!guard || path.isEmpty())
                return;
            QFile file(path);
            QCryptographicHash sum(QCryptographicHash::Sha256);
            if (file.open(QIODevice::ReadOnly) && sum.addData(&file)) {
                guard->m_hash->setText(QString::fromLatin1(sum.result().toHex()));
                return;
            }
            if (FormField *field = guard->fieldFor(u"/agreement/file_sha256"_s))
                field->setError(tr("The file could not be read: %1").arg(file.errorString()));
        });
}

void AgreementForm::fill(const models::OnboardDraft &draft)
{
    const Agreement agreement = draft.partner.agreement.value_or(Agreement());
    m_signed->setChecked(draft.partner.agreement.has_value());
    m_version->setText(agreement.version);
    m_hash->setText(agreement.fileSha256);
    m_people->showValues(agreement.signatories);
    m_on->showDay(agreement.signedOn);
    m_until->showDay(agreement.validUntil);
    showFields();
}

void AgreementForm::apply(models::OnboardDraft &draft) const
{
    if (!m_signed->isChecked()) {
        draft.partner.agreement.reset();
        return;
    }
    draft.partner.agreement = Agreement{m_version->value(), m_hash->value().toLower(), m_people->values(),
                                        m_on->day(), m_until->day()};
}

} // namespace pc::views
