# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/catalogue/api_handlers.cpp
    admin/catalogue/catalogue_change.cpp
    admin/catalogue/description_file.cpp
    admin/catalogue/observation_handlers.cpp
    admin/catalogue/plan_change.cpp
    admin/catalogue/plan_effect.cpp
    admin/catalogue/plan_handlers.cpp
    admin/catalogue/revision_acts.cpp
    admin/catalogue/revision_proposals.cpp
    admin/catalogue/revision_reads.cpp
    admin/catalogue/revision_review.cpp
    admin/catalogue/revision_routes.cpp
    admin/catalogue/version_callers.cpp
    admin/catalogue/version_handlers.cpp
    admin/catalogue/scope_handlers.cpp
    admin/catalogue/scope_holding.cpp
)
