# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    oauth/access_tokens.cpp
    oauth/client_authentication.cpp
    oauth/client_limits.cpp
    oauth/form_body.cpp
    oauth/live_tokens.cpp
    oauth/oauth_error.cpp
    oauth/oauth_service.cpp
    oauth/token_access.cpp
    oauth/token_records.cpp
    oauth/token_target.cpp
    oauth/token_keys.cpp
    oauth/verified_tokens.cpp
)
