# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    core/counters.cpp
    core/daily_quota.cpp
    core/gcra.cpp
    core/metering.cpp
    core/pepper_ring.cpp
    core/policy.cpp
    core/policy_holder.cpp
    core/route_catalogue.cpp
)
