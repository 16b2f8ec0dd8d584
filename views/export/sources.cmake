# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    export/csv_text.cpp export/csv_text.h
    export/export_strip.cpp export/export_strip.h
)
