# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    report/http_sender.cpp
    report/log_file.cpp
    report/log_follower.cpp
    report/log_import.cpp
    report/report_lines.cpp
    report/report_sender.cpp
    report/report_state.cpp
    report/reporter.cpp
    report/state_lock.cpp
)
