# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/imports/client_id_import.cpp
    admin/imports/holders.cpp
    admin/imports/import_handlers.cpp
    admin/imports/import_request.cpp
    admin/imports/key_import.cpp
    admin/imports/legacy_key_report.cpp
    admin/imports/partner_import.cpp
    admin/imports/plan_import.cpp
)
