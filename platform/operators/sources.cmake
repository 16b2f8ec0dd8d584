# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    operators/host_acts.cpp
    operators/operator_accounts.cpp
    operators/operator_sessions.cpp
)
