# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/act_guard.cpp ${CMAKE_CURRENT_LIST_DIR}/act_guard.h
    ${CMAKE_CURRENT_LIST_DIR}/change_rows.cpp ${CMAKE_CURRENT_LIST_DIR}/change_rows.h
    ${CMAKE_CURRENT_LIST_DIR}/countries.cpp ${CMAKE_CURRENT_LIST_DIR}/countries.h
    ${CMAKE_CURRENT_LIST_DIR}/error_words.cpp ${CMAKE_CURRENT_LIST_DIR}/error_words.h
    ${CMAKE_CURRENT_LIST_DIR}/load_view.cpp ${CMAKE_CURRENT_LIST_DIR}/load_view.h
    ${CMAKE_CURRENT_LIST_DIR}/names.cpp ${CMAKE_CURRENT_LIST_DIR}/names.h
    ${CMAKE_CURRENT_LIST_DIR}/words.cpp ${CMAKE_CURRENT_LIST_DIR}/words.h)
