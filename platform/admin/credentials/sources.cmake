# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/credentials/credential_handlers.cpp
    admin/credentials/credential_maker.cpp
    admin/credentials/grace_handlers.cpp
    admin/credentials/issue_handlers.cpp
)
