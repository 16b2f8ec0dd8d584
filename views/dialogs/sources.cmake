# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/flow_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/flow_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/left_act.cpp ${CMAKE_CURRENT_LIST_DIR}/left_act.h
    ${CMAKE_CURRENT_LIST_DIR}/owner_input.cpp ${CMAKE_CURRENT_LIST_DIR}/owner_input.h
    ${CMAKE_CURRENT_LIST_DIR}/reason_fields.cpp ${CMAKE_CURRENT_LIST_DIR}/reason_fields.h)
