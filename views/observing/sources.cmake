# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    observing/begin_dialog.cpp observing/begin_dialog.h
    observing/callers_panel.cpp observing/callers_panel.h
    observing/end_choice.cpp observing/end_choice.h
    observing/enforce_dialog.cpp observing/enforce_dialog.h
    observing/extend_dialog.cpp observing/extend_dialog.h
    observing/observation_page.cpp observing/observation_page.h
    observing/observing_acts.cpp observing/observing_acts.h
    observing/observing_delegates.cpp observing/observing_delegates.h
    observing/observing_page.cpp observing/observing_page.h
    observing/refusals_panel.cpp observing/refusals_panel.h
    observing/report_words.cpp observing/report_words.h
)
