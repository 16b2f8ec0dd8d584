# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    gateway/access_line.cpp
    gateway/decision_problem.cpp
    gateway/authz_request.cpp
    gateway/gateway_checks.cpp
    gateway/gateway_prober.cpp
    gateway/gateway_registry.cpp
    gateway/gateway_service.cpp
    gateway/gateway_verdicts.cpp
    gateway/gateway_wall_verdicts.cpp
    gateway/identity_headers.cpp
    gateway/name_lookup.cpp
    gateway/probe_client.cpp
    gateway/probe_lanes.cpp
    gateway/probe_token.cpp
    gateway/probe_wire.cpp
    gateway/read_credential.cpp
    gateway/recorded_gateways.cpp
    gateway/report_counts.cpp
    gateway/report_queue.cpp
    gateway/revocation_probe.cpp
    gateway/revocation_proofs.cpp
    gateway/shown_fields.cpp
)
