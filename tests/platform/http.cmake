# SPDX-License-Identifier: GPL-3.0-or-later
add_library(pc_http_test_support STATIC support/http_fixture.cpp support/raw_client.cpp)
target_link_libraries(pc_http_test_support PUBLIC pc_options pc_platform Qt6::Test OpenSSL::SSL)
target_include_directories(pc_http_test_support PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/support")

pc_add_test(tst_http_syntax LABEL platform LIBS pc_platform)
pc_add_test(tst_router LABEL platform LIBS pc_platform)
pc_add_test(tst_request_target LABEL platform LIBS pc_platform)
pc_add_test(tst_request_reader LABEL platform LIBS pc_platform)
pc_add_test(tst_log_redaction LABEL platform LIBS pc_platform)
pc_add_test(tst_http_server LABEL platform LIBS pc_platform pc_http_test_support)
pc_add_test(tst_http_limits LABEL platform LIBS pc_platform pc_http_test_support)
pc_add_test(tst_http_tls LABEL platform LIBS pc_platform pc_http_test_support)
