# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/session/operator_handlers.cpp
    admin/session/session_handlers.cpp
    admin/session/session_keeping.cpp
)
