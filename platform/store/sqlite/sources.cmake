# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/sqlite/disk_reserve.cpp
    store/sqlite/sql_connection.cpp
    store/sqlite/sqlite_dialect.cpp
    store/sqlite/sqlite_engine.cpp
    store/sqlite/sqlite_interruption.cpp
    store/sqlite/sqlite_prepared.cpp
    store/sqlite/sqlite_store.cpp
)
