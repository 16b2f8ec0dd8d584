# SPDX-License-Identifier: GPL-3.0-or-later
# How the floors are compiled quickly (docs/adr/0159-a-fast-build.md). Nothing here changes what a program does.
#
# Reading headers is three quarters of what compiling costs here, so each is read seldom:
#   PC_JOINED       the files of a group of rooms are compiled together. What they define in unnamed namespaces has a name of
#                   its own within the group (tests/house/check_names.py).
#   PC_PRECOMPILED  what Qt and the standard library say is read once for each of four sets.
option(PC_JOINED "Compile the files of a group of rooms together" ON)
option(PC_PRECOMPILED "Precompile the headers of libraries" ON)
set(PC_JOINED_SIZE 120000) # bytes of sources in one run of the compiler, at most about; a larger group is cut

# pc_rooms(target room… | room… | …): the rooms of a floor, bottom up; each lists its own files in <room>/sources.cmake. Those
# between two bars are a group.
function(pc_rooms target)
    set(group 1)
    set(joined)
    foreach(room IN LISTS ARGN)
        if(room STREQUAL "|")
            pc_join(${group} ${joined})
            math(EXPR group "${group} + 1")
            set(joined)
        else()
            get_target_property(before ${target} SOURCES)
            include("${CMAKE_CURRENT_SOURCE_DIR}/${room}/sources.cmake")
            get_target_property(sources ${target} SOURCES)
            list(REMOVE_ITEM sources ${before})
            list(APPEND joined ${sources})
        endif()
    endforeach()
    pc_join(${group} ${joined})
    pc_joined(${target})
endfunction()

# pc_joined(target [ALL]): its groups are joined; ALL: it is one.
function(pc_joined target)
    if("ALL" IN_LIST ARGN)
        get_target_property(sources ${target} SOURCES)
        pc_join(all ${sources})
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${PC_JOINED} UNITY_BUILD_MODE GROUP)
endfunction()

# pc_join(group source…)
function(pc_join group)
    set(sources ${ARGN})
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    set(all 0)
    foreach(source IN LISTS sources)
        file(SIZE "${CMAKE_CURRENT_SOURCE_DIR}/${source}" size)
        math(EXPR all "${all} + ${size}")
    endforeach()
    math(EXPR parts "${all} / ${PC_JOINED_SIZE} + 1")
    math(EXPR most "${all} / ${parts}")
    set(part 1)
    set(joined 0)
    foreach(source IN LISTS sources)
        if(joined GREATER most AND part LESS parts)
            math(EXPR part "${part} + 1")
            set(joined 0)
        endif()
        file(SIZE "${CMAKE_CURRENT_SOURCE_DIR}/${source}" size)
        math(EXPR joined "${joined} + ${size}")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}_${part}")
    endforeach()
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
