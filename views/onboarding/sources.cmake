# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/access_form.cpp ${CMAKE_CURRENT_LIST_DIR}/access_form.h
    ${CMAKE_CURRENT_LIST_DIR}/agreement_form.cpp ${CMAKE_CURRENT_LIST_DIR}/agreement_form.h
    ${CMAKE_CURRENT_LIST_DIR}/basis_form.cpp ${CMAKE_CURRENT_LIST_DIR}/basis_form.h
    ${CMAKE_CURRENT_LIST_DIR}/contacts_form.cpp ${CMAKE_CURRENT_LIST_DIR}/contacts_form.h
    ${CMAKE_CURRENT_LIST_DIR}/draft_words.cpp ${CMAKE_CURRENT_LIST_DIR}/draft_words.h
    ${CMAKE_CURRENT_LIST_DIR}/edit_partner_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/edit_partner_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/first_credential.cpp ${CMAKE_CURRENT_LIST_DIR}/first_credential.h
    ${CMAKE_CURRENT_LIST_DIR}/onboarding_page.cpp ${CMAKE_CURRENT_LIST_DIR}/onboarding_page.h
    ${CMAKE_CURRENT_LIST_DIR}/organisation_form.cpp ${CMAKE_CURRENT_LIST_DIR}/organisation_form.h
    ${CMAKE_CURRENT_LIST_DIR}/review_panel.cpp ${CMAKE_CURRENT_LIST_DIR}/review_panel.h
    ${CMAKE_CURRENT_LIST_DIR}/sandbox_form.cpp ${CMAKE_CURRENT_LIST_DIR}/sandbox_form.h
    ${CMAKE_CURRENT_LIST_DIR}/step_footer.cpp ${CMAKE_CURRENT_LIST_DIR}/step_footer.h
    ${CMAKE_CURRENT_LIST_DIR}/step_form.cpp ${CMAKE_CURRENT_LIST_DIR}/step_form.h
    ${CMAKE_CURRENT_LIST_DIR}/step_rail.cpp ${CMAKE_CURRENT_LIST_DIR}/step_rail.h)
