# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_client PRIVATE
    api/access_client.cpp api/access_client.h
    api/audit_client.cpp api/audit_client.h
    api/calls_client.cpp api/calls_client.h
    api/catalogue_client.cpp api/catalogue_client.h
    api/changes_client.cpp api/changes_client.h
    api/credentials_client.cpp api/credentials_client.h
    api/endpoint.cpp api/endpoint.h
    api/imports_client.cpp api/imports_client.h
    api/jobs_client.cpp api/jobs_client.h
    api/networks_client.cpp api/networks_client.h
    api/observations_client.cpp api/observations_client.h
    api/partners_client.cpp api/partners_client.h
    api/plans_client.cpp api/plans_client.h
    api/scopes_client.cpp api/scopes_client.h
    api/session_client.cpp api/session_client.h
    api/usage_client.cpp api/usage_client.h
    api/versions_client.cpp api/versions_client.h
)
