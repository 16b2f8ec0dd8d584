# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    core/catalogue/path_template.cpp
    core/catalogue/route_catalogue.cpp
    core/catalogue/segment_template.cpp
)
