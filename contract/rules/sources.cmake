# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_contract PRIVATE
    rules/act_refusal.cpp rules/act_refusal.h
    rules/agreement.cpp rules/agreement.h
    rules/api_rules.cpp rules/api_rules.h
    rules/audit_match.cpp rules/audit_match.h
    rules/body_check.cpp rules/body_check.h
    rules/call_fields.cpp rules/call_fields.h
    rules/code_points.h
    rules/contact_kinds.h
    rules/countries.cpp rules/countries.h
    rules/credential_kinds.cpp rules/credential_kinds.h
    rules/date_text.cpp rules/date_text.h
    rules/date_words.cpp rules/date_words.h
    rules/explained_facts.h
    rules/expiring.cpp rules/expiring.h
    rules/field_fault.cpp rules/field_fault.h
    rules/field_limits.cpp rules/field_limits.h
    rules/fold.cpp rules/fold.h
    rules/grants.cpp rules/grants.h
    rules/lawful_basis.cpp rules/lawful_basis.h
    rules/legacy_keys.cpp rules/legacy_keys.h
    rules/limits.cpp rules/limits.h
    rules/list_line.cpp rules/list_line.h
    rules/name_rules.cpp rules/name_rules.h
    rules/network.cpp rules/network.h
    rules/networks.cpp rules/networks.h
    rules/observation.cpp rules/observation.h
    rules/observed_budget.h
    rules/permission.cpp rules/permission.h
    rules/required_reason.cpp rules/required_reason.h
    rules/sample_size.h
    rules/secret_life.cpp rules/secret_life.h
    rules/slug.cpp rules/slug.h
    rules/spreadsheet_text.cpp rules/spreadsheet_text.h
    rules/text_rule.cpp rules/text_rule.h
    rules/time_buckets.cpp rules/time_buckets.h
    rules/time_zones.cpp rules/time_zones.h
    rules/unknown_values.cpp rules/unknown_values.h
    rules/unseen.cpp rules/unseen.h
    rules/used_headers.cpp rules/used_headers.h
    rules/verification.h
    rules/version_life.cpp rules/version_life.h
)
