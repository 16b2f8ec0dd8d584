# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    jobs/job_flow.cpp jobs/job_flow.h
    jobs/job_list_model.cpp jobs/job_list_model.h
)
