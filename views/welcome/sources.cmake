# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    welcome/connect_form.cpp welcome/connect_form.h
    welcome/sample_card.cpp welcome/sample_card.h
    welcome/starting_view.cpp welcome/starting_view.h
    welcome/welcome_window.cpp welcome/welcome_window.h
)
