# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(log/tst_log_redaction LABEL platform LIBS pc_platform)
