# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/access_tab.cpp ${CMAKE_CURRENT_LIST_DIR}/access_tab.h
    ${CMAKE_CURRENT_LIST_DIR}/grant_dialogs.cpp ${CMAKE_CURRENT_LIST_DIR}/grant_dialogs.h
    ${CMAKE_CURRENT_LIST_DIR}/limits_panel.cpp ${CMAKE_CURRENT_LIST_DIR}/limits_panel.h
    ${CMAKE_CURRENT_LIST_DIR}/override_form.cpp ${CMAKE_CURRENT_LIST_DIR}/override_form.h
    ${CMAKE_CURRENT_LIST_DIR}/scope_delegate.cpp ${CMAKE_CURRENT_LIST_DIR}/scope_delegate.h
    ${CMAKE_CURRENT_LIST_DIR}/scope_panel.cpp ${CMAKE_CURRENT_LIST_DIR}/scope_panel.h)
