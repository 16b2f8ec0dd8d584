# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/audit/audit_canonical.cpp
    store/audit/audit_histogram.cpp
    store/audit/audit_index.cpp
    store/audit/audit_list.cpp
    store/audit/audit_log.cpp
    store/audit/audit_signer.cpp
    store/audit/event_counts.cpp
    store/audit/event_filter.cpp
    store/audit/event_search.cpp
    store/audit/event_walk.cpp
    store/audit/log_time.cpp
    store/audit/stored_events.cpp
)
