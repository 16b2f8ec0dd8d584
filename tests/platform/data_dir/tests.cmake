# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(data_dir/tst_data_directory LABEL platform LIBS pc_platform)
pc_add_test(data_dir/tst_node_id LABEL platform LIBS pc_platform)
pc_add_test(data_dir/tst_secret_files LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
set_property(TEST tst_secret_files APPEND PROPERTY ENVIRONMENT "RC_PARAMS=max_success=${PC_PROPERTY_CASES}")
