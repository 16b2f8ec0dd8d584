# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    cli/command_line.cpp
    cli/end_signal.cpp
    cli/gateway_command.cpp
    cli/history_command.cpp
    cli/operator_command.cpp
    cli/process_hardening.cpp
    cli/seed_command.cpp
    cli/serve_arguments.cpp
    cli/serve_command.cpp
    cli/stop_deadline.cpp
    cli/verify_command.cpp
)
