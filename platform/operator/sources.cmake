# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    operator/local_api.cpp
    operator/operator_accounts.cpp
    operator/operator_sessions.cpp
)
