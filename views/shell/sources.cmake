# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views_kit PRIVATE
    shell/accessible_shell.cpp shell/accessible_shell.h
    shell/alt_menu.cpp shell/alt_menu.h
    shell/key_hint.cpp shell/key_hint.h
    shell/location.cpp
    shell/main_window.cpp shell/main_window.h
    shell/nav_button.cpp shell/nav_button.h
    shell/navigator.cpp shell/navigator.h
    shell/page.h
    shell/partner_tab.h
    shell/page_host.cpp shell/page_host.h
    shell/screen_fit.cpp shell/screen_fit.h
    shell/search_button.cpp shell/search_button.h
    shell/session_strip.cpp shell/session_strip.h
    shell/sidebar.cpp shell/sidebar.h
    shell/status_row.cpp shell/status_row.h
    shell/top_bar.cpp shell/top_bar.h
    shell/window_commands.cpp shell/window_commands.h
    shell/window_state.cpp
)
