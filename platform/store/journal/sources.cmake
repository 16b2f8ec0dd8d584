# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    store/journal/journal_seal.cpp
    store/journal/revocation_journal.cpp
)
