# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    operator/history_api.cpp
    operator/history_command.cpp
    operator/host_acts.cpp
    operator/local_api.cpp
    operator/local_client.cpp
    operator/operator_accounts.cpp
    operator/operator_command.cpp
    operator/operator_sessions.cpp
    operator/session_keeping.cpp
    operator/stopped_store.cpp
)
