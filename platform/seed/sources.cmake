# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    seed/sample_audit.cpp
    seed/sample_credentials.cpp
    seed/sample_networks.cpp
    seed/sample_partners.cpp
    seed/sample_room.cpp
    seed/sample_usage.cpp
    seed/sample_versions.cpp
)
