# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(demo/tst_demo_api LABEL platform LIBS pc_platform rapidcheck)
set_property(TEST tst_demo_api APPEND PROPERTY ENVIRONMENT "RC_PARAMS=max_success=${PC_PROPERTY_CASES}")
