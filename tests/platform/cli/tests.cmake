# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(cli/tst_stop_deadline LABEL platform LIBS pc_platform)
pc_add_test(cli/tst_catalogue_command LABEL platform LIBS pc_platform)
pc_add_test(cli/tst_command_reader LABEL platform LIBS pc_platform)
pc_add_test(cli/tst_command_ends LABEL platform LIBS pc_platform_process pc_platform)
pc_add_test(cli/tst_gateway_command LABEL platform LIBS pc_platform Qt6::Network Qt6::Sql)
pc_add_test(cli/tst_operator_process LABEL platform LIBS pc_platform Qt6::Sql TIMEOUT 240)
add_dependencies(tst_operator_process partner-platform)
pc_add_test(cli/tst_serve_arguments LABEL platform LIBS pc_platform)
