# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    seed/sample_audit.cpp
    seed/sample_calls.cpp seed/sample_calls.h
    seed/sample_credentials.cpp
    seed/sample_event.cpp seed/sample_event.h
    seed/sample_log.cpp seed/sample_log.h
    seed/sample_networks.cpp
    seed/sample_partners.cpp
    seed/sample_room.cpp
    seed/sample_scopes.cpp
    seed/sample_usage.cpp
    seed/sample_versions.cpp
)
