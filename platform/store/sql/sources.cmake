# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/sql/dialect.cpp
    store/sql/interruption.cpp
    store/sql/keyset.cpp
    store/sql/migrations.cpp
    store/sql/tx.cpp
)
