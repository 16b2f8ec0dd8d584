# SPDX-License-Identifier: GPL-3.0-or-later
# Look, widgets, commands and shell.
pc_add_test(style/tst_contrast LABEL views LIBS pc_views_kit)
pc_add_test(style/tst_style LABEL views LIBS pc_views_kit)
pc_add_test(style/tst_desktop_portal LABEL views LIBS pc_views_kit Qt6::DBus)
pc_add_test(widgets/tst_widgets LABEL views SOURCES ../e2e/text_recorder.cpp ../e2e/text_recorder.h LIBS pc_views_kit)
pc_add_test(widgets/tst_inputs LABEL views LIBS pc_views_kit)
pc_add_test(widgets/tst_table_view LABEL views LIBS pc_views_kit)
pc_add_test(widgets/tst_table_use LABEL views LIBS pc_views_kit)
pc_add_test(widgets/tst_state_stack LABEL views LIBS pc_views_kit)
pc_add_test(widgets/tst_toast LABEL views LIBS pc_views_kit)
pc_add_test(widgets/tst_dialog_frame LABEL views LIBS pc_views_kit)
pc_add_test(widgets/tst_relative_time LABEL views LIBS pc_views_kit)
pc_add_test(shell/tst_navigator LABEL views LIBS pc_views_kit)
pc_add_test(shell/tst_shell_parts LABEL views LIBS pc_views_kit)
pc_add_test(commands/tst_command_registry LABEL views LIBS pc_views_kit)
pc_add_test(commands/tst_command_palette LABEL views LIBS pc_views_kit)
pc_add_test(shell/tst_main_window LABEL views LIBS pc_views_kit)
pc_add_test(widgets/tst_focus LABEL views LIBS pc_views_kit)
pc_add_test(shell/tst_window_state LABEL views LIBS pc_views_kit)

# Every widget of the kit in light, dark, right-to-left and large text, as pictures: views_gallery DIR
add_executable(views_gallery widgets/gallery.cpp widgets/gallery_sheets.cpp widgets/gallery_sheets.h)
target_link_libraries(views_gallery PRIVATE pc_options pc_views_kit)
