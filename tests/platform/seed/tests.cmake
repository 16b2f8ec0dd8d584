# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(seed/tst_seed LABEL platform LIBS pc_admin_test_support Qt6::Sql TIMEOUT 300)
add_dependencies(tst_seed partner-platform)
