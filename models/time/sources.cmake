# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    time/calendar_units.cpp time/calendar_units.h
    time/clock_text.cpp time/clock_text.h
    time/day_text.cpp time/day_text.h
    time/span_around.cpp time/span_around.h
    time/span_text.cpp time/span_text.h
    time/time_frame.h
    time/time_map.cpp time/time_map.h
    time/time_preset.cpp time/time_preset.h
    time/time_reader.cpp time/time_reader.h
    time/time_span.h
    time/time_ticks.cpp time/time_ticks.h
    time/time_vocabulary.cpp time/time_vocabulary.h
    time/time_writer.cpp time/time_writer.h
    time/wall_clock.cpp time/wall_clock.h
    time/zone_choice.cpp time/zone_choice.h
)
