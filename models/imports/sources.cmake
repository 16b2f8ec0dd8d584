# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    imports/import_file.cpp imports/import_file.h
    imports/import_flow.cpp imports/import_flow.h
    imports/import_row_table.cpp imports/import_row_table.h
    imports/legacy_campaign_model.cpp imports/legacy_campaign_model.h
    imports/legacy_key_table.cpp imports/legacy_key_table.h
)
