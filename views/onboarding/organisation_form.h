// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/onboarding/step_form.h"

class QComboBox;
class QPlainTextEdit;

namespace pc::views {

/// Name, slug, register, owner, time zone, tags and notes.
class OrganisationForm final : public StepForm
{
    Q_OBJECT
public:
    explicit OrganisationForm(const ViewContext &context, QWidget *parent = nullptr);
    void apply(models::OnboardDraft &draft) const override;

private:
    void fill(const models::OnboardDraft &draft) override;

    const ViewContext &m_context;
    QLineEdit *m_name;
    QLineEdit *m_slug;
    QLineEdit *m_legal;
    QLineEdit *m_country;
    QLineEdit *m_register;
    QLineEdit *m_owner;
    QComboBox *m_zone;
    QLineEdit *m_tags;
    QPlainTextEdit *m_notes;
    bool m_ownSlug = false; ///< the person wrote the slug; it no longer follows the name
};

/// "a, b" as a list without blanks and repeats.
[[nodiscard]] QStringList listOf(const QString &text);

} // namespace pc::views
