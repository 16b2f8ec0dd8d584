# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(local/tst_local_commands LABEL platform LIBS pc_platform Threads::Threads)
pc_add_test(local/tst_local_service LABEL platform LIBS pc_platform Qt6::Sql Threads::Threads)
pc_add_test(local/tst_local_api LABEL platform LIBS pc_admin_test_support)
