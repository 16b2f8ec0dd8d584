# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    domain/audit_diff.cpp
    domain/catalogue_difference.cpp
    domain/credential_facts.cpp
    domain/credential_life_cycle.cpp
    domain/credential_rules.cpp
    domain/daily_quota.cpp
    domain/field_check.cpp
    domain/grant_rules.cpp
    domain/latency_histogram.cpp
    domain/network_changes.cpp
    domain/partner_rules.cpp
    domain/routes_digest.cpp
    domain/said.cpp
    domain/scope_rules.cpp
    domain/stage_gates.cpp
)
