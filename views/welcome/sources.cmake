# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/connect_form.cpp ${CMAKE_CURRENT_LIST_DIR}/connect_form.h
    ${CMAKE_CURRENT_LIST_DIR}/sample_card.cpp ${CMAKE_CURRENT_LIST_DIR}/sample_card.h
    ${CMAKE_CURRENT_LIST_DIR}/starting_view.cpp ${CMAKE_CURRENT_LIST_DIR}/starting_view.h
    ${CMAKE_CURRENT_LIST_DIR}/welcome_window.cpp ${CMAKE_CURRENT_LIST_DIR}/welcome_window.h)
