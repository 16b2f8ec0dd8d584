# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/access/access_handlers.cpp
    admin/access/network_handlers.cpp
)
