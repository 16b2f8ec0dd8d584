# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    verify/credential_events.cpp
    verify/state_check.cpp
    verify/verify_log.cpp
)
