# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/rows/admin_rows.cpp
    store/rows/api_rows.cpp
    store/rows/call_columns.cpp store/rows/call_columns.h
    store/rows/call_figures.cpp store/rows/call_figures.h
    store/rows/call_filter.cpp store/rows/call_filter.h
    store/rows/call_counts.cpp
    store/rows/call_rows.cpp
    store/rows/catalogue_rows.cpp
    store/rows/checkpoint_rows.cpp
    store/rows/clock_mark.cpp
    store/rows/credential_rows.cpp
    store/rows/expiring_credentials.cpp
    store/rows/job_rows.cpp
    store/rows/metering_rows.cpp
    store/rows/network_rows.cpp
    store/rows/node_rows.cpp
    store/rows/observation_rows.cpp
    store/rows/partner_index.cpp
    store/rows/partner_rows.cpp
    store/rows/quota_rows.cpp
    store/rows/report_rows.cpp
    store/rows/revocation_rows.cpp
    store/rows/route_use.cpp
    store/rows/row_names.cpp
    store/rows/scope_calls.cpp
    store/rows/search_text.cpp
    store/rows/usage_rows.cpp
    store/rows/usage_store.cpp
    store/rows/version_rows.cpp
)
