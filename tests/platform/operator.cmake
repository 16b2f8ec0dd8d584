# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(tst_operator_process LABEL platform LIBS pc_platform Qt6::Sql TIMEOUT 240)
add_dependencies(tst_operator_process partner-platform)
pc_add_test(tst_operator_parts LABEL platform LIBS pc_platform pc_test_support Qt6::Sql)
pc_add_test(tst_local_commands LABEL platform LIBS pc_platform Threads::Threads)
pc_add_test(tst_local_api LABEL platform LIBS pc_admin_test_support)
