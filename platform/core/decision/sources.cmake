# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    core/decision/authenticate.cpp
    core/decision/authorizer.cpp
    core/decision/body_facts.cpp
    core/decision/decide.cpp
    core/decision/decision_reasons.cpp
    core/decision/first_uses.cpp
    core/decision/leak_watch.cpp
    core/decision/legacy_reader.cpp
    core/decision/metering.cpp
    core/decision/observe.cpp
    core/decision/observed_tally.cpp
    core/decision/observed_today.cpp
    core/decision/record_bounds.cpp
    core/decision/record_fields.cpp
    core/decision/shown_credentials.cpp
)
