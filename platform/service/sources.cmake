# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    service/administration.cpp
    service/certificate_keeper.cpp
    service/connection_share.cpp
    service/handler_table.cpp
    service/health.cpp
    service/partner_endpoints.cpp
    service/serve_options.cpp
    service/server_names.cpp
    service/service.cpp
    service/writer_checks.cpp
)
