# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    core/authenticate.cpp
    core/authorizer.cpp
    core/clock_watch.cpp
    core/counters.cpp
    core/daily_quota.cpp
    core/decide.cpp
    core/drain_watch.cpp
    core/failure_gate.cpp
    core/gcra.cpp
    core/leak_watch.cpp
    core/live_tokens.cpp
    core/metering.cpp
    core/pepper_ring.cpp
    core/policy.cpp
    core/policy_holder.cpp
    core/open_file.cpp
    core/private_file.cpp
    core/route_catalogue.cpp
    core/write_all.cpp
)
