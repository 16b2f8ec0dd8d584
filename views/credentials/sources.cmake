# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/clipboard_countdown.cpp ${CMAKE_CURRENT_LIST_DIR}/clipboard_countdown.h
    ${CMAKE_CURRENT_LIST_DIR}/code_samples.cpp ${CMAKE_CURRENT_LIST_DIR}/code_samples.h
    ${CMAKE_CURRENT_LIST_DIR}/credential_commands.cpp ${CMAKE_CURRENT_LIST_DIR}/credential_commands.h
    ${CMAKE_CURRENT_LIST_DIR}/credential_delegate.cpp ${CMAKE_CURRENT_LIST_DIR}/credential_delegate.h
    ${CMAKE_CURRENT_LIST_DIR}/credential_pane.cpp ${CMAKE_CURRENT_LIST_DIR}/credential_pane.h
    ${CMAKE_CURRENT_LIST_DIR}/credentials_tab.cpp ${CMAKE_CURRENT_LIST_DIR}/credentials_tab.h
    ${CMAKE_CURRENT_LIST_DIR}/grace_choice.cpp ${CMAKE_CURRENT_LIST_DIR}/grace_choice.h
    ${CMAKE_CURRENT_LIST_DIR}/grace_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/grace_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/issue_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/issue_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/left_secret.cpp ${CMAKE_CURRENT_LIST_DIR}/left_secret.h
    ${CMAKE_CURRENT_LIST_DIR}/overlap_timeline.cpp ${CMAKE_CURRENT_LIST_DIR}/overlap_timeline.h
    ${CMAKE_CURRENT_LIST_DIR}/revocation_proof.cpp ${CMAKE_CURRENT_LIST_DIR}/revocation_proof.h
    ${CMAKE_CURRENT_LIST_DIR}/revoke_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/revoke_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/rotate_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/rotate_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/secret_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/secret_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/secret_field.cpp ${CMAKE_CURRENT_LIST_DIR}/secret_field.h
    ${CMAKE_CURRENT_LIST_DIR}/secret_flow_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/secret_flow_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/secret_state.cpp ${CMAKE_CURRENT_LIST_DIR}/secret_state.h
    ${CMAKE_CURRENT_LIST_DIR}/suspend_dialog.cpp ${CMAKE_CURRENT_LIST_DIR}/suspend_dialog.h
    ${CMAKE_CURRENT_LIST_DIR}/use_words.cpp ${CMAKE_CURRENT_LIST_DIR}/use_words.h
    ${CMAKE_CURRENT_LIST_DIR}/credential_parts.h)
