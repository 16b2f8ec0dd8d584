# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views_kit PRIVATE
    commands/command_palette.cpp commands/command_palette.h
    commands/command_provider.cpp
    commands/command_registry.cpp commands/command_registry.h
    commands/palette_model.cpp commands/palette_model.h
    commands/palette_score.cpp
)
