# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    partner_forms/access_form.cpp partner_forms/access_form.h
    partner_forms/agreement_form.cpp partner_forms/agreement_form.h
    partner_forms/basis_form.cpp partner_forms/basis_form.h
    partner_forms/contacts_form.cpp partner_forms/contacts_form.h
    partner_forms/organisation_form.cpp partner_forms/organisation_form.h
    partner_forms/sandbox_form.cpp partner_forms/sandbox_form.h
    partner_forms/step_form.cpp partner_forms/step_form.h
)
