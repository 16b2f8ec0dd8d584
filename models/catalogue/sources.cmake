# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    catalogue/api_list_model.cpp catalogue/api_list_model.h
    catalogue/catalogue_flows.cpp catalogue/catalogue_flows.h
    catalogue/description_file.cpp catalogue/description_file.h
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
)
