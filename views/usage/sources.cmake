# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/breakdown_card.cpp ${CMAKE_CURRENT_LIST_DIR}/breakdown_card.h
    ${CMAKE_CURRENT_LIST_DIR}/chart_accessible.cpp ${CMAKE_CURRENT_LIST_DIR}/chart_accessible.h
    ${CMAKE_CURRENT_LIST_DIR}/chart_card.cpp ${CMAKE_CURRENT_LIST_DIR}/chart_card.h
    ${CMAKE_CURRENT_LIST_DIR}/chart_data.cpp ${CMAKE_CURRENT_LIST_DIR}/chart_data.h
    ${CMAKE_CURRENT_LIST_DIR}/chart_layer.cpp ${CMAKE_CURRENT_LIST_DIR}/chart_layer.h
    ${CMAKE_CURRENT_LIST_DIR}/chart_legend.cpp ${CMAKE_CURRENT_LIST_DIR}/chart_legend.h
    ${CMAKE_CURRENT_LIST_DIR}/chart_scale.cpp ${CMAKE_CURRENT_LIST_DIR}/chart_scale.h
    ${CMAKE_CURRENT_LIST_DIR}/chart_table.cpp ${CMAKE_CURRENT_LIST_DIR}/chart_table.h
    ${CMAKE_CURRENT_LIST_DIR}/chart_view.cpp ${CMAKE_CURRENT_LIST_DIR}/chart_view.h
    ${CMAKE_CURRENT_LIST_DIR}/usage_lines_model.cpp ${CMAKE_CURRENT_LIST_DIR}/usage_lines_model.h
    ${CMAKE_CURRENT_LIST_DIR}/usage_tab.cpp ${CMAKE_CURRENT_LIST_DIR}/usage_tab.h)
