# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(core/limits/tst_gcra LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/limits/tst_counters LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/limits/tst_counter_exchange LABEL platform LIBS pc_platform)
pc_add_test(core/catalogue/tst_segment_template LABEL platform LIBS pc_platform rapidcheck)
pc_add_test(core/policy/tst_policy LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/policy/tst_widening LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/catalogue/tst_route_catalogue LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/decision/tst_body_facts LABEL platform LIBS pc_platform)
pc_add_test(core/decision/tst_decide LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/decision/tst_networks_decided LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/decision/tst_versions_decided LABEL platform LIBS pc_platform Threads::Threads)
pc_add_test(core/decision/tst_decision_memory LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/decision/tst_authorizer LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/decision/tst_legacy_decisions LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(core/decision/tst_metering LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
set_property(TEST tst_gcra tst_counters tst_policy tst_widening tst_route_catalogue tst_decide tst_networks_decided tst_decision_memory tst_authorizer
    tst_metering
    APPEND PROPERTY ENVIRONMENT "RC_PARAMS=max_success=${PC_PROPERTY_CASES}")
