# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_client PRIVATE
    http/api_caller.cpp http/api_caller.h
    http/api_error.h
    http/call.cpp http/call.h
    http/timer_clock.cpp http/timer_clock.h
    http/idempotency_key.cpp http/idempotency_key.h
    http/qt_transport.cpp http/qt_transport.h
    http/result.h
    http/stale.h
    http/token_source.cpp http/token_source.h
    http/transport.cpp http/transport.h
)
