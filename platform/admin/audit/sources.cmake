# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/audit/audit_handlers.cpp
    admin/audit/audit_parameters.cpp
    admin/audit/evidence_handler.cpp
    admin/audit/evidence_writer.cpp
)
