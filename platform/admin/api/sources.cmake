# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    admin/api/account_share.cpp
    admin/api/admin_api.cpp
    admin/api/admin_context.cpp
    admin/api/admin_result.cpp
    admin/api/body.cpp
    admin/api/body_thread.cpp
    admin/api/caller.cpp
    admin/api/change_publisher.cpp
    admin/api/client_id_uses.cpp
    admin/api/change_source.cpp
    admin/api/if_match.cpp
    admin/api/key_rehashes.cpp
    admin/api/leak_events.cpp
    admin/api/parameters.cpp
    admin/api/reopenings.cpp
    admin/api/request_leaks.cpp
    admin/api/revocation_backlog.cpp
    admin/api/running_write.cpp
    admin/api/sealed_reply.cpp
    admin/api/settle_outcome.cpp
    admin/api/stored_objects.cpp
    admin/api/token_events.cpp
)
