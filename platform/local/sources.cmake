# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    local/attach.cpp
    local/history_api.cpp
    local/local_api.cpp
    local/local_client.cpp
    local/record_host_act.cpp
    local/stopped_store.cpp
)
