# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    observing/observation_flows.cpp observing/observation_flows.h
    observing/observation_list_model.cpp observing/observation_list_model.h
    observing/observation_report_model.cpp observing/observation_report_model.h
    observing/observed_groups.cpp observing/observed_groups.h
    observing/observed_tables.cpp observing/observed_tables.h
)
