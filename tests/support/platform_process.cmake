# SPDX-License-Identifier: GPL-3.0-or-later
# pc_platform_process: starts the built service for tests of any folder. Include this file, link the target.
include_guard(GLOBAL)
add_library(pc_platform_process STATIC
    "${CMAKE_SOURCE_DIR}/tests/support/platform_process.cpp" "${CMAKE_SOURCE_DIR}/tests/support/platform_process.h")
target_link_libraries(pc_platform_process PUBLIC pc_options Qt6::Core)
target_compile_definitions(pc_platform_process PRIVATE PC_BINARY_DIR="${CMAKE_BINARY_DIR}")
add_dependencies(pc_platform_process partner-platform)
