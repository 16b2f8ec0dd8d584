# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    seams/calls_places.h
    seams/catalogue_places.h
    seams/clipboard.h
    seams/context.h
    seams/file_dialogs.cpp seams/file_dialogs.h
    seams/import_places.h
    seams/partner_places.cpp seams/partner_places.h
    seams/scopes_places.h
    seams/system_clipboard.cpp seams/system_clipboard.h
)
