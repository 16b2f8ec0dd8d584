# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    time/counted.h
    time/latest_only.h
    time/moment_input.cpp time/moment_input.h
    time/preset_list.cpp time/preset_list.h
    time/range_facts.cpp time/range_facts.h
    time/span_fields.cpp time/span_fields.h
    time/strip_choice.cpp time/strip_choice.h
    time/strip_colors.cpp time/strip_colors.h
    time/strip_display.cpp time/strip_display.h
    time/strip_geometry.cpp time/strip_geometry.h
    time/strip_grip.cpp time/strip_grip.h
    time/strip_layer.cpp time/strip_layer.h
    time/strip_mark.h
    time/strip_marks.cpp time/strip_marks.h
    time/strip_painter.cpp time/strip_painter.h
    time/strip_words.cpp time/strip_words.h
    time/strip_zoom.cpp time/strip_zoom.h
    time/time_chip.cpp time/time_chip.h
    time/time_popover.cpp time/time_popover.h
    time/time_scroll_bar.cpp time/time_scroll_bar.h
    time/time_strip.cpp time/time_strip.h
    time/time_strip_accessible.cpp time/time_strip_accessible.h
    time/time_words.cpp time/time_words.h
    time/time_controls.cpp time/time_controls.h
    time/timeline_link.cpp time/timeline_link.h
    time/zone_buttons.cpp time/zone_buttons.h
)
