# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    tables/import_table.cpp
)
