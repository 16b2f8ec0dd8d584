# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    verify/verify_command.cpp
    verify/verify_log.cpp
)
