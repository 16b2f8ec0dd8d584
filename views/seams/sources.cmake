# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    seams/clipboard.h
    seams/context.h
    seams/file_dialogs.cpp seams/file_dialogs.h
    seams/scopes_places.h
    seams/system_clipboard.cpp seams/system_clipboard.h
)
