# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    partner/edit_partner_dialog.cpp partner/edit_partner_dialog.h
    partner/gates_card.cpp partner/gates_card.h
    partner/overview_tab.cpp partner/overview_tab.h
    partner/pack_dialog.cpp partner/pack_dialog.h
    partner/partner_acts.cpp partner/partner_acts.h
    partner/partner_calls_tab.cpp partner/partner_calls_tab.h
    partner/partner_audit_tab.cpp partner/partner_audit_tab.h
    partner/partner_header.cpp partner/partner_header.h
    partner/partner_page.cpp partner/partner_page.h
    partner/partner_deps.h
    partner/partner_tabs.cpp partner/partner_tabs.h
    partner/promote_dialog.cpp partner/promote_dialog.h
)
