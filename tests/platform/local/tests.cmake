# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(local/tst_local_commands LABEL platform LIBS pc_platform Threads::Threads)
pc_add_test(local/tst_local_api LABEL platform LIBS pc_admin_test_support)
