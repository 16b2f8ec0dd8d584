# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/jobs/history_verification.cpp
    admin/jobs/job_acts.cpp
    admin/jobs/job_handlers.cpp
    admin/jobs/job_runner.cpp
)
