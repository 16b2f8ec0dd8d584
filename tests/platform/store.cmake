# SPDX-License-Identifier: GPL-3.0-or-later
find_package(rapidcheck REQUIRED)
pc_add_test(tst_store LABEL platform LIBS pc_platform Qt6::Sql Threads::Threads)
pc_add_test(tst_anchor_file LABEL platform LIBS pc_platform)
pc_add_test(tst_store_parts LABEL platform LIBS pc_platform Qt6::Sql rapidcheck)
pc_add_test(tst_audit_log LABEL platform LIBS pc_platform Qt6::Sql rapidcheck)
pc_add_test(tst_metering_rows LABEL platform LIBS pc_platform pc_test_support Qt6::Sql)
pc_add_test(tst_usage_rows LABEL platform LIBS pc_platform pc_test_support Qt6::Sql)
