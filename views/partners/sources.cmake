# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/credential_lines.cpp ${CMAKE_CURRENT_LIST_DIR}/credential_lines.h
    ${CMAKE_CURRENT_LIST_DIR}/csv_text.cpp ${CMAKE_CURRENT_LIST_DIR}/csv_text.h
    ${CMAKE_CURRENT_LIST_DIR}/gates_card.cpp ${CMAKE_CURRENT_LIST_DIR}/gates_card.h
    ${CMAKE_CURRENT_LIST_DIR}/overview_tab.cpp ${CMAKE_CURRENT_LIST_DIR}/overview_tab.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_acts.cpp
    ${CMAKE_CURRENT_LIST_DIR}/partner_delegate.cpp ${CMAKE_CURRENT_LIST_DIR}/partner_delegate.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_facts.cpp ${CMAKE_CURRENT_LIST_DIR}/partner_facts.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_filter.cpp ${CMAKE_CURRENT_LIST_DIR}/partner_filter.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_filter_bar.cpp ${CMAKE_CURRENT_LIST_DIR}/partner_filter_bar.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_header.cpp ${CMAKE_CURRENT_LIST_DIR}/partner_header.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_page.cpp ${CMAKE_CURRENT_LIST_DIR}/partner_page.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_parts.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_peek.cpp ${CMAKE_CURRENT_LIST_DIR}/partner_peek.h
    ${CMAKE_CURRENT_LIST_DIR}/partner_places.cpp ${CMAKE_CURRENT_LIST_DIR}/partner_places.h
    ${CMAKE_CURRENT_LIST_DIR}/partners_commands.cpp
    ${CMAKE_CURRENT_LIST_DIR}/partners_page.cpp ${CMAKE_CURRENT_LIST_DIR}/partners_page.h
    ${CMAKE_CURRENT_LIST_DIR}/promote_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/promote_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/surface.cpp ${CMAKE_CURRENT_LIST_DIR}/surface.h
    ${CMAKE_CURRENT_LIST_DIR}/value_panel.cpp ${CMAKE_CURRENT_LIST_DIR}/value_panel.h)
