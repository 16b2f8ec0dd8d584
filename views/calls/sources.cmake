# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    calls/call_delegate.cpp calls/call_delegate.h
    calls/call_filter_chips.cpp calls/call_filter_chips.h
    calls/call_menu.cpp calls/call_menu.h
    calls/call_notes.cpp calls/call_notes.h
    calls/call_nothing.cpp calls/call_nothing.h
    calls/call_search.cpp calls/call_search.h
    calls/call_table.cpp calls/call_table.h
    calls/calls_page.cpp calls/calls_page.h
    calls/calls_panel.cpp calls/calls_panel.h
    calls/check_list.cpp calls/check_list.h
    calls/facet_panel.cpp calls/facet_panel.h
    calls/remedy_list.cpp calls/remedy_list.h
    calls/remedy_places.cpp calls/remedy_places.h
    calls/why_pane.cpp calls/why_pane.h
)
