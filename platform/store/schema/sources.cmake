# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/schema/refold.cpp
    store/schema/schema.cpp
    store/schema/waive_networks.cpp
)
