# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    audit/audit_delegate.cpp audit/audit_delegate.h
    audit/audit_page.cpp audit/audit_page.h
    audit/audit_panel.cpp audit/audit_panel.h
    audit/audit_query_text.cpp audit/audit_query_text.h
    audit/event_pane.cpp audit/event_pane.h
    audit/integrity_card.cpp audit/integrity_card.h
)
