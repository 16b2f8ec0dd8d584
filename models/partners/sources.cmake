# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    partners/pack_model.cpp partners/pack_model.h
    partners/partner_counts_model.cpp partners/partner_counts_model.h
    partners/partner_flows.cpp partners/partner_flows.h
    partners/partner_list_model.cpp partners/partner_list_model.h
    partners/partner_merge.cpp partners/partner_merge.h
    partners/partner_model.cpp partners/partner_model.h
)
