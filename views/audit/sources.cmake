# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/audit_delegate.cpp ${CMAKE_CURRENT_LIST_DIR}/audit_delegate.h
    ${CMAKE_CURRENT_LIST_DIR}/audit_page.cpp ${CMAKE_CURRENT_LIST_DIR}/audit_page.h
    ${CMAKE_CURRENT_LIST_DIR}/audit_panel.cpp ${CMAKE_CURRENT_LIST_DIR}/audit_panel.h
    ${CMAKE_CURRENT_LIST_DIR}/audit_parts.h
    ${CMAKE_CURRENT_LIST_DIR}/audit_query_text.cpp ${CMAKE_CURRENT_LIST_DIR}/audit_query_text.h
    ${CMAKE_CURRENT_LIST_DIR}/event_pane.cpp ${CMAKE_CURRENT_LIST_DIR}/event_pane.h
    ${CMAKE_CURRENT_LIST_DIR}/integrity_card.cpp ${CMAKE_CURRENT_LIST_DIR}/integrity_card.h)
