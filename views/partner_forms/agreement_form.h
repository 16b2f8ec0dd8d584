// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/partner_forms/step_form.h"

class QCheckBox;

namespace pc::views {

class DateInput;

/// The signed agreement: version, fingerprint of the file (computed here, the file is not sent), signatories
/// and validity.
class AgreementForm final : public StepForm
{
    Q_OBJECT
public:
    explicit AgreementForm(const ViewContext &context, QWidget *parent = nullptr);

private:
    void apply(models::OnboardDraft &draft) const override;
    void fill(const models::OnboardDraft &draft) override;
    void chooseFile();
    void showFields();

    const ViewContext &m_context;
    QCheckBox *m_signed;
    QWidget *m_fields;
    LineInput *m_version;
    LineInput *m_hash;
    LineInput *m_people;
    DateInput *m_on;
    DateInput *m_until;
};

} // namespace pc::views
