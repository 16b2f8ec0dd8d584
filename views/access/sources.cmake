# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    access/access_tab.cpp access/access_tab.h
    access/grant_dialogs.cpp access/grant_dialogs.h
    access/limits_panel.cpp access/limits_panel.h
    access/override_form.cpp access/override_form.h
    access/scope_delegate.cpp access/scope_delegate.h
    access/scope_panel.cpp access/scope_panel.h
)
