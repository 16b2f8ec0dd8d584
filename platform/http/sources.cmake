# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    http/canonical_path.cpp
    http/http_headers.cpp
    http/http_types.cpp
    http/percent.cpp
    http/query.cpp
    http/router.cpp
)
