# SPDX-License-Identifier: GPL-3.0-or-later
find_package(rapidcheck REQUIRED)
add_library(pc_admin_test_support STATIC admin_fixture.cpp)
target_link_libraries(pc_admin_test_support PUBLIC pc_options pc_platform Qt6::Sql Qt6::Test Threads::Threads)
target_include_directories(pc_admin_test_support PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")

add_library(pc_history_test_support STATIC history_fixture.cpp)
target_link_libraries(pc_history_test_support PUBLIC pc_options pc_platform Qt6::Sql)
target_include_directories(pc_history_test_support PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")

pc_add_test(tst_credential_life_cycle LABEL platform LIBS pc_platform Qt6::Sql rapidcheck)
pc_add_test(tst_admin_api LABEL platform LIBS pc_admin_test_support)
pc_add_test(tst_admin_fields LABEL platform LIBS pc_admin_test_support)
pc_add_test(tst_admin_search LABEL platform LIBS pc_admin_test_support)
find_package(yaml-cpp REQUIRED)
pc_add_test(tst_admin_refusals LABEL platform SOURCES refusal_room.cpp ../contract/openapi_spec.cpp LIBS pc_admin_test_support pc_http_test_support
    yaml-cpp TIMEOUT 300)
pc_add_test(tst_if_match LABEL platform LIBS pc_admin_test_support)
pc_add_test(tst_admin_audit LABEL platform LIBS pc_admin_test_support)
pc_add_test(tst_admin_credentials LABEL platform LIBS pc_admin_test_support TIMEOUT 300)
pc_add_test(tst_change_feed LABEL platform LIBS pc_platform Threads::Threads)
pc_add_test(tst_partner_rules LABEL platform LIBS pc_platform Qt6::Sql)
pc_add_test(tst_history LABEL platform LIBS pc_admin_test_support pc_history_test_support TIMEOUT 240)
pc_add_test(tst_leaks LABEL platform LIBS pc_admin_test_support)
