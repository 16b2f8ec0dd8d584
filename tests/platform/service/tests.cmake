# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(service/tst_health LABEL platform LIBS pc_platform)
pc_add_test(service/tst_documented_routes LABEL platform LIBS pc_platform Qt6::Sql)
add_dependencies(tst_documented_routes partner-platform)
pc_add_test(service/tst_serve_process LABEL platform LIBS pc_http_test_support pc_platform_process Qt6::Network)
pc_add_test(service/tst_history_process LABEL platform LIBS pc_http_test_support pc_platform_process
    pc_history_test_support Qt6::Network TIMEOUT 400)
pc_add_test(service/tst_stored_secrets LABEL platform LIBS pc_http_test_support pc_platform_process
    Qt6::Network TIMEOUT 240)
pc_add_test(service/tst_serve_starts LABEL platform LIBS pc_platform_process pc_history_test_support pc_test_support
    Qt6::Network)
pc_add_test(service/tst_job_process LABEL platform LIBS pc_http_test_support pc_platform_process pc_platform
    Qt6::Network Qt6::Sql TIMEOUT 240)
