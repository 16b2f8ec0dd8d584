# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/admin_rows.cpp
    store/audit_canonical.cpp
    store/audit_index.cpp
    store/audit_list.cpp
    store/audit_log.cpp
    store/call_rows.cpp
    store/catalogue_rows.cpp
    store/checkpoint_rows.cpp
    store/credential_rows.cpp
    store/dialect.cpp
    store/disk_reserve.cpp
    store/keyset.cpp
    store/latency_histogram.cpp
    store/metering_rows.cpp
    store/migrations.cpp
    store/partner_rows.cpp
    store/refold.cpp
    store/revocation_journal.cpp
    store/schema.cpp
    store/sql_connection.cpp
    store/sqlite_store.cpp
    store/tx.cpp
    store/usage_rows.cpp
)
