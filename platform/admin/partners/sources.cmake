# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/partners/partner_act_handlers.cpp
    admin/partners/partner_handlers.cpp
    admin/partners/partner_writing.cpp
)
