# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    core/policy/access.cpp
    core/policy/drain_watch.cpp
    core/policy/legacy_index.cpp
    core/policy/network_rule.cpp
    core/policy/policy.cpp
    core/policy/policy_holder.cpp
    core/policy/policy_rules.cpp
    core/policy/widening.cpp
)
