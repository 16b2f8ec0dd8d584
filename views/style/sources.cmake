# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views_kit PRIVATE
    style/button_colors.cpp
    style/console_style.cpp style/console_style.h
    style/desktop_portal.cpp style/desktop_portal.h
    style/desktop_scheme.cpp style/desktop_scheme.h
    style/fonts.cpp
    style/icon_data.cpp
    style/icons.cpp
    style/painting.cpp
    style/style_complex.cpp style/style_complex.h
    style/style_controls.cpp style/style_controls.h
    style/style_primitives.cpp style/style_primitives.h
    style/tabular_digits.cpp
    style/theme_controller.cpp style/theme_controller.h
    style/tokens.cpp
    style/type_scale.cpp
    style/wheel_past.cpp style/wheel_past.h
)
