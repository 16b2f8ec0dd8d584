# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(operators/tst_operator_parts LABEL platform LIBS pc_platform pc_test_support Qt6::Sql)
