# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    jobs/activity_dialog.cpp jobs/activity_dialog.h
    jobs/job_card.cpp jobs/job_card.h
    jobs/job_commands.cpp jobs/job_commands.h
    jobs/recent_messages.cpp jobs/recent_messages.h
)
