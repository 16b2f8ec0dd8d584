# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/history/anchor_file.cpp
    store/history/anchor_lines.cpp
    store/history/anchor_record.cpp
    store/history/history_anchor.cpp
    store/history/history_check.cpp
    store/history/journal_notes.cpp
    store/history/log_fold.cpp
    store/history/log_fold_bytes.cpp
    store/history/stored_revocations.cpp
)
