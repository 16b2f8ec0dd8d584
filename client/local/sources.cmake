# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_client PRIVATE
    local/local_platform.cpp local/local_platform.h
)
