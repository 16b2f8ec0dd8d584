# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/calls/call_handlers.cpp admin/calls/call_handlers.h
    admin/calls/gateway_line_handlers.cpp admin/calls/gateway_line_handlers.h
    admin/calls/call_parameters.cpp admin/calls/call_parameters.h
)
