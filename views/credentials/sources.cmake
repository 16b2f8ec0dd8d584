# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    credentials/clipboard_countdown.cpp credentials/clipboard_countdown.h
    credentials/credential_commands.cpp credentials/credential_commands.h
    credentials/credential_delegate.cpp credentials/credential_delegate.h
    credentials/credential_pane.cpp credentials/credential_pane.h
    credentials/credential_deps.h
    credentials/credential_selection.cpp credentials/credential_selection.h
    credentials/credentials_tab.cpp credentials/credentials_tab.h
    credentials/grace_choice.cpp credentials/grace_choice.h
    credentials/grace_dialog.cpp credentials/grace_dialog.h
    credentials/issue_dialog.cpp credentials/issue_dialog.h
    credentials/left_secret.cpp credentials/left_secret.h
    credentials/overlap_timeline.cpp credentials/overlap_timeline.h
    credentials/revocation_proof.cpp credentials/revocation_proof.h
    credentials/revoke_dialog.cpp credentials/revoke_dialog.h
    credentials/rotate_dialog.cpp credentials/rotate_dialog.h
    credentials/secret_dialog.cpp credentials/secret_dialog.h
    credentials/secret_field.cpp credentials/secret_field.h
    credentials/secret_flow_dialog.cpp credentials/secret_flow_dialog.h
    credentials/secret_state.cpp credentials/secret_state.h
    credentials/suspend_dialog.cpp credentials/suspend_dialog.h
    credentials/use_facts.cpp credentials/use_facts.h
)
