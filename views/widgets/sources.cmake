# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views_kit PRIVATE
    widgets/announce.cpp
    widgets/avatar.cpp widgets/avatar.h
    widgets/badge.cpp widgets/badge.h
    widgets/button_keys.cpp widgets/button_keys.h
    widgets/buttons.cpp
    widgets/calendar_grid.cpp widgets/calendar_grid.h
    widgets/calendar_popup.cpp widgets/calendar_popup.h
    widgets/card.cpp widgets/card.h
    widgets/centred_row.cpp widgets/centred_row.h
    widgets/chip.cpp widgets/chip.h
    widgets/choice_input.cpp widgets/choice_input.h
    widgets/code_block.cpp widgets/code_block.h
    widgets/color_strip.cpp widgets/color_strip.h
    widgets/columns_menu.cpp widgets/columns_menu.h
    widgets/confirm_dialog.cpp
    widgets/current_stack.cpp widgets/current_stack.h
    widgets/date_input.cpp widgets/date_input.h
    widgets/dialog_frame.cpp widgets/dialog_frame.h
    widgets/diff_model.h
    widgets/diff_table.cpp widgets/diff_table.h
    widgets/empty_state.cpp widgets/empty_state.h
    widgets/error_state.cpp widgets/error_state.h
    widgets/fact_tiles.cpp widgets/fact_tiles.h
    widgets/field_input.h
    widgets/field_row.cpp widgets/field_row.h
    widgets/field_words.cpp widgets/field_words.h
    widgets/fitting_label.cpp widgets/fitting_label.h
    widgets/focus_guard.cpp widgets/focus_guard.h
    widgets/focus_place.cpp widgets/focus_place.h
    widgets/form_field.cpp widgets/form_field.h
    widgets/height_keeper.cpp widgets/height_keeper.h
    widgets/icon_label.cpp widgets/icon_label.h
    widgets/item_paint.cpp widgets/item_paint.h
    widgets/key_cap.cpp widgets/key_cap.h
    widgets/key_value_list.cpp widgets/key_value_list.h
    widgets/label.cpp widgets/label.h
    widgets/line_input.cpp widgets/line_input.h
    widgets/message_banner.cpp widgets/message_banner.h
    widgets/meters.cpp widgets/meters.h
    widgets/number_input.cpp widgets/number_input.h
    widgets/number_text.cpp widgets/number_text.h
    widgets/page_head.cpp widgets/page_head.h
    widgets/patience.cpp widgets/patience.h
    widgets/place_keeper.cpp widgets/place_keeper.h
    widgets/popup_panel.cpp widgets/popup_panel.h
    widgets/reading_order.cpp widgets/reading_order.h
    widgets/relative_time.cpp widgets/relative_time.h
    widgets/scrim.cpp widgets/scrim.h
    widgets/search_line.cpp widgets/search_line.h
    widgets/skeleton.cpp widgets/skeleton.h
    widgets/stage_painter.cpp widgets/stage_painter.h
    widgets/state_stack.cpp widgets/state_stack.h
    widgets/surface.cpp widgets/surface.h
    widgets/table_columns.cpp widgets/table_columns.h
    widgets/table_place.cpp widgets/table_place.h
    widgets/table_text.cpp widgets/table_text.h
    widgets/table_view.cpp widgets/table_view.h
    widgets/text_input.cpp widgets/text_input.h
    widgets/timeline_scroller.cpp widgets/timeline_scroller.h
    widgets/toast.cpp widgets/toast.h
    widgets/toast_text.cpp widgets/toast_text.h
    widgets/underline_tabs.cpp widgets/underline_tabs.h
    widgets/whole_label.cpp widgets/whole_label.h
    widgets/wrapping_row.cpp widgets/wrapping_row.h
)
