# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/sql/columns.cpp
    store/sql/insert_text.cpp
    store/sql/keyset.cpp
    store/sql/migrations.cpp
    store/sql/query_prepared.cpp
    store/sql/row_columns.cpp
    store/sql/row_write.cpp
    store/sql/tx.cpp
)
