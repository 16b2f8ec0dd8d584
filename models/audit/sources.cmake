# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    audit/audit_event_model.cpp audit/audit_event_model.h
    audit/audit_export.cpp audit/audit_export.h
    audit/audit_histogram_model.cpp audit/audit_histogram_model.h
    audit/audit_integrity.cpp audit/audit_integrity.h
    audit/audit_list_model.cpp audit/audit_list_model.h
    audit/audit_models.cpp audit/audit_models.h
    audit/field_change_model.cpp audit/field_change_model.h
)
