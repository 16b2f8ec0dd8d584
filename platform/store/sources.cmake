# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/connection.cpp
    store/dialect.cpp
    store/disk_reserve.cpp
    store/migrations.cpp
    store/revocation_journal.cpp
    store/schema.cpp
    store/sqlite_store.cpp
    store/tx.cpp
)
