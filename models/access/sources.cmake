# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    access/catalogue_model.cpp access/catalogue_model.h
    access/grant_editor.cpp access/grant_editor.h
    access/grant_impact.cpp access/grant_impact.h
    access/grant_changes.cpp access/grant_changes.h
    access/grant_undo.cpp access/grant_undo.h
    access/network_changes.cpp access/network_changes.h
    access/network_table.cpp access/network_table.h
    access/networks_editor.cpp access/networks_editor.h
    access/networks_model.cpp access/networks_model.h
    access/save_networks_flow.cpp access/save_networks_flow.h
    access/scope_tree_model.cpp access/scope_tree_model.h
    access/scope_use_model.cpp access/scope_use_model.h
    access/source_table.cpp access/source_table.h
    access/sources_model.cpp access/sources_model.h
)
