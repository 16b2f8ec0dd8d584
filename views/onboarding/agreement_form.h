// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/onboarding/step_form.h"

class QCheckBox;
class QDateEdit;

namespace pc::views {

/// The signed agreement: version, fingerprint of the file (computed here, the file is not sent), signatories
/// and validity.
class AgreementForm final : public StepForm
{
    Q_OBJECT
public:
    explicit AgreementForm(const ViewContext &context, QWidget *parent = nullptr);
    void apply(models::OnboardDraft &draft) const override;

private:
    void fill(const models::OnboardDraft &draft) override;
    void chooseFile();
    void showFields();

    const ViewContext &m_context;
    QCheckBox *m_signed;
    QWidget *m_fields;
    QLineEdit *m_version;
    QLineEdit *m_hash;
    QLineEdit *m_people;
    QDateEdit *m_on;
    QDateEdit *m_until;
};

} // namespace pc::views
