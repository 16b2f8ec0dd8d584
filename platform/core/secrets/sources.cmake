# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    core/secrets/bcrypt.cpp
    core/secrets/legacy_hmac_keys.cpp
    core/secrets/legacy_lookup.cpp
    core/secrets/pepper_ring.cpp
)
