# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    serve/attach.cpp
    serve/certificate_keeper.cpp
    serve/command_line.cpp
    serve/connection_share.cpp
    serve/data_directory.cpp
    serve/end_signal.cpp
    serve/health.cpp
    serve/process_hardening.cpp
    serve/remembered_address.cpp
    serve/serve_command.cpp
    serve/serve_options.cpp
    serve/service.cpp
    serve/stop_deadline.cpp
    serve/tls_files.cpp
    serve/writer_checks.cpp
)
