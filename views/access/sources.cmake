# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    access/access_tab.cpp access/access_tab.h
    access/grant_dialogs.cpp access/grant_dialogs.h
    access/limits_panel.cpp access/limits_panel.h
    access/network_delegates.cpp access/network_delegates.h
    access/network_dialogs.cpp access/network_dialogs.h
    access/network_entry_dialog.cpp access/network_entry_dialog.h
    access/network_panel.cpp access/network_panel.h
    access/network_words.cpp access/network_words.h
    access/networks_tab.cpp access/networks_tab.h
    access/override_form.cpp access/override_form.h
    access/scope_delegate.cpp access/scope_delegate.h
    access/scope_panel.cpp access/scope_panel.h
    access/sources_panel.cpp access/sources_panel.h
    access/waiver_form.cpp access/waiver_form.h
)
