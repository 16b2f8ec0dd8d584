# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    usage/breakdown_card.cpp usage/breakdown_card.h
    usage/chart_card.cpp usage/chart_card.h
    usage/usage_lines_model.cpp usage/usage_lines_model.h
    usage/usage_tab.cpp usage/usage_tab.h
)
