# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(report/tst_log_follower LABEL platform LIBS pc_platform)
pc_add_test(report/tst_reporter LABEL platform LIBS pc_platform)
