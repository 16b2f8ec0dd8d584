# SPDX-License-Identifier: GPL-3.0-or-later
find_package(rapidcheck REQUIRED)
set(PC_PROPERTY_CASES 1000 CACHE STRING "Cases per property test")
set(core_tests tst_gcra tst_daily_quota tst_counters tst_policy tst_route_catalogue tst_decide tst_core_parts tst_secret_files
    tst_authorizer tst_metering)
foreach(test ${core_tests})
    pc_add_test(${test} LABEL platform LIBS pc_platform rapidcheck Threads::Threads)
endforeach()
set_property(TEST ${core_tests} APPEND PROPERTY ENVIRONMENT "RC_PARAMS=max_success=${PC_PROPERTY_CASES}")
