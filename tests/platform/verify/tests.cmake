# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(verify/tst_catalogue_events LABEL platform LIBS pc_admin_test_support)
pc_add_test(verify/tst_evidence LABEL platform LIBS pc_platform pc_test_support Qt6::Sql rapidcheck TIMEOUT 240)
pc_add_test(verify/tst_state_check LABEL platform LIBS pc_admin_test_support)
pc_add_test(verify/tst_verified_columns LABEL platform LIBS pc_admin_test_support)
pc_add_test(verify/tst_verify_log LABEL platform LIBS pc_platform pc_test_support Qt6::Sql)
