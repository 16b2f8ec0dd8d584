# SPDX-License-Identifier: GPL-3.0-or-later
# pc_add_test(room/tst_unit LABEL folder [SOURCES extra.cpp …] [LIBS target …] [TIMEOUT seconds] [PARTS n])
# One Qt Test per unit: <room>/<name>.cpp below the CMakeLists. Runs off screen, with the user's settings, keyring and desktop
# out of reach, and writes results/<name>.xml, from which tests/house/check_promises.py reads which functions ran and passed.
# PARTS: runs it so often beside itself, each with PC_PARTS=n and another PC_PART, of which it makes a share of its work.
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/results")
# Qt defines where a test was built, for QFINDTESTDATA, which is not used here; another value in each folder would keep the
# compiler from taking precompiled headers.
get_target_property(pc_test_definitions Qt6::Test INTERFACE_COMPILE_DEFINITIONS)
list(FILTER pc_test_definitions EXCLUDE REGEX "QT_TESTCASE_")
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${pc_test_definitions}")
set(pc_test_home "${CMAKE_BINARY_DIR}/tests/home")
set(pc_test_environment LC_ALL=C.UTF-8 TZ=UTC DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent
    "XDG_CONFIG_HOME=${pc_test_home}/config" "XDG_DATA_HOME=${pc_test_home}/data"
    "XDG_CACHE_HOME=${pc_test_home}/cache" "XDG_STATE_HOME=${pc_test_home}/state")
function(pc_add_test path)
    get_filename_component(name "${path}" NAME)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT;PARTS" "SOURCES;LIBS" ${ARGN})
    add_executable(${name} ${path}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES PC_TEST ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    # Qt Test reads other headers where the network is linked: all link it, so that one precompiled header fits all.
    target_link_libraries(${name} PRIVATE pc_options Qt6::Test Qt6::Network ${ARG_LIBS})
    if(ARG_LABEL MATCHES "^(views|app|e2e)$")
        pc_precompile(${name} pc_widget_test_headers)
    else()
        pc_precompile(${name} pc_core_test_headers)
    endif()
    # In most tests there is nothing in it.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp"
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    target_compile_definitions(${name} PRIVATE
        PC_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PC_BINARY_DIR="${CMAKE_BINARY_DIR}")
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    # A function that hangs is named by Qt Test itself, before ctest ends the whole program.
    math(EXPR function_limit "${ARG_TIMEOUT} * 1000 - 10000")
    if(NOT ARG_PARTS)
        set(ARG_PARTS 1)
    endif()
    math(EXPR last_part "${ARG_PARTS} - 1")
    foreach(part RANGE ${last_part})
        set(test ${name})
        if(part GREATER 0)
            set(test ${name}_${part})
        endif()
        add_test(NAME ${test} COMMAND ${name} -o "${CMAKE_BINARY_DIR}/results/${test}.xml,junitxml" -o -,txt)
        set_tests_properties(${test} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
            ENVIRONMENT "PC_PART=${part};PC_PARTS=${ARG_PARTS};QTEST_FUNCTION_TIMEOUT=${function_limit};QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;${pc_test_environment}")
    endforeach()
endfunction()

# pc_add_python_test(name LABEL folder SCRIPT file.py [ARGS …] [TIMEOUT seconds])
# A test written in Python; it ends with a status that is not 0 when it failed. It finds the trees in PC_SOURCE_DIR and
# PC_BINARY_DIR, and the programs in PC_BINARY_DIR/bin.
if(NOT Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
    set(Python3_EXECUTABLE /usr/bin/python3) # the one that Debian's python3-* packages are for
endif()
function(pc_add_python_test name)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT;SCRIPT" "ARGS" ${ARGN})
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_test(NAME ${name} COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/${ARG_SCRIPT}" ${ARG_ARGS})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "PC_SOURCE_DIR=${CMAKE_SOURCE_DIR};PC_BINARY_DIR=${CMAKE_BINARY_DIR};PYTHONDONTWRITEBYTECODE=1;${pc_test_environment}")
endfunction()
