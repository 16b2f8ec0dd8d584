# SPDX-License-Identifier: GPL-3.0-or-later
# How the floors are compiled quickly (docs/adr/0158-a-fast-build.md). Nothing here changes what a program does.
#
# Reading headers is three quarters of what compiling costs here, so each is read seldom:
#   PC_JOINED       the files of a room are compiled together, a dozen at a time. A room is small and its names are its own,
#                   so two files of one room may not define the same name, not even in an unnamed namespace.
#   PC_PRECOMPILED  what Qt, the standard library and a floor's own types say is read once a floor.
option(PC_JOINED "Compile the files of a room together" ON)
option(PC_PRECOMPILED "Precompile the headers of each floor" ON)
set(PC_JOINED_SIZE 100000 CACHE STRING "Bytes of sources in one run of the compiler, about")

# pc_rooms(target room…): the rooms of a floor, bottom up; each lists its own files in <room>/sources.cmake.
function(pc_rooms target)
    foreach(room IN LISTS ARGN)
        include("${CMAKE_CURRENT_SOURCE_DIR}/${room}/sources.cmake")
    endforeach()
    pc_join(${target})
endfunction()

# pc_join(target): its files are compiled together in the order in which they are listed, until that is enough for one run
# of the compiler.
function(pc_join target)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    set(group 1)
    set(joined 0)
    foreach(source IN LISTS sources)
        file(SIZE "${CMAKE_CURRENT_SOURCE_DIR}/${source}" size)
        if(joined GREATER PC_JOINED_SIZE)
            math(EXPR group "${group} + 1")
            set(joined 0)
        endif()
        math(EXPR joined "${joined} + ${size}")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${PC_JOINED} UNITY_BUILD_MODE GROUP)
endfunction()

# What nearly every file below the widgets reads, and nearly every file above.
set(PC_CORE_HEADERS
    <algorithm> <array> <atomic> <chrono> <condition_variable> <deque> <functional> <limits> <map> <memory> <mutex> <optional>
    <span> <string> <thread> <utility> <variant> <vector> <tl/expected.hpp>
    <QAbstractItemModel> <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray>
    <QJsonDocument> <QJsonObject> <QList> <QLocale> <QObject> <QPointer> <QSet> <QString> <QStringList> <QTimeZone> <QTimer>
    <QUrl> <QVariant>)
set(PC_WIDGET_HEADERS ${PC_CORE_HEADERS}
    <QAction> <QApplication> <QCheckBox> <QComboBox> <QDialog> <QEvent> <QFontMetricsF> <QGridLayout> <QHBoxLayout>
    <QHeaderView> <QKeyEvent> <QLabel> <QLineEdit> <QMenu> <QPainter> <QPainterPath> <QPlainTextEdit> <QPushButton>
    <QScrollArea> <QScrollBar> <QStackedWidget> <QStyle> <QStyledItemDelegate> <QStyleOption> <QTableView> <QToolButton>
    <QVBoxLayout> <QWidget>)

# pc_headers(name library… HEADERS header…): what all who say pc_precompile(target name) read once. It is compiled with the
# definitions of these libraries only, because the compiler takes it where at least those are.
function(pc_headers name)
    cmake_parse_arguments(ARG "" "" "HEADERS" ${ARGN})
    set(source "${CMAKE_BINARY_DIR}/headers/${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "")
    add_library(${name} OBJECT EXCLUDE_FROM_ALL "${source}")
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(${name} PRIVATE pc_options ${ARG_UNPARSED_ARGUMENTS})
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

function(pc_precompile target name)
    if(PC_PRECOMPILED)
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()

if(PC_PRECOMPILED)
    pc_headers(pc_core_headers Qt6::Core tl::expected HEADERS ${PC_CORE_HEADERS})
    pc_headers(pc_widget_headers Qt6::Widgets tl::expected HEADERS ${PC_WIDGET_HEADERS})
    if(BUILD_TESTING)
        pc_headers(pc_core_test_headers Qt6::Test Qt6::Network tl::expected HEADERS ${PC_CORE_HEADERS} <QtTest>)
        set_target_properties(pc_core_test_headers PROPERTIES PC_TEST ON)
        pc_headers(pc_widget_test_headers Qt6::Test Qt6::Network Qt6::Widgets tl::expected HEADERS ${PC_WIDGET_HEADERS} <QtTest>)
        set_target_properties(pc_widget_test_headers PROPERTIES PC_TEST ON)
    endif()
endif()
