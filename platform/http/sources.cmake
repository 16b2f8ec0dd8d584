# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    http/access_log.cpp
    http/address_pace.cpp
    http/answer.cpp
    http/http_connection.cpp
    http/connection_table.cpp
    http/http_date.cpp
    http/http_headers.cpp
    http/http_types.cpp
    http/listener.cpp
    http/outgoing_answer.cpp
    http/peer_standing.cpp
    http/peer_watch.cpp
    http/query.cpp
    http/request_check.cpp
    http/request_intake.cpp
    http/request_reader.cpp
    http/request_target.cpp
    http/response_writer.cpp
    http/router.cpp
    http/server.cpp
    http/server_core.cpp
    http/server_refusals.cpp
    http/tls_context.cpp
    http/byte_stream.cpp
)
