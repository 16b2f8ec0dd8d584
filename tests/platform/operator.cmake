# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(tst_operator_process LABEL platform LIBS pc_platform Qt6::Sql TIMEOUT 240)
add_dependencies(tst_operator_process partner-platform)
