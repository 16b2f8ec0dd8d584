# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    demo/default_catalogue.cpp
    demo/demo_api.cpp
    demo/demo_data.cpp
    demo/demo_problem.cpp
    demo/demo_tables.cpp
)
