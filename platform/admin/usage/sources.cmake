# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/usage/metering_writer.cpp
    admin/usage/report_keeper.cpp
    admin/usage/usage_handlers.cpp
)
