# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    local/attach.cpp
    local/gateway_acts_api.cpp
    local/gateway_check_messages.cpp
    local/gateway_checks_api.cpp
    local/history_api.cpp
    local/local_admin.cpp
    local/local_api.cpp
    local/local_calls.cpp
    local/local_client.cpp
    local/local_messages.cpp
    local/local_refusal.cpp
    local/local_request.cpp
    local/local_service.cpp
    local/operators_api.cpp
    local/record_host_act.cpp
    local/sign_in_api.cpp
    local/stopped_store.cpp
)
