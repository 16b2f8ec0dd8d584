# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    verify/catalogue_events.cpp
    verify/credential_events.cpp
    verify/evidence_check.cpp
    verify/observation_events.cpp
    verify/offer_events.cpp
    verify/operator_events.cpp
    verify/partner_events.cpp
    verify/state_check.cpp
    verify/verify_log.cpp
    verify/version_events.cpp
)
