# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/pack/pack_handlers.cpp
    admin/pack/partner_pack.cpp
)
