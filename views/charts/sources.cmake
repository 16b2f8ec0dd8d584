# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    charts/chart_accessible.cpp charts/chart_accessible.h
    charts/chart_data.cpp charts/chart_data.h
    charts/chart_layer.cpp charts/chart_layer.h
    charts/chart_legend.cpp charts/chart_legend.h
    charts/chart_scale.cpp charts/chart_scale.h
    charts/chart_table.cpp charts/chart_table.h
    charts/chart_view.cpp charts/chart_view.h
)
