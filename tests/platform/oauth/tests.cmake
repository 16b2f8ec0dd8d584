# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(oauth/tst_token_endpoint LABEL platform LIBS pc_platform)
pc_add_test(oauth/tst_oauth_forms LABEL platform LIBS pc_platform)
pc_add_test(oauth/tst_oauth_service LABEL platform LIBS pc_platform)
pc_add_test(oauth/tst_oauth_errors LABEL platform LIBS pc_platform pc_http_test_support)
pc_add_test(oauth/tst_access_agreement LABEL platform LIBS pc_platform)
pc_add_test(oauth/tst_client_limits LABEL platform LIBS pc_platform)
pc_add_test(oauth/tst_access_tokens LABEL platform LIBS pc_platform rapidcheck)
set_property(TEST tst_access_tokens APPEND PROPERTY ENVIRONMENT "RC_PARAMS=max_success=${PC_PROPERTY_CASES}")
