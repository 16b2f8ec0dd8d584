# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries the language level, warnings, hardening and Qt strictness for every target.
add_library(pc_options INTERFACE)
target_compile_features(pc_options INTERFACE cxx_std_20)
target_include_directories(pc_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(pc_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
    QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
    _GLIBCXX_ASSERTIONS PC_VERSION="${PROJECT_VERSION}")
target_compile_options(pc_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    -fstack-protector-strong -fvisibility-inlines-hidden
    # Tests (PC_TEST) are compiled as quickly as can be: what they test is not.
    $<$<AND:$<CONFIG:Release,RelWithDebInfo>,$<NOT:$<BOOL:$<TARGET_PROPERTY:PC_TEST>>>>:-D_FORTIFY_SOURCE=2>
    $<$<AND:$<CONFIG:Release>,$<BOOL:$<TARGET_PROPERTY:PC_TEST>>>:-O0>
    # A program's -fPIE would keep the compiler from taking headers that were precompiled with a library's -fPIC.
    $<$<BOOL:$<TARGET_PROPERTY:PC_TEST>>:-fPIC>)
target_link_options(pc_options INTERFACE -Wl,-z,relro,-z,now)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # The floor is Qt 6.4: what was deprecated after it has no replacement there (Qt::UTC, for one).
    target_compile_definitions(pc_options INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(CMAKE_CXX_FLAGS_RELEASE STREQUAL "-O3 -DNDEBUG") # CMake's own, and nobody asked for it
    set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG") # what Debian builds with; -O3 gains nothing that is measured, and compiles longer
endif()

option(PC_WERROR "Treat warnings as errors" OFF)
if(PC_WERROR)
    target_compile_options(pc_options INTERFACE -Werror)
endif()

set(PC_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")
if(PC_SANITIZE)
    target_compile_options(pc_options INTERFACE -fsanitize=${PC_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(pc_options INTERFACE -fsanitize=${PC_SANITIZE})
endif()

option(PC_COVERAGE "Instrument for coverage" OFF)
if(PC_COVERAGE)
    target_compile_options(pc_options INTERFACE --coverage)
    target_link_options(pc_options INTERFACE --coverage)
endif()

# The product is linked statically. ./dev mutants builds the floors as shared libraries, so that a change costs one link
# instead of one for each test (docs/adr/0130-tests-are-tested.md).
option(PC_SHARED "Build the floors as shared libraries" OFF)
set(PC_LIBRARY STATIC)
if(PC_SHARED)
    set(PC_LIBRARY SHARED)
    set(CMAKE_LINK_DEPENDS_NO_SHARED ON)
endif()
