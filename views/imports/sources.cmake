# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    imports/import_acts.cpp imports/import_acts.h
    imports/import_delegates.cpp imports/import_delegates.h
    imports/import_words.cpp imports/import_words.h
    imports/legacy_page.cpp imports/legacy_page.h
    imports/table_import_dialog.cpp imports/table_import_dialog.h
)
