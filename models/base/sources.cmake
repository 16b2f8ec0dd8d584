# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    base/back_off.h
    base/change_feed.cpp base/change_feed.h
    base/clock.h
    base/flow.cpp base/flow.h
    base/flow_machine.cpp base/flow_machine.h
    base/list_counts.h
    base/export_columns.h
    base/histogram_model.cpp base/histogram_model.h
    base/list_export.cpp base/list_export.h
    base/load_state.h
    base/object_model.cpp base/object_model.h
    base/paged_model.cpp base/paged_model.h
    base/paged_rows.h
    base/paged_rows_impl.h
    base/item_roles.h
    base/request_check.cpp base/request_check.h
    base/row_ids.cpp base/row_ids.h
    base/save_file.cpp base/save_file.h
    base/streamed_file.cpp base/streamed_file.h
    base/superseded.h
    base/timeline_model.cpp base/timeline_model.h
    base/timeline_page.h
    base/timeline_places.cpp base/timeline_places.h
    base/timeline_rows.h
    base/timeline_window.cpp base/timeline_window.h
)
