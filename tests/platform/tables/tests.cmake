# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(tables/tst_import_table LABEL platform LIBS pc_platform rapidcheck)
set_property(TEST tst_import_table APPEND PROPERTY ENVIRONMENT "RC_PARAMS=max_success=${PC_PROPERTY_CASES}")
