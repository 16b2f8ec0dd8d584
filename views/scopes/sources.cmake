# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    scopes/plan_dialogs.cpp scopes/plan_dialogs.h
    scopes/plan_form.cpp scopes/plan_form.h
    scopes/plans_panel.cpp scopes/plans_panel.h
    scopes/scope_detail.cpp scopes/scope_detail.h
    scopes/scope_dialogs.cpp scopes/scope_dialogs.h
    scopes/scope_form.cpp scopes/scope_form.h
    scopes/scopes_acts.cpp scopes/scopes_acts.h
    scopes/scopes_delegates.cpp scopes/scopes_delegates.h
    scopes/scopes_page.cpp scopes/scopes_page.h
    scopes/scopes_panel.cpp scopes/scopes_panel.h
    scopes/take_scope_dialog.cpp scopes/take_scope_dialog.h
)
