# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    catalogue/api_list_model.cpp catalogue/api_list_model.h
    catalogue/catalogue_flows.cpp catalogue/catalogue_flows.h
    catalogue/description_file.cpp catalogue/description_file.h
    catalogue/effect_preview.cpp catalogue/effect_preview.h
    catalogue/plan_flows.cpp catalogue/plan_flows.h
    catalogue/plan_list_model.cpp catalogue/plan_list_model.h
    catalogue/propose_flow.cpp catalogue/propose_flow.h
    catalogue/review_model.cpp catalogue/review_model.h
    catalogue/review_tables.cpp catalogue/review_tables.h
    catalogue/revision_list_model.cpp catalogue/revision_list_model.h
    catalogue/route_change_model.cpp catalogue/route_change_model.h
    catalogue/route_list_model.cpp catalogue/route_list_model.h
    catalogue/version_flows.cpp catalogue/version_flows.h
    catalogue/version_list_model.cpp catalogue/version_list_model.h
    catalogue/version_use_model.cpp catalogue/version_use_model.h
    catalogue/version_caller_table.cpp catalogue/version_caller_table.h
    catalogue/scope_figures_model.cpp catalogue/scope_figures_model.h
    catalogue/scope_flows.cpp catalogue/scope_flows.h
    catalogue/scope_holder_model.cpp catalogue/scope_holder_model.h
    catalogue/scope_list_model.cpp catalogue/scope_list_model.h
    catalogue/take_scope_run.cpp catalogue/take_scope_run.h
)
