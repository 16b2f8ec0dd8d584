# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/clipboard.h
    ${CMAKE_CURRENT_LIST_DIR}/file_dialogs.cpp ${CMAKE_CURRENT_LIST_DIR}/file_dialogs.h
    ${CMAKE_CURRENT_LIST_DIR}/system_clipboard.cpp ${CMAKE_CURRENT_LIST_DIR}/system_clipboard.h)
