# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(operators/tst_operators LABEL platform LIBS pc_platform pc_test_support Qt6::Sql)
