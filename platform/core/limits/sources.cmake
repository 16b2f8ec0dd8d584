# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    core/limits/counters.cpp
    core/limits/failure_limiter.cpp
    core/limits/gcra.cpp
)
