# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/revocation/backlog_storing.cpp
    admin/revocation/foreseen.cpp
    admin/revocation/keeping_course.cpp
    admin/revocation/lasting_revocation.cpp
    admin/revocation/narrowings.cpp
    admin/revocation/proof_handlers.cpp
    admin/revocation/proof_recording.cpp
    admin/revocation/revocation_handlers.cpp
    admin/revocation/revocation_request.cpp
    admin/revocation/run_write.cpp
    admin/revocation/stored_denials.cpp
)
