// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/partner_forms/step_form.h"

class QCheckBox;

namespace pc::views {

class KindChoice;

/// Whether a first sandbox credential is issued right after, and of which kind.
class SandboxForm final : public StepForm
{
    Q_OBJECT
public:
    explicit SandboxForm(QWidget *parent = nullptr);

private:
    void apply(models::OnboardDraft &draft) const override;
    void fill(const models::OnboardDraft &draft) override;
    void showFields();

    QCheckBox *m_issue;
    QWidget *m_fields;
    LineInput *m_name;
    KindChoice *m_kind;
};

} // namespace pc::views
