# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/calls/call_handlers.cpp admin/calls/call_handlers.h
    admin/calls/gateway_line_handlers.cpp admin/calls/gateway_line_handlers.h
    admin/calls/call_stream.cpp
    admin/calls/call_parameters.cpp admin/calls/call_parameters.h
    admin/calls/access_trials.cpp admin/calls/access_trials.h
    admin/calls/asked_again.cpp admin/calls/asked_again.h
    admin/calls/call_cause.cpp admin/calls/call_cause.h
    admin/calls/call_matching.cpp admin/calls/call_matching.h
    admin/calls/catalogue_rules_made.cpp admin/calls/catalogue_rules_made.h
    admin/calls/credential_rules_made.cpp admin/calls/credential_rules_made.h
    admin/calls/credential_trials.cpp admin/calls/credential_trials.h
    admin/calls/decision_checks.cpp admin/calls/decision_checks.h
    admin/calls/event_lists.cpp admin/calls/event_lists.h
    admin/calls/explain_handlers.cpp admin/calls/explain_handlers.h
    admin/calls/explained_checks.cpp admin/calls/explained_checks.h
    admin/calls/explanation.cpp admin/calls/explanation.h
    admin/calls/log_values.cpp admin/calls/log_values.h
    admin/calls/made_rule.cpp admin/calls/made_rule.h
    admin/calls/made_rules.cpp admin/calls/made_rules.h
    admin/calls/networks_then.cpp admin/calls/networks_then.h
    admin/calls/partner_rules_made.cpp admin/calls/partner_rules_made.h
    admin/calls/refusal_filters.cpp admin/calls/refusal_filters.h
    admin/calls/remedies.cpp admin/calls/remedies.h
    admin/calls/remedy_trials.cpp admin/calls/remedy_trials.h
    admin/calls/resource_needs.cpp admin/calls/resource_needs.h
    admin/calls/rule_then.cpp admin/calls/rule_then.h
    admin/calls/explained.h
    admin/calls/trial_list.h
)
