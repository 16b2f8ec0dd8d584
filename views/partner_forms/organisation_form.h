// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/partner_forms/step_form.h"

namespace pc::views {

class ChoiceInput;
class TextInput;

/// Name, slug, register, owner, time zone, tags and notes.
class OrganisationForm final : public StepForm
{
    Q_OBJECT
public:
    explicit OrganisationForm(const ViewContext &context, QWidget *parent = nullptr);

private:
    void fill(const models::OnboardDraft &draft) override;
    void apply(models::OnboardDraft &draft) const override;

    LineInput *m_name;
    LineInput *m_slug;
    LineInput *m_legal;
    ChoiceInput *m_country;
    LineInput *m_register;
    ChoiceInput *m_owner;
    ChoiceInput *m_zone;
    LineInput *m_tags;
    TextInput *m_notes;
    bool m_ownSlug = false; ///< the person wrote the slug; it no longer follows the name
};

} // namespace pc::views
