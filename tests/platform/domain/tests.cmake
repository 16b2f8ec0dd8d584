# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(domain/tst_daily_quota LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
pc_add_test(domain/tst_credential_life_cycle LABEL platform LIBS pc_platform Qt6::Sql rapidcheck)
pc_add_test(domain/tst_partner_rules LABEL platform LIBS pc_platform Qt6::Sql)
pc_add_test(domain/tst_stage_gates LABEL platform LIBS pc_platform)
pc_add_test(domain/tst_audit_diff LABEL platform LIBS pc_platform Qt6::Sql)
set_property(TEST tst_daily_quota APPEND PROPERTY ENVIRONMENT "RC_PARAMS=max_success=${PC_PROPERTY_CASES}")
